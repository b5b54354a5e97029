import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct InputFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let manager = FileManager.default
    for name in [
      "in/b.md", "in/a/z.txt", "in/a/c.pdf", "in/.hidden/x.md", "in/.secret.txt", "in/A.ris",
    ] {
      let url = folder.url.appendingPathComponent(name)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data("# Head\n\nText of \(name).\n".utf8).write(to: url)
    }
  }

  private func names(_ files: InputFiles) -> [String] {
    files.paths.map { String($0.dropFirst(folder.url.path.count + 1)) }
  }

  @Test func `a folder is listed in order without hidden and unknown files`() throws {
    let files = try InputFiles("\(folder.url.path)/in//", kind: nil)
    #expect(names(files) == ["in/A.ris", "in/a/z.txt", "in/b.md"])
    #expect(files.skipped == 3)
  }

  @Test func `with a kind every file that is not hidden counts`() throws {
    let files = try InputFiles("\(folder.url.path)/in", kind: .plainText)
    #expect(names(files) == ["in/A.ris", "in/a/c.pdf", "in/a/z.txt", "in/b.md"])
  }

  @Test func `a link to a folder above ends`() throws {
    let link = folder.url.appendingPathComponent("in/a/again")
    try FileManager.default.createSymbolicLink(
      at: link,
      withDestinationURL: folder.url.appendingPathComponent("in")
    )
    let files = try InputFiles("\(folder.url.path)/in", kind: nil)
    #expect(files.paths.count == 3)
    #expect(files.skipped == 4)
  }

  @Test func `JSON of a folder that names no documents is passed over, and refused by its name`()
    throws
  {
    let notes = folder.url.appendingPathComponent("notes")
    try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
    let files = [
      "lines.json": #"{"_id":"a","text":"one"}"# + "\n" + #"{"_id":"b","text":"two"}"#,
      "items.json": #"[ {"id": "c", "title": "Three", "abstract": "three"} ]"#,
      "package.json": "{\n  \"name\": \"x\",\n  \"properties\": {\"_id\": 1}\n}\n",
      "numbers.json": "[1, 2]", "word.json": "true", "empty.json": "",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: notes.appendingPathComponent(name))
    }
    let index = folder.url.appendingPathComponent("index").path
    let words = IndexedWords(stop: [], asking: [])
    var writer = try DirectoryWriter(path: index, words: words)
    let report = try writer.add(inputs: [notes.path])
    #expect(report.documents == 3)
    #expect(report.skippedFiles == 4)
    let named = notes.appendingPathComponent("package.json").path
    #expect(throws: SourceError.self) { _ = try writer.add(inputs: [named]) }
  }

  @Test func `of documents with one id the first counts`() throws {
    let path = folder.url.appendingPathComponent("twice.jsonl").path
    let lines = #"{"_id":"a","text":"one"}"# + "\n" + #"{"_id":"a","text":"two"}"# + "\n"
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
    let index = folder.url.appendingPathComponent("index").path
    var options = DirectoryWriter.Options()
    options.keepsTexts = true
    let words = IndexedWords(stop: [], asking: [])
    var writer = try DirectoryWriter(path: index, words: words, options: options)
    let report = try writer.add(inputs: [path, path])
    try writer.commit()
    #expect(report.documents == 1)
    #expect(report.repeated == 3)
    let reader = try DirectoryReader(path: index)
    #expect(reader.documentCount == 1)
    #expect(String(decoding: try reader.text(of: 0) ?? [], as: UTF8.self).hasSuffix("one"))
  }
}
