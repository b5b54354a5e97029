import TestSupport
import Testing

@testable import Answering

@Suite struct JSONValueTests {
  private static func read(_ text: String) -> JSONValue? { .read(Array(text.utf8)) }

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .number("0")),
      ("-12.50e+3", .number("-12.50e+3")), ("[]", .array([])), ("{ }", .object([])),
      ("[1 ,\n\"x\"]", .array([.number("1"), .string("x")])),
      (
        #"{"a":{"b":[null]}}"#,
        .object([.init(key: "a", value: .object([.init(key: "b", value: .array([.null]))]))])
      ),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u00e9\uD83D\ude00\u0000""#, .string("é😀\0")), (#""é😀""#, .string("é😀")),
      ("\u{FEFF}1", .number("1")),
    ] as [(String, JSONValue)]
  ) func `a text is read`(text: String, value: JSONValue) {
    #expect(Self.read(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "True", "01", "-", "+1", "1.", ".5", "1e", "0x1", "NaN", "[1,]",
    "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "{1:1}", "1 2", "[",
    "{", "\"", "\"a", "\"\n\"", "\"\t\"", #""\x""#, #""\u12""#, #""\u00g0""#, #""\ud800""#,
    #""\udc00""#, #""\ud800A""#, #""\ud83d\u0041""#, "// a remark\n1", "[1]]", "\u{B}1",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(Self.read(text) == nil)
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(JSONValue.read([0x22, 0xFF, 0x22]) == nil)
  }

  @Test func `of a key that stands twice the first value counts`() {
    #expect(Self.read(#"{"a":1,"a":2}"#)?["a"] == .number("1"))
  }

  @Test func `depth is bounded`() {
    let deepest = JSONReader.deepest
    for (depth, reads) in [(deepest, true), (deepest + 2, false), (1 << 20, false)] {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect((Self.read(text) != nil) == reads)
    }
  }

  @Test func `random bytes are a value or refused`() {
    let seed: UInt64 = 11
    print("random bytes: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let signs = Array("[]{}:,\"\\u0e9d8-+.truefalsn \n".utf8) + [0, 0xC3, 0xA9]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<24, using: &generator)
      _ = JSONValue.read(
        (0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] }
      )
    }
  }
}
