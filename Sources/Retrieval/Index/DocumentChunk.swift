/// Documents that were read and are not yet analysed, to be handed to another thread.
struct DocumentChunk: Sendable {
  private var identifiers = DocumentStore<UInt8>()
  private var titles = DocumentStore<UInt8>()
  private var texts = DocumentStore<UInt8>()

  /// Documents so far.
  private(set) var count = 0

  /// How many bytes it takes.
  var size: Int { identifiers.size + titles.size + texts.size }

  /// Adds the next document.
  mutating func append(_ record: DocumentRecord) {
    identifiers.append(record.identifier)
    titles.append(record.title)
    texts.append(record.text)
    count += 1
  }

  /// Adds one of the documents to a run.
  func add(_ document: Int, to run: inout RunBuilder) {
    run.add(
      identifier: identifiers[document].span,
      title: titles[document].span,
      text: texts[document].span
    )
  }

  /// Forgets the documents.
  mutating func removeAll() { self = DocumentChunk() }
}
