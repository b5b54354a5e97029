import TestSupport
import Testing

@testable import FEEL

struct ZoneFileTests {
  /// A zone of three changes (in 1906, 1950 and 2000) and a rule after them.
  private static let sample = CompiledZone(
    types: [1_800, 3_600, 7_200],
    changes: [(-2_000_000_000, 1), (-631_152_000, 2), (946_684_800, 1)],
    rule: "CET-1CEST,M3.5.0,M10.5.0/3"
  )

  @Test(arguments: [
    (-10_000_000_000, 1_800), (-2_000_000_001, 1_800), (-2_000_000_000, 3_600),
    (-631_152_001, 3_600),
    (-631_152_000, 7_200), (946_684_799, 7_200), (946_684_800, 3_600), (962_409_600, 7_200),
    (31_556_889_832_777_199, 3_600), (-31_557_014_000_000_000, 1_800),
  ])
  func `an instant has the offset of the last change, or of the rule`(instant: Int, offset: Int)
    throws
  {
    let zone = try #require(ZoneFile.history(in: Self.sample.bytes))
    #expect(zone.offset(atInstant: instant) == offset)
  }

  @Test
  func `a file of version 1 has no rule`() throws {
    let zone = try #require(ZoneFile.history(in: Self.sample.firstBlock(version: 0)))
    #expect(zone.offset(atInstant: -1_999_999_999) == 3_600)
    #expect(zone.offset(atInstant: 962_409_600) == 3_600)
  }

  @Test
  func `a file without changes follows its rule at all times`() throws {
    let file = CompiledZone(types: [0], changes: [], rule: "<+0530>-5:30")
    let zone = try #require(ZoneFile.history(in: file.bytes))
    for instant in [-62_000_000_000, 0, 62_000_000_000] {
      #expect(zone.offset(atInstant: instant) == 19_800)
      #expect(zone.offset(atLocal: instant) == 19_800)
    }
  }

  @Test
  func `a file without a rule keeps its last offset`() throws {
    let file = CompiledZone(types: [0, 3_600], changes: [(0, 1)], rule: "")
    let zone = try #require(ZoneFile.history(in: file.bytes))
    #expect(zone.offset(atInstant: -1) == 0)
    #expect(zone.offset(atInstant: 10_000_000_000) == 3_600)
  }

  @Test(arguments: [
    CompiledZone(types: [], changes: [], rule: "UTC0"),
    CompiledZone(types: [0], changes: [(0, 1)], rule: "UTC0"),
    CompiledZone(types: [0], changes: [(0, 255)], rule: "UTC0"),
    CompiledZone(types: [0], changes: [(5, 0), (4, 0)], rule: "UTC0"),
    CompiledZone(types: [0], changes: [(5, 0), (5, 0)], rule: "UTC0"),
    CompiledZone(types: [93_600], changes: [], rule: "UTC0"),
    CompiledZone(types: [0], changes: [], rule: "nonsense"),
    CompiledZone(types: [0], changes: [], rule: "UTC0", leapSeconds: 1),
    CompiledZone(types: [0], changes: [], rule: "UTC0", version: 0x01),
  ])
  func `a file that says impossible things is no zone`(file: CompiledZone) {
    #expect(ZoneFile.history(in: file.bytes) == nil)
  }

  @Test
  func `every beginning of a file is refused`() {
    let bytes = Self.sample.bytes
    for length in 0..<bytes.count {
      #expect(ZoneFile.history(in: Array(bytes[..<length])) == nil, "\(length) bytes")
    }
  }

  @Test
  func `every changed byte gives another zone or none`() {
    let bytes = Self.sample.bytes
    for place in bytes.indices {
      for value in [0x00, 0x01, 0x7F, 0x80, 0xFF, bytes[place] ^ 0x20] {
        var changed = bytes
        changed[place] = value
        probe(ZoneFile.history(in: changed))
      }
    }
  }

  @Test(arguments: [31, 32, 33])
  func `files changed at random give a zone or none`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      var bytes = Self.sample.bytes
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8(truncatingIfNeeded: generator.next())
      }
      probe(ZoneFile.history(in: bytes))
    }
  }

  private func probe(_ zone: ZoneHistory?) {
    guard let zone else { return }
    for point in [-31_557_014_000_000_000, -631_152_000, 0, 962_409_600, 31_556_889_000_000_000] {
      #expect(abs(zone.offset(atInstant: point)) < 93_600)
      #expect(abs(zone.offset(atLocal: point)) < 93_600)
    }
  }

  @Test(arguments: ["/", "/nonexistent", "", "/dev/null"])
  func `what is no file of a zone gives none`(path: String) {
    #expect(ZoneFile.bytes(ofFileAt: path).flatMap(ZoneFile.history(in:)) == nil)
  }
}

/// Writes a compiled zone as RFC 8536 has it.
struct CompiledZone: Sendable {
  var types: [Int]
  var changes: [(instant: Int, type: UInt8)]
  var rule: String
  var leapSeconds = 0
  var version: UInt8 = 0x32

  /// A file with both blocks and the rule.
  var bytes: [UInt8] {
    firstBlock(version: version) + block(width: 8, version: version) + Array("\n\(rule)\n".utf8)
  }

  /// The block with instants of 32 bits.
  func firstBlock(version: UInt8) -> [UInt8] { block(width: 4, version: version) }

  private func block(width: Int, version: UInt8) -> [UInt8] {
    let counts = [0, 0, leapSeconds, changes.count, types.count, 4]
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    bytes += counts.flatMap { bigEndian($0, width: 4) }
    bytes += changes.flatMap { bigEndian($0.instant, width: width) }
    bytes += changes.map(\.type)
    bytes += types.flatMap { bigEndian($0, width: 4) + [0, 0] }
    bytes += Array("LMT\0".utf8)
    return bytes + [UInt8](repeating: 0, count: leapSeconds * (width + 4))
  }

  private func bigEndian(_ value: Int, width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
