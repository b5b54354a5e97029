import Answering
import Testing

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (-0.5, "-0.5"), (0.25, "0.25"),
      (0.001, "0.001"), (0.0004, "0"), (-0.0004, "0"), (0.0005, "0.001"), (-0.0006, "-0.001"),
      (0.999, "0.999"), (0.9996, "1"), (-0.9996, "-1"), (1.01, "1.01"), (1.1, "1.1"),
      (14.2, "14.2"), (12.345, "12.345"), (12.3456, "12.346"), (-3.05, "-3.05"), (1e6, "1000000"),
      (123_456_789.125, "123456789.125"), (1e14, "100000000000000"),
      (999_999_999_999.5, "999999999999.5"), (1e15, "null"), (-1e15, "null"), (1e300, "null"),
      (.infinity, "null"), (-.infinity, "null"), (.nan, "null"), (5e-310, "0"),
    ] as [(Double, String)]
  ) func `a number is written with at most three decimals`(number: Double, expected: String) {
    var writer = JSONWriter()
    writer.number(number)
    #expect(writer.text == expected)
  }

  @Test(arguments: [(0, "0"), (-7, "-7"), (.max, "\(Int.max)"), (.min, "\(Int.min)")])
  func `an integer is written in full`(number: Int, expected: String) {
    var writer = JSONWriter()
    writer.number(number)
    #expect(writer.text == expected)
  }

  @Test(
    arguments: [
      ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
      ("\u{0}\u{8}\u{1f}\u{7f}", #""\u0000\u0008\u001f\u007f""#), ("é😀", #""é😀""#),
      ("/", #""/""#), ("\u{2028}", "\"\u{2028}\""),
    ]
  ) func `a text is quoted`(text: String, expected: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.text == expected)
  }

  @Test func `members and elements are separated by one comma`() {
    var writer = JSONWriter()
    writer.object { object in
      object.key("a")
      object.array { array in
        array.object { _ in }
        array.array { _ in }
        array.bool(true)
        array.null()
      }
      object.key("b")
      object.array(["x", "y"]) { $0.string($1) }
      object.key("c")
      object.object {
        $0.key("d"); $0.number(1)
      }
    }
    #expect(writer.text == #"{"a":[{},[],true,null],"b":["x","y"],"c":{"d":1}}"#)
  }
}
