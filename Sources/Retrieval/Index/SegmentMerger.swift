/// Writes several segments as one, without the documents that were removed.
///
/// Documents keep their order by class of length, and within a class by segment, so the numbers of
/// each segment ascend in the new one as well and lists of postings are merged as they are read.
struct SegmentMerger {
  /// A segment with its documents' numbers in the new one.
  private struct Input {
    var segment: SegmentReader
    /// `removed` for a document that is left out.
    var numbers: [UInt32]
    var cursor: TermDictionary.TermCursor
    var term: [UInt8] = []
    var entry: DictionaryEntry?

    mutating func advance() throws(IndexError) { entry = try cursor.next(&term) }
  }

  private static let removed = UInt32.max
  private var inputs: [Input] = []
  private var classes = [UInt32](repeating: 0, count: 256)
  private var count = 0
  private var postings = MergedPostings()
  private let fields: [SegmentField]
  private let meter: ProgressMeter?
  /// So many bytes are written before the memory of what was read is given back.
  private static let releaseStep = 1 << 20

  init(_ parts: [DirectoryReader.Part], meter: ProgressMeter? = nil) throws(IndexError) {
    self.meter = meter
    meter?.begin(.merging, total: parts.reduce(0) { $0 + $1.segment.size })
    fields = try Self.commonFields(parts)
    for part in parts {
      try part.segment.verify()
      inputs.append(
        Input(
          segment: part.segment,
          numbers: [UInt32](repeating: Self.removed, count: part.segment.documentCount),
          cursor: try TermDictionary.TermCursor(part.segment.dictionary)
        )
      )
    }
    for lengthClass in 0..<256 {
      for index in inputs.indices {
        let starts = inputs[index].segment.classStarts
        for document in Int(starts[lengthClass])..<Int(starts[lengthClass + 1]) {
          if parts[index].deletions?.contains(document) == true { continue }
          inputs[index].numbers[document] = UInt32(count)
          count += 1
          classes[lengthClass] += 1
        }
      }
    }
    guard count < Int(Int32.max) else { throw .tooManyDocuments }
    for index in inputs.indices { try inputs[index].advance() }
  }

  /// The fields of the segments that have any.
  private static func commonFields(
    _ parts: [DirectoryReader.Part]
  ) throws(IndexError) -> [SegmentField] {
    var fields: [SegmentField] = []
    for part in parts where !part.segment.fields.isEmpty {
      let own = part.segment.fields.map { SegmentField(name: $0.name, weight: $0.weight) }
      guard fields.isEmpty || fields == own else { throw .unknownFormat }
      fields = own
    }
    return fields
  }

  /// Writes the new segment.
  ///
  /// - Returns: Its documents and their tokens.
  mutating func write(to path: String) throws(IndexError) -> (documents: Int, tokens: Int) {
    var writer = try SegmentWriter(path: path)
    var released = 0
    while let term = leastTerm() {
      postings.removeAll()
      for index in inputs.indices where inputs[index].entry != nil && inputs[index].term == term {
        if let entry = inputs[index].entry {
          try postings.append(entry, inputs[index].segment.bytes, inputs[index].numbers)
        }
        try inputs[index].advance()
      }
      postings.merge()
      if !postings.documents.isEmpty {
        try writer.add(
          term[...],
          postings.documents,
          postings.frequencies,
          postings.documents.indices
        )
      }
      release(writer.count, &released)
    }
    try writer.finishTerms()
    let tokens = keptTokens()
    try writeDocuments(tokens, to: &writer)
    try writer.finish()
    return (count, tokens)
  }

  private func leastTerm() -> [UInt8]? {
    var least: Int?
    for index in inputs.indices where inputs[index].entry != nil {
      if let known = least,
        !inputs[index].term.lexicographicallyPrecedes(inputs[known].term)
      {
        continue
      }
      least = index
    }
    return least.map { inputs[$0].term }
  }

  /// The tokens of the documents that are kept: exactly without removals, else by their share.
  private func keptTokens() -> Int {
    var tokens = 0
    for input in inputs {
      let kept = input.numbers.reduce(0) { $0 + ($1 == Self.removed ? 0 : 1) }
      let all = max(1, input.segment.documentCount)
      tokens +=
        kept == all
        ? input.segment.tokenCount
        : Int(Double(input.segment.tokenCount) * Double(kept) / Double(all))
    }
    return tokens
  }

  /// Calls `body` with every document that is kept, in the order of the new segment.
  private func forEachDocument(
    _ body: (_ input: Int, _ document: Int) throws(IndexError) -> Void
  ) throws(IndexError) {
    for lengthClass in 0..<256 {
      for (index, input) in inputs.enumerated() {
        let starts = input.segment.classStarts
        for document in Int(starts[lengthClass])..<Int(starts[lengthClass + 1])
        where input.numbers[document] != Self.removed {
          try body(index, document)
        }
      }
    }
  }

  private func writeDocuments(
    _ tokens: Int,
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    try writer.addDocuments(
      classes: classes,
      count: count,
      tokenCount: tokens,
      fields: try lengths()
    )
    try writeIdentifiers(to: &writer)
    var released = writer.count
    if inputs.allSatisfy(\.segment.hasPositions) {
      var marks: [UInt16] = []
      try forEachDocument { input, document throws(IndexError) in
        let segment = inputs[input].segment
        marks.removeAll(keepingCapacity: true)
        for offset in try segment.markPlaces(of: document) {
          marks.append(try segment.bytes.uint16(offset))
        }
        try writer.addMarks(marks[...])
        release(writer.count, &released)
      }
    }
    try writer.finishMarks()
    guard inputs.allSatisfy({ $0.segment.hasTexts }) else { return }
    try forEachDocument { input, document throws(IndexError) in
      try writer.addText((try inputs[input].segment.text(of: document) ?? [])[...])
      release(writer.count, &released)
    }
  }

  private func writeIdentifiers(to writer: inout SegmentWriter) throws(IndexError) {
    var cursors = inputs.map { IdentifierCursor($0.segment) }
    try forEachDocument { input, document throws(IndexError) in
      // What was removed is passed over.
      while cursors[input].document < document {
        guard try cursors[input].next() else { throw .damaged }
      }
      try writer.addIdentifier(cursors[input].identifier[...])
    }
    try writer.finishIdentifiers()
  }

  /// Gives the memory of what was read back, each time so much was written.
  private func release(_ written: Int, _ releasedAt: inout Int) {
    guard written - releasedAt >= Self.releaseStep else { return }
    releasedAt = written
    meter?.written(written)
    for input in inputs { input.segment.bytes.release() }
  }

  /// The lengths of the fields of each document; none in a segment without fields.
  private func lengths() throws(IndexError) -> FieldLengths {
    var lengths = FieldLengths(fields)
    guard !fields.isEmpty else { return lengths }
    var ownLengths = [Int](repeating: 0, count: fields.count)
    try forEachDocument { input, document throws(IndexError) in
      let segment = inputs[input].segment
      for field in fields.indices {
        ownLengths[field] =
          segment.fields.isEmpty ? 0 : try segment.length(of: document, field: field)
      }
      lengths.append(ownLengths)
    }
    return lengths
  }
}
