import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct DirectoryWriterTests {
  private func small(_ folder: TemporaryFolder, isNew: Bool = true) throws {
    var generator = SeededGenerator(seed: 5)
    try SmallIndex(documents: 30, longest: 20, &generator).write(
      to: folder.url.path,
      isNew: isNew
    )
  }

  @Test func `the second of two writers is refused`() throws {
    let folder = try TemporaryFolder()
    try small(folder)
    let first = try DirectoryWriter(path: folder.url.path, words: nil)
    #expect(throws: IndexError.locked) {
      _ = try DirectoryWriter(path: folder.url.path, words: nil)
    }
    try first.commit()
    _ = try DirectoryWriter(path: folder.url.path, words: nil)
  }

  @Test func `a reader keeps what it opened while the index is replaced`() throws {
    let folder = try TemporaryFolder()
    try small(folder)
    let reader = try DirectoryReader(path: folder.url.path)
    var searcher = DirectorySearcher(reader)
    let before = try searcher.search(Array("w1x w2x".utf8), limit: 10)
    var generator = SeededGenerator(seed: 6)
    try SmallIndex(documents: 3, longest: 5, &generator).write(to: folder.url.path, isNew: true)
    var again = DirectorySearcher(reader)
    #expect(try again.search(Array("w1x w2x".utf8), limit: 10) == before)
    #expect(try DirectoryReader(path: folder.url.path).documentCount == 3)
  }

  @Test func `files that no manifest names are removed by the next writer`() throws {
    let folder = try TemporaryFolder()
    try small(folder)
    let stray = folder.url.appendingPathComponent("77.segment")
    let foreign = folder.url.appendingPathComponent("notes.txt")
    try Data([1]).write(to: stray)
    try Data([1]).write(to: foreign)
    try small(folder, isNew: false)
    #expect(!FileManager.default.fileExists(atPath: stray.path))
    #expect(FileManager.default.fileExists(atPath: foreign.path))
  }

  @Test func `what was not committed is not there`() throws {
    let folder = try TemporaryFolder()
    try small(folder)
    var writer = try DirectoryWriter(path: folder.url.path, words: nil)
    var record = DocumentRecord()
    record.identifier = [65]
    record.text = Array("w1x".utf8)
    try writer.add(record)
    _ = consume writer
    #expect(try DirectoryReader(path: folder.url.path).documentCount == 30)
  }

  @Test func `a folder without an index is an error`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: IndexError.unreadable(code: 2)) {
      _ = try DirectoryReader(path: folder.url.path)
    }
    #expect(throws: IndexError.unreadable(code: 2)) {
      _ = try DirectoryWriter(path: folder.url.path, words: nil)
    }
  }
}
