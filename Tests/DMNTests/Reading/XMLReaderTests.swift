import Testing

@testable import DMN

@Suite struct `XML reader` {
  private func read(_ text: String) throws(XMLError) -> XMLElement {
    try XMLReader().read(Array(text.utf8))
  }

  @Test func `elements keep names, namespaces, attributes, text and lines`() throws {
    let root = try read(
      """
      <?xml version="1.0"?>
      <a:one xmlns:a="urn:a" x="1" a:y="2">
        <two xmlns="urn:b">first <b/> second</two>
      </a:one>
      """
    )
    #expect(root.name == "one")
    #expect(root.namespace == "urn:a")
    #expect(root["x"] == "1")
    #expect(root["y"] == nil)
    #expect(root["y", in: "urn:a"] == "2")
    #expect(root.line == 2)
    let two = try #require(root.children.first)
    #expect(two.namespace == "urn:b")
    #expect(two.text == "first  second")
    #expect(two.line == 3)
    #expect(two.children.map(\.name) == ["b"])
  }

  @Test func `the line of a text is that of its first character`() throws {
    let root = try read("<a>\n\n  text\n</a>")
    #expect(root.textLine == 3)
    #expect(root.trimmedText == "text")
  }

  @Test func `character references and sections are text`() throws {
    #expect(try read("<a>&lt;&#65;<![CDATA[<&]]></a>").text == "<A<&")
  }

  @Test func `UTF-16 is read`() throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>"
    var bytes: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try XMLReader().read(bytes).text == "é")
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
    """
    <!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <z>&b;</z>
    """,
  ])
  func `a document type is refused`(text: String) {
    let error = #expect(throws: XMLError.self) { try read(text) }
    #expect(error?.reason == .documentType)
    #expect(error?.line == 1)
  }

  @Test func `nesting has a limit`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    _ = try read(nested(XMLReader.maximumDepth))
    let error = #expect(throws: XMLError.self) { try read(nested(100_000)) }
    #expect(error?.reason == .tooDeep(maximum: XMLReader.maximumDepth))
  }

  @Test func `size has a limit`() {
    let bytes = [UInt8](repeating: 0x20, count: XMLReader.maximumSize + 1)
    let error = #expect(throws: XMLError.self) { try XMLReader().read(bytes) }
    #expect(error?.reason == .tooLarge(maximum: XMLReader.maximumSize))
  }

  @Test(arguments: [
    ("", 1), ("  ", 1), ("text", 1), ("<a>", 1), ("<a>\n</b>", 2), ("<a/>\n<b/>", 2),
    ("<a x='1'\nx='2'/>", 2), ("<a>&unknown;</a>", 1), ("<p:a/>", 1), ("<a>\u{1}</a>", 1),
  ])
  func `what is not well formed is an error with its line`(text: String, line: Int) {
    let error = #expect(throws: XMLError.self) { try read(text) }
    guard case .malformed? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.line == line)
  }

  @Test func `the root alone can be read of a file that is broken behind it`() throws {
    let root = try XMLReader().readRoot(Array("<a x='1'><b></a>".utf8))
    #expect(root["x"] == "1")
    #expect(root.children.isEmpty)
  }

  @Test(arguments: [
    ("  a  b \n c ", "a b c"), ("", ""), ("a\u{A0}b", "a b"), ("é", "é"),
  ])
  func `names have single spaces`(text: String, name: String) {
    #expect(text.normalizedName == name)
  }
}
