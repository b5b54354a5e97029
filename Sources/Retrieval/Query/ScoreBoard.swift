/// The memory that a search writes to: the scores of a window of documents, the documents that may be
/// among the best, and room for a block of postings of each term.
final class ScoreBoard {
  /// Documents of a window.
  static let window = 1 << 16
  /// The most documents that a window notes one by one.
  static let mostNoted = 1 << 12

  typealias Scores = WorkingMemory<16, Int16>
  typealias Noted = WorkingMemory<12, UInt16>
  typealias Gains = WorkingMemory<8, Int16>

  /// By the lowest 16 bits of a document's number.
  let scores = Scores()
  let noted = Noted()
  let candidates = WorkingMemory<16, UInt16>()
  /// By frequency, what the chosen term gives to documents of the class.
  private let gains = Gains()
  /// The places in `scores` of the documents of a block.
  private let places = WorkingMemory<7, UInt16>()
  private let table: SaturationTable
  private let starts = WorkingMemory<9, UInt32>()
  private var weight: Float = 0
  /// The class for which `gains` stands, and the frequency to which it is worked out.
  private var lengthClass = 0
  private var highest = 0
  private var segment = -1
  private var rooms: [PostingRoom] = []
  var notedCount = 0
  /// Documents that `collect` found.
  var candidateCount = 0

  /// Takes the weights by class of length.
  init(_ table: SaturationTable) {
    self.table = table
  }

  /// Where the term of a place in the query unpacks its postings.
  func room(_ term: Int) -> PostingRoom {
    while rooms.count <= term { rooms.append(PostingRoom()) }
    return rooms[term]
  }

  // MARK: Scores

  /// Takes the places where the classes of a segment begin.
  func select(segment: Int, classStarts: [UInt32]) {
    guard segment != self.segment else { return }
    self.segment = segment
    for lengthClass in 0..<256 { starts[lengthClass] = classStarts[lengthClass] }
    starts[256] = .max
    // Behind the last document there is no class to change to.
    var last = 255
    while last >= 0, classStarts[last + 1] == classStarts[256] {
      starts[last + 1] = .max
      last -= 1
    }
  }

  /// Chooses the term whose postings are added next.
  func selectTerm(weight: Float, lengthClass: Int) {
    self.weight = weight
    self.lengthClass = lengthClass & 255
    highest = 0
  }

  /// Moves on to the class of a document.
  ///
  /// - Parameters:
  ///   - document: Not before the one that was added last.
  ///   - frequency: To which gains are worked out.
  /// - Returns: The document where the class ends.
  private func moveClass(to document: UInt32, gainsUpTo frequency: Int) -> UInt32 {
    while starts[lengthClass + 1] <= document, lengthClass < 255 {
      lengthClass += 1
      highest = 0
    }
    workOutGains(upTo: frequency)
    return starts[lengthClass + 1]
  }

  private func workOutGains(upTo frequency: Int) {
    while highest < frequency {
      highest += 1
      gains[highest] = table.gain(weight, UInt8(truncatingIfNeeded: highest), lengthClass)
    }
  }

  /// Adds what the chosen term gives to the documents of a room that lie before an end.
  ///
  /// - Parameters:
  ///   - range: The places of the documents in the room.
  ///   - end: The document.
  ///   - room: The unpacked postings.
  ///   - maximum: No document holds the term more often.
  ///   - isNoting: Whether documents that had no score are noted.
  /// - Returns: The first place of the range that was not added.
  /// - Throws: `IndexError` when more documents come than can be noted.
  func add(
    _ range: Range<Int>,
    until end: UInt32,
    of room: PostingRoom,
    maximum: UInt8,
    isNoting: Bool
  ) throws(IndexError) -> Int {
    if isNoting, notedCount + range.count > Self.mostNoted { throw .damaged }
    var place = range.lowerBound
    while place < range.upperBound, room.documents[place] < end {
      let classEnd = moveClass(to: room.documents[place], gainsUpTo: Int(maximum))
      let run = place..<range.upperBound
      if isNoting {
        place = note(run, until: min(end, classEnd), of: room)
      } else if room.isUniform {
        place = add(run, until: min(end, classEnd), of: room) { _ in 1 }
      } else {
        place = add(run, until: min(end, classEnd), of: room) { Int(room.frequencies[$0]) }
      }
    }
    return place
  }

