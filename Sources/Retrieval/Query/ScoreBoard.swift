/// The memory that a search writes to: the scores of a window of documents, the documents that may be
/// among the best, and room for a block of postings of each term.
final class ScoreBoard {
  /// Documents of a window.
  static let window = 1 << 16
  /// The most documents that a window notes one by one.
  static let mostNoted = 1 << 12

  typealias Scores = WorkingMemory<16, Int16>
  typealias Noted = WorkingMemory<12, UInt16>
  typealias Gains = WorkingMemory<3, Int16>
  typealias Places = WorkingMemory<7, UInt16>

  let scores = Scores()
  let noted = Noted()
  let candidates = WorkingMemory<16, UInt16>()
  private let gains = Gains()
  private let places = Places()
  /// By class of length, what frequencies of 1 to 8 make of a term's weight.
  private let rows: [SIMD8<Float>]
  private let table: SaturationTable
  private let starts = WorkingMemory<9, UInt32>()
  private var weight: Float = 0
  private var segment = -1
  private var rooms: [PostingRoom] = []
  var notedCount = 0
  /// Documents that `collect` found.
  var candidateCount = 0

  /// Takes the weights by class of length.
  init(_ table: SaturationTable) {
    rows = (0..<256).map { lengthClass in
      var row = SIMD8<Float>()
      for lane in 0..<8 { row[lane] = table.saturation(UInt8(lane + 1), lengthClass) }
      return row
    }
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

  /// Chooses the term whose blocks are added next.
  func selectTerm(weight: Float, lengthClass: Int) {
    self.weight = weight
    setClass(lengthClass)
  }

  /// The class of the document that was added last.
  private(set) var lengthClass = 0

  @inline(__always)
  private func setClass(_ lengthClass: Int) {
    self.lengthClass = lengthClass & 255
    let row = rows[self.lengthClass]
    for lane in 0..<8 { gains[lane] = SaturationTable.steps(weight, row[lane]) }
  }

  /// Moves to the class of a document of the window, and gives the place where it ends.
  @inline(never)
  private func moveClass(to place: UInt32, base: UInt32) -> UInt32 {
    var lengthClass = lengthClass
    let document = base &+ place
    while lengthClass < 255, starts[lengthClass + 1] <= document { lengthClass += 1 }
    setClass(lengthClass)
    return starts[lengthClass + 1] &- base
  }

  /// Adds what a term gives to the documents of a block, all of which lie in the window.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - bytes: Where it lies.
  ///   - base: The first document of the window.
  ///   - isNoting: Whether documents that had no score are noted.
  /// - Throws: `IndexError` when the block is damaged.
  func add(
    _ block: PackedBlock,
    from bytes: MappedBytes,
    base: UInt32,
    isNoting: Bool
  ) throws(IndexError) {
    if isNoting, notedCount + block.count > Self.mostNoted { throw .damaged }
    let first = lengthClass
    switch (isNoting, block.hasExceptions, block.codeBits > 0) {
    case (false, false, false): try add(block, bytes, base, false, false, false)
    case (false, false, true): try add(block, bytes, base, false, false, true)
    case (false, true, _): try add(block, bytes, base, false, true, true)
    case (true, _, _): try add(block, bytes, base, true, true, true)
    }
    if block.hasExceptions { try correct(block, bytes, base, from: first) }
  }

  @inline(__always)
  private func add(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    _ base: UInt32,
    _ isNoting: Bool,
    _ keepsPlaces: Bool,
    _ hasCodes: Bool
  ) throws(IndexError) {
    let codeBits = block.codeBits
    let codeMask = block.codeMask
    var place = block.previous &- base
    var classEnd = starts[lengthClass + 1] &- base
    var gain = gains[0]
    var count = notedCount
    try bytes.forEachPacked(block) { index, value in
      let gap = hasCodes ? value &>> codeBits : value
      place = place &+ UInt32(truncatingIfNeeded: gap) &+ 1
      if place >= classEnd {
        classEnd = moveClass(to: place, base: base)
        gain = gains[0]
      }
      if hasCodes { gain = gains[Int(truncatingIfNeeded: value & codeMask)] }
      let score = scores[Int(place)]
      scores[Int(place)] = score &+ gain
      if keepsPlaces { places[index] = UInt16(truncatingIfNeeded: place) }
      if isNoting {
        noted[count] = UInt16(truncatingIfNeeded: place)
        if score == 0 { count &+= 1 }
      }
    }
    if isNoting { notedCount = count }
  }

  /// Gives the documents whose frequency stands behind the block what is missing.
  private func correct(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    _ base: UInt32,
    from first: Int
  ) throws(IndexError) {
    let code = Int(block.codeMask)
    var lengthClass = first
    try bytes.forEachException(of: block) { index, frequency in
      let place = places[index]
      let document = base &+ UInt32(place)
      while lengthClass < 255, starts[lengthClass + 1] <= document { lengthClass += 1 }
      let given = SaturationTable.steps(weight, rows[lengthClass][code])
      let due = SaturationTable.steps(weight, saturation(frequency, lengthClass))
      scores[Int(place)] &+= due &- given
    }
  }

  @inline(__always)
  private func saturation(_ frequency: UInt8, _ lengthClass: Int) -> Float {
    if frequency <= 8 { return rows[lengthClass][Int(frequency) - 1] }
    return table.saturation(frequency, lengthClass)
  }

  /// Adds a gain to one document of the window.
  @inline(__always)
  func add(_ place: UInt32, _ gain: Int16, isNoting: Bool) throws(IndexError) {
    if isNoting, notedCount >= Self.mostNoted { throw .damaged }
    let score = scores[Int(place)]
    scores[Int(place)] = score &+ gain
    if isNoting, score == 0 {
      noted[notedCount] = UInt16(truncatingIfNeeded: place)
      notedCount &+= 1
    }
  }
}
