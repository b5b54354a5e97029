import Foundation
import TestSupport
import Testing

@Suite struct IndexCommandTests {
  private static let lines = """
    {"_id":"a","title":"Liver surgery","text":"Resection of vanished lesions."}
    {"_id":"b","text":"Ablation of a small lesion, or of lesions."}
    {"_id":"c","text":"Chemotherapy before surgery."}

    """

  private func run(_ arguments: [String], _ input: String = "") throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(arguments, input: Array(input.utf8))
  }

  private func built(_ folder: TemporaryFolder) throws -> String {
    let index = folder.url.appendingPathComponent("index").path
    let build = try run(["index", "build", "-", "--output", index], Self.lines)
    #expect(build.status == 0, "\(build.errorText)")
    return index
  }

  @Test func `an index is built, searched, added to, thinned, merged and checked`() throws {
    let folder = try TemporaryFolder()
    let index = try built(folder)
    let found = try run(["search", index, "lesions"])
    #expect(found.lines.map { $0.split(separator: " ")[1] } == ["b", "a"])
    #expect(try run(["index", "add", index, "-"], #"{"_id":"d","text":"lesion"}"#).status == 0)
    #expect(try run(["search", index, "lesion", "--limit", "1"]).text.contains("  d"))
    #expect(try run(["index", "remove", index, "b", "zz"]).text == "1 removed\n")
    #expect(try run(["index", "remove", index, "b"]).status == 1)
    #expect(try run(["index", "info", index]).text.hasPrefix("documents  3\nremoved    1\n"))
    #expect(try run(["index", "merge", index]).status == 0)
    let info = try run(["index", "info", index])
    #expect(info.text.hasPrefix("documents  3\nremoved    0\nsegments   1\n"))
    #expect(try run(["index", "verify", index]).text == "the index is whole\n")
    #expect(try run(["search", index, "ablation"]).status == 1)
  }

  @Test func `a batch answers line by line and goes on behind a bad one`() throws {
    let folder = try TemporaryFolder()
    let index = try built(folder)
    let batch = try run(
      ["search", index, "--batch", "--limit", "2"],
      #"{"_id":"1","text":"surgery"}"# + "\nnonsense\n" + #"{"_id":"2","text":"xyzzy"}"#
    )
    #expect(batch.status == 65)
    #expect(batch.lines.count == 4)
    #expect(batch.lines[0].hasPrefix(#"{"open_us":"#))
    #expect(batch.lines[1].hasPrefix(#"{"_id":"1","us":"#))
    #expect(batch.lines[2].hasPrefix(#"{"id":null,"error":{"line":2,"#))
    #expect(batch.lines[3].hasSuffix(#""hits":[]}"#))
  }

  @Test func `Markdown is indexed by sections and plain text by files`() throws {
    let folder = try TemporaryFolder()
    let guide = folder.url.appendingPathComponent("guide.md")
    let notes = folder.url.appendingPathComponent("notes.txt")
    try Data("# Timing\n\nWait four weeks.\n\n## Imaging\nRepeat the MRI.\n".utf8).write(to: guide)
    try Data("First thing.\n\nSecond thing,\nover two lines.\n".utf8).write(to: notes)
    let index = folder.url.appendingPathComponent("index").path
    let build = try run(["index", "build", folder.url.path, "--output", index])
    #expect(build.status == 0, "\(build.errorText)")
    #expect(try run(["search", index, "imaging"]).text.contains("\(guide.path)#imaging"))
    #expect(try run(["search", index, "lines"]).text.contains("\(notes.path)"))
    #expect(try run(["index", "info", index]).text.hasPrefix("documents  3\n"))
  }

  @Test func `what cannot be done is said in one line with the documented status`() throws {
    let folder = try TemporaryFolder()
    let missing = folder.url.appendingPathComponent("missing").path
    #expect(try run(["search", missing, "x"]).status == 66)
    #expect(try run(["index", "build", missing, "--output", missing + "2"]).status == 66)
    let bad = try run(["index", "build", "-", "--output", missing], "{\"_id\":\"1\"}\n{\"text\":")
    #expect(bad.status == 65)
    #expect(bad.errorText.contains("standard input:2:9: not a JSON object"))
    #expect(try run(["index", "build", "-", "--output", missing], #"{"text":"a"}"#).status == 65)
    let index = try built(folder)
    let manifest = URL(fileURLWithPath: index).appendingPathComponent("manifest")
    var bytes = try Data(contentsOf: manifest)
    bytes[20] ^= 1
    try bytes.write(to: manifest)
    let damaged = try run(["search", index, "x"])
    #expect(damaged.status == 65)
    #expect(damaged.errorText.contains("is damaged"))
  }
}
