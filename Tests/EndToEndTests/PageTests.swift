import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct PageTests {
  /// The page, written once for all tests.
  private static let exported = Result {
    let folder = try TemporaryFolder()
    let page = folder.url.appendingPathComponent("page.html")
    let run = try BuiltExecutable.run(["explore", "export", "html", page.path])
    try #require(run.status == 0 && run.errorText.isEmpty, "\(run.errorText)")
    return (folder: folder, page: page, text: try String(contentsOf: page, encoding: .utf8))
  }

  private let folder: TemporaryFolder
  private let page: URL
  private let text: String

  init() throws {
    folder = try TemporaryFolder()
    let exported = try Self.exported.get()
    page = exported.page
    text = exported.text
  }

  @Test func `the page asks nothing of a network and forbids it to itself`() throws {
    #expect(text.contains("default-src 'none'"))
    for pattern in [#"\ssrc="#, #"<link\b"#, #"@import"#, #"url\("#, #"<(img|iframe|object)\b"#] {
      #expect(text.firstMatch(of: try Regex(pattern)) == nil, "\(pattern)")
    }
  }

  @Test func `each link inside the page has its place, and no id stands twice`() throws {
    let ids = text.matches(of: try Regex(#"\sid="([^"]+)""#)).compactMap { $0.output[1].substring }
    #expect(Set(ids).count == ids.count)
    let targets = text.matches(of: try Regex(##"href="#([^"]+)""##))
      .compactMap { $0.output[1].substring }
    #expect(targets.count > 500)
    #expect(Set(targets).isSubset(of: Set(ids)), "\(Set(targets).subtracting(ids).prefix(5))")
  }

  @Test func `the page has every claim word for word, every work and every term`() throws {
    let claims = try BuiltExecutable.run(["explore", "claims", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(claims.output)) as? [String: Any]
    let tables = try #require(object?["tables"] as? [[String: Any]])
    let rows = try #require(tables[0]["rows"] as? [[String: Any]])
    for row in rows {
      let statement = try #require(row["statement"] as? String)
      let escaped = statement.replacingOccurrences(of: "&", with: "&amp;")
        .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
        .replacingOccurrences(of: "\"", with: "&quot;")
      #expect(text.contains(">\(escaped)<"), "\(statement)")
    }
  }

  @Test func `the page is valid HTML`() throws {
    let script = BuiltExecutable.package
      .appendingPathComponent("Tests/EndToEndTests/Scripts/valid-html.py")
    guard let python = OutsideProgram.python else { return OutsideProgram.skip("no python3") }
    let run = try BuiltExecutable.run([script.path, page.path], executable: python)
    if run.status == 77 { return OutsideProgram.skip("html5lib is not installed") }
    #expect(run.status == 0, "\(run.text)")
  }

  @Test(arguments: [360, 1280])
  func `nothing of the page lies beyond the window`(_ width: Int) throws {
    guard let browser = OutsideProgram.find(["chromium", "chromium-browser", "google-chrome"])
    else { return OutsideProgram.skip("no Chromium") }
    // A window is never narrower than 500 pixels, a frame in it is.
    let probe = """
      <script>addEventListener("load", function () {
        var width = document.documentElement.clientWidth, beyond = [];
        document.querySelectorAll("body *").forEach(function (e) {
          var frame = e.closest(".scroll");
          if (frame && frame !== e) { return; }
          var box = e.getBoundingClientRect();
          if (box.width > 0 && box.right > width + 1) { beyond.push(e.tagName); }
        });
        parent.postMessage("width " + width + " content "
          + document.documentElement.scrollWidth + " beyond " + beyond.join(","), "*");
      });</script></body>
      """
    let copy = folder.url.appendingPathComponent("probe.html")
    try Data(text.replacingOccurrences(of: "</body>", with: probe).utf8).write(to: copy)
    let frame = folder.url.appendingPathComponent("frame.html")
    let outer = """
      <!DOCTYPE html><title>nothing</title><body style="margin:0"><script>
      addEventListener("message", function (e) { document.title = e.data; });</script>
      <iframe src="probe.html" style="border:0;width:\(width)px;height:4000px"></iframe></body>
      """
    try Data(outer.utf8).write(to: frame)
    let run = try BuiltExecutable.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1400,900", "--virtual-time-budget=8000", "--dump-dom", frame.path,
      ],
      executable: browser
    )
    let title = run.text.firstMatch(of: try Regex("<title>(.*?)</title>"))
    let measured = try #require(title?.output[1].substring)
    let numbers = measured.split(separator: " ").compactMap { Int($0) }
    try #require(numbers.count == 2, "\(measured)")
    #expect(numbers[1] <= numbers[0], "\(measured)")
    #expect(measured.hasSuffix("beyond "), "\(measured)")
    #expect(numbers[0] <= width && numbers[0] > width - 30)
  }
}
