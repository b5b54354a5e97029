import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct ProgressMeterTests {
  /// What a meter was told, in order.
  private final class Log {
    var steps: [IndexProgress] = []
  }

  @Test func `reading and merging are told as they go on, never backwards and never too far`()
    throws
  {
    let folder = try TemporaryFolder()
    let input = folder.url.appendingPathComponent("texts.jsonl")
    var generator = SeededGenerator(seed: 8)
    let lines = (0..<6000).map { number in
      let words = SmallIndex.randomWords(40, &generator).joined(separator: " ")
      return #"{"_id":"\#(number)","text":"\#(words)"}"#
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: input)
    let log = Log()
    var options = DirectoryWriter.Options()
    options.memory = 1 << 20
    var writer = try DirectoryWriter(
      path: folder.url.appendingPathComponent("index").path,
      words: IndexedWords(stop: [], asking: []),
      options: options,
      meter: ProgressMeter { log.steps.append($0) }
    )
    _ = try writer.add(inputs: [input.path])
    try writer.commit()
    let reading = log.steps.filter { $0.step == .reading }
    let size = try #require(FileManager.default.attributesOfItem(atPath: input.path)[.size] as? Int)
    #expect(reading.map(\.documents) == Array(1...6000))
    #expect(reading.allSatisfy { $0.total == size })
    #expect(reading.last?.done == size)
    #expect(zip(reading, reading.dropFirst()).allSatisfy { $0.done <= $1.done })
    let merging = log.steps.filter { $0.step == .merging }
    #expect(!merging.isEmpty)
    for step in merging { #expect(step.done > 0 && step.done <= (step.total ?? 0)) }
  }
}
