import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct TckCommandTests {
  private let suite = BuiltExecutable.package
    .appendingPathComponent("Tests/DMNTests/Fixtures/suite")

  @Test func `the totals close with the counts and a failing case is named`() throws {
    let run = try BuiltExecutable.run(["tck", suite.path])
    let last = try #require(run.lines.last)
    let counts = last.split(separator: " ").compactMap { Int($0) }
    #expect(last == "\(counts[0]) passed, \(counts[1]) failed")
    #expect(run.status == (counts[1] == 0 ? 0 : 1))
    #expect(run.lines.contains { $0.hasPrefix("expecting a value: ") })
    #expect(run.lines.contains { $0.hasPrefix("expecting null: ") })
    #expect(run.lines.count { $0.contains(": expected ") } >= min(counts[1], 1))
  }

  @Test func `a folder that is missing or broken has a clear error`() throws {
    #expect(try BuiltExecutable.run(["tck", "/nowhere"]).status == 66)
    let folder = try TemporaryFolder()
    try Data("<testCases".utf8).write(to: folder.url.appendingPathComponent("a-test-01.xml"))
    let run = try BuiltExecutable.run(["tck", folder.url.path])
    #expect(run.status == 65)
    #expect(run.errorText.contains("a-test-01.xml:1"))
  }
}
