import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct InstallationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `a Debian package unpacked into an empty root answers and has its manual`() throws {
    guard OutsideProgram.find(["dpkg-deb"]) != nil, OutsideProgram.find(["python3"]) != nil,
      let shell = OutsideProgram.find(["bash"])
    else { return OutsideProgram.skip("no dpkg-deb, python3 or bash") }
    let script = BuiltExecutable.package.appendingPathComponent("Scripts/debian-package.sh")
    let made = try BuiltExecutable.run(
      [script.path, BuiltExecutable.url.path, folder.url.path],
      executable: shell
    )
    #expect(made.status == 0, "\(made.errorText)")
    let package = try #require(made.lines.last)
    let root = folder.url.appendingPathComponent("root").path
    let unpacked = try BuiltExecutable.run(
      ["-c", "dpkg-deb -x '\(package)' '\(root)'"],
      executable: shell
    )
    #expect(unpacked.status == 0, "\(unpacked.errorText)")
    let installed = URL(fileURLWithPath: "\(root)/usr/bin/curbside")
    // Nothing names a corpus: it is found beside the executable that the link leads to.
    let answer = try BuiltExecutable.run(
      ["ask", "how soon do watched sites recur?"],
      environment: ["CURBSIDE_CORPUS": ""],
      executable: installed
    )
    #expect(answer.status == 0, "\(answer.errorText)")
    #expect(answer.text.contains("[1]"))
    let manual = try FileManager.default.contentsOfDirectory(atPath: "\(root)/usr/share/man/man1")
    #expect(manual.contains("curbside.1.gz"))
    #expect(manual.contains("curbside-explore-plot.1.gz"))
    #expect(manual.count > 20)
  }

  @Test func `the version names program, corpus and digest`() throws {
    let text = try BuiltExecutable.run(["--version"]).text
    let form = try Regex(
      #"^curbside \d+\.\d+\.\d+ · liver-metastases \S+ \(.+\) · digest [0-9a-f]{12}\n$"#
    )
    #expect(text.firstMatch(of: form) != nil, "\(text)")
  }
}
