/// Reads an index in a folder as it was when it was opened.
package struct DirectoryReader: Sendable {
  /// A segment with what was removed from it.
  struct Part: Sendable {
    var segment: SegmentReader
    var deletions: Deletions?
    /// The number of its first document among those of all segments.
    var firstNumber: Int
  }

  let parts: [Part]
  /// How texts were analysed.
  package let analysis: WordAnalysis
  /// Documents in all, without those that were removed.
  package let documentCount: Int
  /// Documents that were removed and still take room.
  package let deletedCount: Int
  /// Numbers in use: documents that were removed count until segments are merged.
  let numberCount: Int
  let tokenCount: Int

  /// Opens an index.
  ///
  /// - Throws: `IndexError` when the folder has no index or a damaged one.
  package init(path: String) throws(IndexError) {
    // A writer may remove files that a manifest named when it was read; then there is a newer one.
    var manifest = try Self.manifest(path)
    while true {
      do throws(IndexError) {
        try self.init(path: path, manifest)
        return
      } catch {
        let newer = try Self.manifest(path)
        if newer == manifest { throw error }
        manifest = newer
      }
    }
  }

  private static func manifest(_ path: String) throws(IndexError) -> Manifest {
    try Manifest(MappedBytes(path: "\(path)/\(Manifest.fileName)"))
  }

  private init(path: String, _ manifest: Manifest) throws(IndexError) {
    var parts: [Part] = []
    var first = 0
    var deleted = 0
    var tokens = 0
    for entry in manifest.segments {
      let segment = try SegmentReader(path: "\(path)/\(Manifest.segmentName(entry.number))")
      guard segment.documentCount == entry.documentCount else { throw .damaged }
      var deletions: Deletions?
      if entry.deletions > 0 {
        let name = Manifest.deletionsName(entry.deletions)
        deletions = try Deletions(
          MappedBytes(path: "\(path)/\(name)"),
          documentCount: entry.documentCount
        )
      }
      deleted += deletions?.count ?? 0
      parts.append(Part(segment: segment, deletions: deletions, firstNumber: first))
      first += segment.documentCount
      tokens += segment.tokenCount
    }
    guard first < Int(Int32.max) else { throw .tooManyDocuments }
    self.parts = parts
    analysis = WordAnalysis(manifest.words)
    numberCount = first
    documentCount = first - deleted
    deletedCount = deleted
    tokenCount = tokens
  }

  /// Segments.
  package var segmentCount: Int { parts.count }
  /// Bytes of the segments.
  package var size: Int { parts.reduce(0) { $0 + $1.segment.size } }
  /// Distinct terms, those of each segment counted for themselves.
  package var termCount: Int { parts.reduce(0) { $0 + $1.segment.termCount } }
  /// Whether all texts are stored.
  package var hasTexts: Bool { parts.allSatisfy(\.segment.hasTexts) }
  /// Whether the order of words is stored everywhere.
  package var hasPositions: Bool { parts.allSatisfy(\.segment.hasPositions) }
  /// The mean number of tokens of a document.
  package var meanLength: Float {
    numberCount == 0 ? 1 : max(1, Float(tokenCount) / Float(numberCount))
  }

  /// Checks every byte.
  package func verify() throws(IndexError) {
    for part in parts { try part.segment.verify() }
  }

  /// The identifier of a document.
  package func identifier(of number: Int) throws(IndexError) -> [UInt8] {
    let (part, document) = try place(of: number)
    return try part.segment.identifier(of: document)
  }

  /// The stored text of a document; nil where texts are not kept.
  package func text(of number: Int) throws(IndexError) -> [UInt8]? {
    let (part, document) = try place(of: number)
    return try part.segment.text(of: document)
  }

  func place(of number: Int) throws(IndexError) -> (Part, Int) {
    guard let part = parts.last(where: { $0.firstNumber <= number }),
      number - part.firstNumber < part.segment.documentCount
    else { throw .truncated(offset: number) }
    return (part, number - part.firstNumber)
  }
}
