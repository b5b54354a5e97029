import Evidence
import Retrieval
import Testing

@testable import Answering

@Suite struct `Packed decisions` {
  /// The record of the bundled protocol, and where the model begins in it.
  private static func packed() throws -> (bytes: [UInt8], model: Int) {
    let packed = PackedDecisions(try BundledCase.source.get())
    var writer = ByteWriter()
    packed.write(to: &writer)
    return (writer.bytes, writer.bytes.count - packed.bytes.count)
  }

  private static func read(_ bytes: [UInt8]) throws -> CaseModel? {
    var cursor = ByteCursor(MappedBytes(bytes), at: 0)
    return try PackedDecisions(&cursor).model()
  }

  @Test func `are read as they were written`() throws {
    #expect(try Self.read(Self.packed().bytes)?.decisions.isEmpty == false)
  }

  /// A rule that rotted would decide otherwise, and nobody would notice.
  @Test func `are refused when a byte of the model is another`() throws {
    let (bytes, model) = try Self.packed()
    for at in stride(from: model, to: bytes.count, by: 331) {
      var changed = bytes
      changed[at] ^= UInt8(1 << (at % 8))
      #expect(throws: (any Error).self, "byte \(at)") { try Self.read(changed) }
    }
  }
}
