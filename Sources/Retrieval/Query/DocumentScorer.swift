/// Weighs the occurrences of a term in single documents, by any model.
struct DocumentScorer {
  /// Where the length of a document is taken from.
  enum Lengths: Hashable {
    /// Its class.
    case classes
    /// The number of its words, where their order is stored; else its class.
    case exact
  }

  let model: ScoringModel
  let table: SaturationTable
  let lengths: Lengths
  private let meanLength: Float
  private let meanTitleLength: Float

  init(
    _ model: ScoringModel,
    _ table: SaturationTable,
    _ reader: DirectoryReader,
    lengths: Lengths = .classes
  ) {
    self.model = model
    self.table = table
    self.lengths = lengths
    meanLength = reader.meanLength
    let titles = reader.parts.reduce(0) { sum, part in
      sum + (part.segment.titleField.map { part.segment.fields[$0].tokenCount } ?? 0)
    }
    meanTitleLength = Float(titles) / Float(max(1, reader.numberCount))
  }

  /// What occurrences make of a term's weight, as a share of the most that the model gives.
  ///
  /// - Parameters:
  ///   - frequency: In the whole document, those in the title counted twice.
  ///   - titleFrequency: In the title alone.
  ///   - document: Its number in the segment.
  ///   - lengthClass: Its class of length.
  ///   - segment: The segment.
  /// - Returns: Above 0, at most 1.
  /// - Throws: `IndexError` when the segment is damaged.
  func share(
    _ frequency: UInt8,
    titleFrequency: UInt8,
    of document: Int,
    _ lengthClass: Int,
    in segment: SegmentReader
  ) throws(IndexError) -> Float {
    if case .bm25f(let fields) = model {
      let titleLength =
        try segment.titleField.map { field throws(IndexError) in
          Float(try segment.length(of: document, field: field))
        } ?? 0
      let length = try length(of: document, lengthClass, in: segment)
      let title = min(2 * Int(titleFrequency), Int(frequency))
      return fields.saturation(
        title: fields.part(Float(titleFrequency), titleLength, meanTitleLength),
        text: fields.part(
          Float(Int(frequency) - title),
          max(0, length - titleLength),
          meanLength - meanTitleLength
        )
      )
    }
    guard lengths == .exact else { return table.saturation(frequency, lengthClass) }
    let length = try length(of: document, lengthClass, in: segment)
    return model.saturation(Float(frequency), relativeLength: length / meanLength) / table.unit
  }

  private func length(
    of document: Int,
    _ lengthClass: Int,
    in segment: SegmentReader
  ) throws(IndexError) -> Float {
    guard lengths == .exact, segment.hasPositions else {
      return LengthClass.middle(UInt8(lengthClass))
    }
    return Float(try segment.marks(of: document).count / 2)
  }
}

extension SegmentReader {
  /// The number of the field that holds titles; nil where no document has one.
  var titleField: Int? { fields.firstIndex { $0.name == "title" } }
}