  /// Adds documents of one class.
  @inline(__always)
  private func add(
    _ range: Range<Int>,
    until end: UInt32,
    of room: PostingRoom,
    frequency: (Int) -> Int
  ) -> Int {
    for place in range {
      let document = room.documents[place]
      if document >= end { return place }
      scores[Int(document)] &+= gains[frequency(place)]
    }
    return range.upperBound
  }

  private func note(_ range: Range<Int>, until end: UInt32, of room: PostingRoom) -> Int {
    var count = notedCount
    defer { notedCount = count }
    for place in range {
      let document = room.documents[place]
      if document >= end { return place }
      let score = scores[Int(document)]
      scores[Int(document)] = score &+ gains[Int(room.frequency(place))]
      noted[count] = UInt16(truncatingIfNeeded: document)
      if score == 0 { count &+= 1 }
    }
    return range.upperBound
  }

  /// Adds a gain to one document of the window.
  func add(_ gain: Int16, to document: UInt32) {
    scores[Int(document)] &+= gain
  }

  // MARK: Packed blocks

  /// Adds what the chosen term gives to the documents of a packed block.
  ///
  /// - Parameters:
  ///   - block: One that can be added.
  ///   - bytes: Where it lies.
  /// - Throws: `IndexError` when the block is damaged.
  func add(_ block: PackedBlock, from bytes: MappedBytes) throws(IndexError) {
    guard block.isAddable else { throw .damaged }
    let most = Int(block.codeMask) + 1
    var end = moveClass(to: block.previous &+ 1, gainsUpTo: most)
    let first = lengthClass
    var progress = BlockProgress(after: block.previous)
    while !progress.isAtEnd {
      try bytes.add(block, &progress, until: end, gains: gains, to: scores, places: places)
      if progress.document >= end { end = try correctClass(block, bytes, progress, from: end) }
    }
    guard block.hasExceptions else { return }
    if lengthClass == first {
      try addExceptions(block, bytes)
    } else {
      try addExceptions(block, bytes, from: first)
    }
  }

  /// Gives the last eight documents of a block that were added what they get in their own class.
  ///
  /// - Returns: The document where the class of the last ends.
  private func correctClass(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    _ progress: BlockProgress,
    from end: UInt32
  ) throws(IndexError) -> UInt32 {
    let values = try bytes.eight(block, at: progress.start - 8)
    var document = progress.before
    var documents = SIMD8<UInt32>()
    var frequencies = SIMD8<UInt32>()
    for lane in 0..<8 {
      document = document &+ values[lane] &>> UInt32(block.codeBits) &+ 1
      documents[lane] = document
      frequencies[lane] = values[lane] & UInt32(block.codeMask) &+ 1
      if document >= end { scores[Int(document)] &-= gains[Int(frequencies[lane])] }
    }
    var classEnd = end
    for lane in 0..<8 where documents[lane] >= end {
      if documents[lane] >= classEnd {
        classEnd = moveClass(to: documents[lane], gainsUpTo: Int(block.codeMask) + 1)
      }
      scores[Int(documents[lane])] &+= gains[Int(frequencies[lane])]
    }
    return classEnd
  }

  /// Gives the documents whose frequency stands behind the block what is missing, all of the class.
  private func addExceptions(_ block: PackedBlock, _ bytes: MappedBytes) throws(IndexError) {
    let given = gains[Int(block.codeMask) + 1]
    try bytes.forEachException(of: block) { index, frequency in
      if highest < Int(frequency) { workOutGains(upTo: Int(frequency)) }
      scores[Int(places[index])] &+= gains[Int(frequency)] &- given
    }
  }

  /// The same where they are of several classes.
  private func addExceptions(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    from first: Int
  ) throws(IndexError) {
    let code = UInt8(truncatingIfNeeded: block.codeMask) + 1
    var lengthClass = first
    let base = (block.previous &+ 1) & ~UInt32(UInt16.max)
    try bytes.forEachException(of: block) { index, frequency in
      let document = base | UInt32(places[index])
      while lengthClass < 255, starts[lengthClass + 1] <= document { lengthClass += 1 }
      let given = table.gain(weight, code, lengthClass)
      scores[Int(document)] &+= table.gain(weight, frequency, lengthClass) &- given
    }
  }
}
