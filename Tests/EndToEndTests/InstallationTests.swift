import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct InstallationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The package of the executable, made once for all tests.
  private static let package = Result { () -> (folder: TemporaryFolder, path: String)? in
    guard OutsideProgram.find(["dpkg-deb"]) != nil, OutsideProgram.find(["python3"]) != nil,
      let shell = OutsideProgram.find(["bash"])
    else {
      OutsideProgram.skip("no dpkg-deb, python3 or bash to make a package with")
      return nil
    }
    let folder = try TemporaryFolder()
    let script = BuiltExecutable.package.appendingPathComponent("Scripts/debian-package.sh")
    let made = try BuiltExecutable.run(
      [script.path, BuiltExecutable.url.path, folder.url.path],
      executable: shell
    )
    try #require(made.status == 0, "\(made.errorText)")
    return (folder: folder, path: try #require(made.lines.last))
  }

  private func shell(
    _ script: String,
    _ environment: [String: String] = [:]
  ) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(
      ["-c", script],
      environment: environment,
      executable: URL(fileURLWithPath: "/bin/bash")
    )
  }

  @Test func `a Debian package installed in an empty root answers there`() throws {
    guard let package = try Self.package.get() else { return }
    let root = folder.url.appendingPathComponent("root").path
    let allowed = try shell("unshare --map-root-user --mount --pid --fork true")
    if allowed.status != 0 {
      return OutsideProgram.skip("no namespace to change the root in: \(allowed.errorText)")
    }
    // What the executable of the tests loads is laid beside it: it is not a static one.
    let installed = try shell(
      """
      exec unshare --map-root-user bash -e <<'SCRIPT'
      mkdir -p "$ROOT/var/lib/dpkg/info" "$ROOT/var/lib/dpkg/updates" "$ROOT/tmp" "$ROOT/proc"
      touch "$ROOT/var/lib/dpkg/status"
      dpkg --root="$ROOT" --log=/dev/null --force-depends --force-not-root --force-unsafe-io \
        --install "$PACKAGE"
      ldd "$ROOT/usr/lib/curbside/curbside" | grep -o '/[^ ]*' | while read -r library; do
        mkdir -p "$ROOT$(dirname "$library")"
        cp -L "$library" "$ROOT$library"
      done
      SCRIPT
      """,
      ["ROOT": root, "PACKAGE": package.path, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    )
    #expect(installed.status == 0, "\(installed.errorText)")
    let listed = try shell("dpkg --root='\(root)' --list curbside")
    #expect(listed.text.contains("ii  curbside"))
    // A namespace of its own lets anybody change the root; programs need /proc for their arguments.
    func inside(_ arguments: String) throws -> BuiltExecutable.Run {
      try shell(
        """
        unshare --map-root-user --mount --pid --fork bash -c \
          'mount -t proc proc "$ROOT/proc" && chroot "$ROOT" /usr/bin/curbside "$@"' - \(arguments)
        """,
        [
          "ROOT": root, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "CURBSIDE_CORPUS": "",
          "HOME": "/tmp", "XDG_CACHE_HOME": "/tmp/cache", "XDG_STATE_HOME": "/tmp/state",
        ]
      )
    }
    let version = try inside("--version")
    // Nothing names a corpus: it is found beside the executable that the link leads to.
    #expect(version.text.contains("liver-metastases"))
    let answer = try inside("ask 'how soon do watched sites recur?'")
    #expect(answer.status == 0, "\(answer.errorText)")
    #expect(answer.text.contains("[1]"))
    #expect(try inside("check").status == 0)
    #expect(try inside("explore topics --plain").status == 0)
    #expect(try inside("case --text 'FLR 25%' --json").text.contains("curbside.reply/1"))
  }

  @Test func `the package has a manual page for every command, and completions for three shells`()
    throws
  {
    guard let package = try Self.package.get() else { return }
    let root = folder.url.appendingPathComponent("files").path
    #expect(try shell("dpkg-deb -x '\(package.path)' '\(root)'").status == 0)
    let manual = try FileManager.default.contentsOfDirectory(atPath: "\(root)/usr/share/man/man1")
    var names: [String] = []
    func collect(_ path: [String]) throws {
      names.append("curbside" + path.map { "-\($0)" }.joined() + ".1.gz")
      let help = try BuiltExecutable.run(["help"] + path).text
      guard let list = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first else {
        return
      }
      for line in list.split(separator: "\n") {
        guard line.hasPrefix("  "), !line.hasPrefix("   ") else { continue }
        guard let name = line.split(separator: " ").first, name != "See" else { continue }
        try collect(path + [String(name)])
      }
    }
    try collect([])
    #expect(names.count > 30)
    #expect(Set(manual) == Set(names))
    for file in [
      "bash-completion/completions/curbside", "zsh/vendor-completions/_curbside",
      "fish/vendor_completions.d/curbside.fish", "doc/curbside/copyright",
    ] {
      #expect(FileManager.default.fileExists(atPath: "\(root)/usr/share/\(file)"), "\(file)")
    }
  }

  @Test func `every manual page is formatted without a complaint and fits 80 columns`() throws {
    guard let formatter = OutsideProgram.find(["groff"]),
      let python = OutsideProgram.find(["python3"])
    else { return OutsideProgram.skip("no groff or python3 to format manual pages with") }
    let script = BuiltExecutable.package.appendingPathComponent("Scripts/man-pages.py").path
    let pages = folder.url.appendingPathComponent("man").path
    let made = try BuiltExecutable.run(
      [script, BuiltExecutable.url.path, pages],
      executable: python
    )
    #expect(made.status == 0, "\(made.errorText)")
    for name in try FileManager.default.contentsOfDirectory(atPath: pages) {
      let page = try BuiltExecutable.run(
        ["-man", "-ww", "-Tutf8", "-P-cbou", "\(pages)/\(name)"],
        executable: formatter
      )
      #expect(page.status == 0 && page.errorText.isEmpty, "\(name): \(page.errorText)")
      #expect(page.lines.allSatisfy { $0.count <= 80 }, "\(name)")
      #expect(page.text.contains("EXIT STATUS"))
    }
  }

  @Test func `the version names program, corpus and digest`() throws {
    let text = try BuiltExecutable.run(["--version"]).text
    let form = try Regex(
      #"^curbside \d+\.\d+\.\d+ · liver-metastases \S+ \(.+\) · digest [0-9a-f]{12}\n$"#
    )
    #expect(text.firstMatch(of: form) != nil, "\(text)")
  }
}
