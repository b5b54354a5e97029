import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct MappedBytesTests {
  @Test(arguments: [
    (0, 1), (1, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3), (1 << 32, 5), (1 << 40, 6),
    (Int.max, 9),
  ])
  func `a number of variable length comes back`(value: Int, length: Int) throws {
    var writer = ByteWriter()
    writer.append(variable: value)
    #expect(writer.bytes.count == length)
    var offset = 0
    #expect(try MappedBytes(writer.bytes).variable(&offset) == value)
    #expect(offset == length)
    for count in 0..<length {
      var offset = 0
      let short = MappedBytes(Array(writer.bytes[..<count]))
      #expect(throws: IndexError.truncated(offset: count)) { try short.variable(&offset) }
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `random numbers of variable length come back in a row`(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let numbers = (0..<500).map { _ in
      Int.random(in: 0...(Int.max >> Int.random(in: 0...62, using: &generator)), using: &generator)
    }
    var writer = ByteWriter()
    for number in numbers { writer.append(variable: number) }
    let bytes = MappedBytes(writer.bytes)
    var offset = 0
    for number in numbers { #expect(try bytes.variable(&offset) == number) }
    #expect(offset == bytes.count)
  }

  @Test func `a number that never ends is refused`() {
    var offset = 0
    #expect(throws: IndexError.self) {
      try MappedBytes([UInt8](repeating: 0x80, count: 64)).variable(&offset)
    }
  }

  @Test func `values come back in the order they were written`() throws {
    var writer = ByteWriter()
    writer.append(7 as UInt8)
    writer.append(0x0102_0304 as UInt32)
    writer.append(UInt64.max - 1)
    writer.append(-1.5 as Float)
    writer.append("größe")
    writer.append(["", "a", "≤"])
    writer.append(count: Int.max)
    writer.patch(9, at: 1)
    #expect(Array(writer.bytes[1..<5]) == [9, 0, 0, 0])
    var cursor = ByteCursor(MappedBytes(writer.bytes), at: 0)
    #expect(try cursor.uint8() == 7)
    #expect(try cursor.count() == 9)
    #expect(try cursor.uint64() == UInt64.max - 1)
    #expect(try cursor.float() == -1.5)
    #expect(try cursor.string() == "größe")
    #expect(try cursor.strings() == ["", "a", "≤"])
    #expect(try cursor.count() == Int(UInt32.max))
    #expect(cursor.offset == writer.bytes.count)
    #expect(throws: IndexError.truncated(offset: cursor.offset)) { try cursor.uint8() }
  }

  @Test func `a list of texts longer than the file is refused`() {
    var cursor = ByteCursor(MappedBytes([UInt8](repeating: 0xFF, count: 4)), at: 0)
    #expect(throws: IndexError.self) { try cursor.strings() }
  }

  @Test(arguments: [-1, Int.min, 1, 8, Int.max, Int.max - 3])
  func `a read outside of the bytes is refused`(offset: Int) {
    let bytes = MappedBytes([UInt8](repeating: 0, count: 8))
    let expected = IndexError.truncated(offset: offset)
    #expect(throws: expected) { try bytes.uint64(offset) }
    #expect(throws: expected) { try bytes.string(offset, count: 8) }
    #expect(throws: expected) { try bytes.compare(offset, count: 8, with: "a") }
    #expect(throws: IndexError.self) { try bytes.string(0, count: -1) }
    #expect(throws: IndexError.self) { try bytes.string(0, count: Int.max) }
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "ab", 1), ("ab", "abc", -1), ("", "", 0), ("", "a", -1),
    ("a", "", 1), ("a", "b", -1), ("z", "ä", -1), ("ä", "z", 1),
  ])
  func `texts compare by their bytes`(own: String, other: String, sign: Int) throws {
    let bytes = MappedBytes(Array(own.utf8))
    #expect(try bytes.compare(0, count: bytes.count, with: other).signum() == sign)
  }

  @Test(arguments: [1, 7, 8, 9, 16, 61, 64])
  func `the checksum changes with each flipped byte and each length`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    print("seed \(count)")
    let content = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let sound = try MappedBytes(content).checksum(0..<count)
    for place in content.indices {
      for mask in 1...255 as ClosedRange<UInt8> {
        var flipped = content
        flipped[place] ^= mask
        #expect(try MappedBytes(flipped).checksum(0..<count) != sound)
      }
    }
    #expect(try MappedBytes(content + [0]).checksum(0..<(count + 1)) != sound)
    #expect(try MappedBytes(content).checksum(0..<(count - 1)) != sound)
    #expect(try MappedBytes([1] + content).checksum(1..<(count + 1)) == sound)
    #expect(throws: IndexError.self) { try MappedBytes(content).checksum(0..<(count + 1)) }
  }

  @Test func `a missing file, a folder and an empty file are refused`() throws {
    try withFile([]) { path in
      #expect(throws: IndexError.truncated(offset: 0)) { try MappedBytes(path: path) }
      #expect(throws: IndexError.unreadable(code: 2)) { try MappedBytes(path: path + ".no") }
      let folder = FileManager.default.temporaryDirectory.path
      #expect(throws: IndexError.unreadable(code: 21)) { try MappedBytes(path: folder) }
    }
  }

  @Test func `a mapped file reads as the copied array does`() throws {
    let content = try SampleIndex.bytes(RandomCollection(seed: 3).tokens, []).bytes
    try withFile(content) { path in
      let mapped = try MappedBytes(path: path)
      let copied = MappedBytes(content)
      #expect(mapped.count == copied.count)
      for offset in content.indices {
        let (one, other) = (try mapped.uint8(offset), try copied.uint8(offset))
        #expect(one == other)
      }
      let sums = (
        try mapped.checksum(0..<content.count), try copied.checksum(0..<content.count)
      )
      #expect(sums.0 == sums.1)
      #expect(throws: IndexError.truncated(offset: content.count)) {
        try mapped.uint8(content.count)
      }
    }
  }

  @Test func `a part of other bytes has its own offsets and ends where it ends`() throws {
    var part: MappedBytes?
    try withFile([1, 2, 3, 4, 5, 6, 7]) { path in
      let whole = try MappedBytes(path: path)
      part = try MappedBytes(whole, 2..<6)
      for range in [5..<8, -1..<3] {
        #expect(throws: IndexError.self) { try MappedBytes(whole, range) }
      }
    }
    // The map lives on with its part.
    let bytes = try #require(part)
    #expect(bytes.count == 4)
    #expect(try bytes.uint32(0) == 0x0605_0403)
    #expect(throws: IndexError.truncated(offset: 1)) { try bytes.uint32(1) }
  }

  /// Calls `body` with the path of a temporary file.
  private func withFile(_ content: [UInt8], _ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(content).write(to: url)
    try body(url.path)
  }
}
