import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct ThreadsTests {
  private let words = IndexedWords(stop: ["the"], asking: ["what"])

  private func records(_ count: Int, _ generator: inout SeededGenerator) -> [DocumentRecord] {
    (0..<count).map { number in
      var record = DocumentRecord()
      record.identifier = Array("d\(number)".utf8)
      let title = SmallIndex.randomWords(Int.random(in: 0...3, using: &generator), &generator)
      let text = SmallIndex.randomWords(Int.random(in: 0...40, using: &generator), &generator)
      record.title = Array(title.joined(separator: " ").utf8)
      record.text = Array((text + ["n\(number)"]).joined(separator: " ").utf8)
      return record
    }
  }

  private func segment(
    _ records: [DocumentRecord],
    threads: Int,
    memory: Int
  ) throws -> (files: [String], bytes: Data) {
    let folder = try TemporaryFolder()
    var options = DirectoryWriter.Options()
    options.threads = threads
    options.memory = memory
    var writer = try DirectoryWriter(path: folder.url.path, words: words, options: options)
    for record in records { try writer.add(record) }
    try writer.commit()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    let segment = try #require(names.first { $0.hasSuffix(".segment") })
    return (names, try Data(contentsOf: folder.url.appendingPathComponent(segment)))
  }

  @Test(arguments: [0, 1, 2, 200, 2500])
  func `an index is the same whatever the number of threads and the memory`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let records = records(count, &generator)
    guard count > 0 else {
      var options = DirectoryWriter.Options()
      options.threads = 3
      let folder = try TemporaryFolder()
      try DirectoryWriter(path: folder.url.path, words: words, options: options).commit()
      #expect(try DirectoryReader(path: folder.url.path).documentCount == 0)
      return
    }
    let one = try segment(records, threads: 1, memory: 1 << 28)
    for threads in [2, 3, 8] {
      for memory in [1 << 18, 1 << 22, 1 << 28] {
        let several = try segment(records, threads: threads, memory: memory)
        #expect(several.bytes == one.bytes, "\(threads) threads, \(memory) bytes")
        #expect(several.files.count == one.files.count, "\(several.files)")
      }
    }
  }

  @Test func `what a thread cannot write is an error, and the old index stays`() throws {
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 4)
    let before = records(20, &generator)
    var writer = try DirectoryWriter(path: folder.url.path, words: words)
    for record in before { try writer.add(record) }
    try writer.commit()
    var options = DirectoryWriter.Options()
    options.threads = 2
    options.memory = 1 << 16
    #expect(throws: IndexError.unwritable(code: EISDIR)) {
      var writer = try DirectoryWriter(path: folder.url.path, words: words, options: options)
      // A folder stands where the second thread would write.
      try FileManager.default.createDirectory(
        at: folder.url.appendingPathComponent("part-2-0.segment"),
        withIntermediateDirectories: false
      )
      for record in records(5000, &generator) { try writer.add(record) }
      try writer.commit()
    }
    #expect(try DirectoryReader(path: folder.url.path).documentCount == 20)
  }
}
