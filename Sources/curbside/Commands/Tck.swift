internal import ArgumentParser
internal import DMN
internal import Evidence
internal import Glibc

/// Runs a DMN conformance suite.
struct Tck: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a DMN conformance suite.",
    discussion: """
      A line for each failing case with what was expected and what came, totals for each folder, for \
      cases that expect a value and for those that expect null; at the end the total. \
      Exit status 0 when every case passed, 1 when one failed.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "A folder with models (*.dmn) and test files (*-test-*.xml), at any depth.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var folder: String

  func run() throws {
    if unsafe access(folder, R_OK | X_OK) != 0 {
      throw CommandError.unreadable(FileError(path: folder, code: errno))
    }
    var report = ConformanceReport()
    var output = StandardOutput()
    var failure: CommandError?
    do {
      try ConformanceRunner(folder: folder).run { outcome in
        let lines = report.add(outcome)
        do throws(CommandError) {
          for line in lines { try output.write("\(Sanitizer.visible(line))\n") }
        } catch {
          failure = failure ?? error
        }
      }
    } catch {
      throw CommandError.brokenSuite(error.description)
    }
    if let failure { throw failure }
    for line in report.lines { try output.write("\(Sanitizer.visible(line))\n") }
    try output.flush()
    if report.totals.failed > 0 { try ExitStatus.notCovered.end() }
  }
}
