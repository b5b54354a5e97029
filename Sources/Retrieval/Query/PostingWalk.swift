/// Where a search stands in the postings of one term of one segment.
struct PostingWalk {
  /// The term's weight in steps of the query.
  let weight: Float
  private let blocks: PostingBlocks
  /// Where the term's block is unpacked.
  private let room: PostingRoom
  /// The block that comes next; `blockCount` is what is left behind the full ones.
  private(set) var block = 0
  /// The last document before the block.
  private(set) var previous = UInt32.max
  /// The block that is unpacked, and the place in it.
  private(set) var loaded = -1
  private(set) var loadedCount = 0
  private(set) var place = 0
  private var tailMaximum: UInt8 = 1
  /// The block that is gone through for single documents, and how far.
  private var scanned = -1
  private var scan = BlockProgress(after: .max)
  private var scannedBlock = PackedBlock(offset: 0, count: 0, width: 0, previous: .max)
  /// The most that a document of the window can get.
  var bound = 0
  /// At most so many documents of the window hold the term.
  var estimate = 0

  init(
    _ entry: DictionaryEntry,
    weight: Float,
    room: PostingRoom,
    _ bytes: MappedBytes
  ) throws(IndexError) {
    self.weight = weight
    self.room = room
    blocks = try PostingBlocks(entry)
    if entry.documentFrequency == 1 {
      room.put(entry.single.document, entry.single.frequency)
      loaded = 0
      loadedCount = 1
      tailMaximum = entry.single.frequency
    } else if blockCount == 0 {
      try load(bytes)
    }
  }

  /// Full blocks.
  var blockCount: Int { blocks.count }
  private var tailCount: Int { blocks.tailCount }

  /// Whether nothing is left.
  var isAtEnd: Bool { block > blockCount || block == blockCount && tailCount == 0 }

  /// No later document holds the term than from this one on; nil at the end.
  var next: UInt32? {
    if isAtEnd { return nil }
    return loaded == block ? room.documents[place] : previous &+ 1
  }

  // MARK: Blocks

  private mutating func load(_ bytes: MappedBytes) throws(IndexError) {
    let packed = try blocks.packed(block, after: previous, bytes)
    try room.unpack(packed, from: bytes)
    loaded = block
    loadedCount = packed.count
    place = 0
    if block == blockCount {
      tailMaximum = 1
      for index in 0..<tailCount { tailMaximum = max(tailMaximum, room.frequency(index)) }
    }
  }

  /// Moves behind the block.
  private mutating func leave(last: UInt32) {
    previous = last
    block += 1
  }

  /// Moves to the first block that may hold a document from `low` on, and inside a loaded one to it.
  private mutating func seek(
    _ low: UInt32,
    _ bytes: MappedBytes
  ) throws(IndexError) {
    while block < blockCount {
      let last = try blocks.last(block, bytes)
      if last >= low { break }
      leave(last: last)
    }
    guard loaded == block else { return }
    place = room.place(of: low, in: place..<loadedCount)
    if place == loadedCount { leave(last: room.documents[loadedCount - 1]) }
  }

  /// Sets `bound` and `estimate` for a window.
  mutating func prepare(
    _ window: Range<UInt32>,
    _ lengthClass: Int,
    _ table: SaturationTable,
    _ bytes: MappedBytes
  ) throws(IndexError) {
    try seek(window.lowerBound, bytes)
    bound = 0
    estimate = 0
    guard let next, next < window.upperBound else { return }
    var most: UInt8 = 0
    var index = block
    var isTailReached = true
    while index < blockCount {
      most = max(most, try blocks.maximum(index, bytes))
      estimate += PostingEncoder.blockSize
      let last = try blocks.last(index, bytes)
      index += 1
      if last >= window.upperBound - 1 {
        isTailReached = false
        break
      }
    }
    if isTailReached, tailCount > 0 {
      if loaded == blockCount || block < blockCount {
        most = max(most, loaded == blockCount ? tailMaximum : .max)
      } else {
        try load(bytes)
        most = max(most, tailMaximum)
      }
      estimate += tailCount
    }
    bound = Int(table.gain(weight, most, lengthClass))
  }
}

// MARK: - Scoring

