/// Writes ascending texts in blocks, each text but a block's first as what differs from the one before.
struct FrontCoder {
  private let blockSize: Int
  private(set) var bytes: [UInt8] = []
  /// Where each block begins.
  private(set) var offsets: [UInt32] = []
  /// The first eight bytes of each block's first text, the first of them highest.
  private(set) var keys: [UInt64] = []
  private var last: [UInt8] = []
  /// Texts so far.
  private var textCount = 0
  /// Bytes that were taken.
  private var takenCount = 0

  /// The most bytes that are noted as shared.
  static let mostShared = 15
  /// The most bytes of one text.
  static let longest = 255

  init(blockSize: Int) {
    self.blockSize = blockSize
  }

  /// Adds a text: a byte of two nibbles (shared bytes, further bytes), for 15 further bytes a byte
  /// with the rest of their number, then the further bytes.
  ///
  /// The texts of identifiers need not ascend; they share what they share.
  mutating func append(_ text: ArraySlice<UInt8>) {
    var shared = 0
    if textCount.isMultiple(of: blockSize) {
      offsets.append(UInt32(count))
      keys.append(Self.key(text))
    } else {
      let most = min(Self.mostShared, last.count, text.count)
      while shared < most, last[shared] == text[text.startIndex + shared] { shared += 1 }
    }
    let further = text.count - shared
    bytes.append(UInt8(shared << 4 | min(further, 15)))
    if further >= 15 { bytes.append(UInt8(further - 15)) }
    bytes.append(contentsOf: text[(text.startIndex + shared)...])
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: text)
    textCount += 1
  }

  /// Bytes of all texts.
  var count: Int { takenCount + bytes.count }

  /// Hands out the bytes since the last time.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    takenCount += bytes.count
    return bytes
  }

  /// Adds a number that belongs to the text before it.
  mutating func append(variable value: Int) {
    var rest = UInt64(value)
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest & 127 | 128))
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a byte that belongs to the text before it.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Eight bytes as a number that orders as the text does; a shorter text is filled with zeros.
  static func key(_ text: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in text.prefix(8) { key = key << 8 | UInt64(byte) }
    return text.isEmpty ? 0 : key << UInt64(8 * (8 - min(8, text.count)))
  }
}
