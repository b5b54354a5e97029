import DMN
import FEEL
import Foundation
import Testing

@Suite struct `Conformance runner` {
  private var folder: String { Bundle.module.bundlePath + "/Fixtures/suite" }

  private func outcomes() throws -> [ConformanceRunner.Outcome] {
    var outcomes: [ConformanceRunner.Outcome] = []
    try ConformanceRunner(folder: folder).run { outcomes.append($0) }
    return outcomes
  }

  @Test func `cases pass and fail as they should`() throws {
    let outcomes = try outcomes()
    #expect(outcomes.map(\.id) == ["001", "002", "003", "004", "005"])
    #expect(outcomes.map(\.passed) == [true, true, true, false, false])
    #expect(outcomes.map(\.expectsNull) == [false, false, true, false, true])
    #expect(outcomes.allSatisfy { $0.folder == "0001-greeting" && $0.problem == nil })
  }

  @Test func `a report says each failure and the totals`() throws {
    var report = ConformanceReport()
    let failures = try outcomes().flatMap { report.add($0) }
    #expect(
      failures == [
        "0001-greeting 004: Greeting: expected \"Hello\", got \"Hello Cy\"",
        "0001-greeting 005: Greeting: expected null, got \"Hello Di\"",
      ]
    )
    #expect(
      report.lines == [
        "0001-greeting: 3 passed, 2 failed", "expecting a value: 2 passed, 1 failed",
        "expecting null: 1 passed, 1 failed", "3 passed, 2 failed",
      ]
    )
  }

  @Test func `a folder that is not there is an error`() {
    let runner = ConformanceRunner(folder: folder + "/none")
    let error = #expect(throws: ConformanceError.self) { try runner.run { _ in } }
    #expect(error?.words == "No such file or directory")
  }
}