extension PostingWalk {
  /// Adds what the term gives to the documents of a window.
  ///
  /// - Parameters:
  ///   - context: The window.
  ///   - limit: A block whose documents get no more is passed over.
  ///   - isNoting: Whether documents that had no score are noted.
  /// - Throws: `IndexError` when the postings are damaged.
  mutating func accumulate(
    _ context: borrowing WindowContext,
    limit: Int,
    isNoting: Bool
  ) throws(IndexError) {
    let bytes = context.bytes
    let window = context.window
    let board = context.board
    var lengthClass = context.lengthClass
    board.selectTerm(weight: weight, lengthClass: lengthClass)
    while !isAtEnd {
      if loaded != block {
        let first = previous &+ 1
        if first >= window.upperBound { return }
        if block < blockCount {
          let last = try blocks.last(block, bytes)
          if limit > 0, last < window.upperBound {
            lengthClass = context.lengthClass(of: max(first, window.lowerBound), from: lengthClass)
            let most = context.table.gain(weight, try blocks.maximum(block, bytes), lengthClass)
            if Int(most) <= limit {
              leave(last: last)
              continue
            }
          }
          if !isNoting, first >= window.lowerBound, last < window.upperBound {
            let packed = try blocks.packed(block, after: previous, bytes)
            if packed.isAddable {
              try board.add(packed, from: bytes)
              leave(last: last)
              continue
            }
          }
        }
        try load(bytes)
      }
      try consume(context, isNoting)
      if loaded == block { return }
    }
  }

  /// Adds the loaded postings that lie in the window.
  private mutating func consume(
    _ context: borrowing WindowContext,
    _ isNoting: Bool
  ) throws(IndexError) {
    let board = context.board
    let window = context.window
    let maximum = loaded < blockCount ? try blocks.maximum(loaded, context.bytes) : tailMaximum
    if room.documents[place] < window.lowerBound {
      place = room.place(of: window.lowerBound, in: place..<loadedCount)
    }
    place = try board.add(
      place..<loadedCount,
      until: window.upperBound,
      of: room,
      maximum: maximum,
      isNoting: isNoting
    )
    if place == loadedCount { leave(last: room.documents[loadedCount - 1]) }
  }

  /// The documents that the term gives most to in the block with the highest bound.
  mutating func bestDocuments(
    _ context: borrowing WindowContext,
    limit: Int
  ) throws(IndexError) -> [UInt32] {
    var most = 0
    var chosen = 0
    var lengthClass = 0
    var before = UInt32.max
    var previousOfChosen = UInt32.max
    for index in 0..<blockCount {
      lengthClass = context.lengthClass(of: before &+ 1, from: lengthClass)
      let bound = context.table.gain(weight, try blocks.maximum(index, context.bytes), lengthClass)
      if Int(bound) > most {
        most = Int(bound)
        chosen = index
        previousOfChosen = before
      }
      before = try blocks.last(index, context.bytes)
    }
    if blockCount > 0 {
      block = chosen
      previous = previousOfChosen
      try load(context.bytes)
    }
    var best = TopScores(limit: limit)
    lengthClass = 0
    for index in 0..<loadedCount {
      let document = room.documents[index]
      lengthClass = context.lengthClass(of: document, from: lengthClass)
      let gain = context.table.gain(weight, room.frequency(index), lengthClass)
      best.insert(score: Int(gain), document: document)
    }
    return best.sorted().map(\.document)
  }

  /// What the term gives to a document; documents must be asked for in ascending order.
  mutating func probe(
    _ document: UInt32,
    _ lengthClass: Int,
    _ context: borrowing WindowContext
  ) throws(IndexError) -> Int {
    try seek(document, context.bytes)
    if isAtEnd || previous &+ 1 > document { return 0 }
    if loaded != block, block < blockCount {
      if scanned != block {
        scannedBlock = try blocks.packed(block, after: previous, context.bytes)
        scan = BlockProgress(after: previous)
        scanned = block
      }
      if scannedBlock.isAddable { return try scan(document, lengthClass, context) }
    }
    if loaded != block {
      try load(context.bytes)
      place = room.place(of: document, in: 0..<loadedCount)
      if place == loadedCount {
        leave(last: room.documents[loadedCount - 1])
        return 0
      }
    }
    guard room.documents[place] == document else { return 0 }
    return Int(context.table.gain(weight, room.frequency(place), lengthClass))
  }

  /// The same in the block that is gone through.
  private mutating func scan(
    _ document: UInt32,
    _ lengthClass: Int,
    _ context: borrowing WindowContext
  ) throws(IndexError) -> Int {
    let bytes = context.bytes
    try bytes.pass(scannedBlock, &scan, until: document)
    let values = try bytes.eight(scannedBlock, at: scan.start - 8)
    var reached = scan.before
    for lane in 0..<8 {
      reached = reached &+ values[lane] &>> UInt32(scannedBlock.codeBits) &+ 1
      guard reached == document else { continue }
      let place = scan.start - 8 + lane
      let frequency = try bytes.frequency(place, packed: values[lane], in: scannedBlock)
      return Int(context.table.gain(weight, frequency, lengthClass))
    }
    return 0
  }
}
