internal import Evidence
internal import Retrieval

extension CompiledPack {
  /// The decision model of a protocol as its file has it, and the facts that belong to a site; no bytes
  /// for a protocol without decisions.
  func decisionModel(
    protocol number: Int
  ) throws(IndexError) -> (siteFacts: [String], file: [UInt8]) {
    var cursor = try record(.decisions, number)
    let siteFacts = try cursor.strings()
    var file: [UInt8] = []
    let count = try cursor.count()
    file.reserveCapacity(min(count, 1 << 20))
    for _ in 0..<count { file.append(try cursor.uint8()) }
    return (siteFacts, file)
  }
}
