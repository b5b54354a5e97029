internal import FEEL
internal import TestSupport
internal import Testing

/// Laws that equality, order and text keep for all values.
struct ValueRelationTests {
  private static let samples: [String] = [
    "null", "true", "false", "0", "1", "1.0", "-2.5", #""""#, #""a""#, #""b""#, #""é""#, #""é""#,
    #"@"2020-01-01""#, #"@"2020-01-02""#, #"@"10:00:00""#, #"@"10:00:00Z""#, #"@"11:00:00+01:00""#,
    #"@"10:00:00@Europe/Paris""#, #"@"2020-01-01T10:00:00""#, #"@"2020-01-01T10:00:00Z""#,
    #"@"2020-01-01T11:00:00@Europe/Paris""#, #"@"2020-01-01T10:00:00.5""#, #"@"P1Y""#, #"@"P12M""#,
    #"@"P1D""#, #"@"PT24H""#, #"@"-P1D""#, "[]", "[1]", "[1, null]", #"["a"]"#, "[[1], {a: 1}]",
    "{}", "{a: 1}", "{a: 1, b: 2}", "{b: 2, a: 1}", #"{"a b-c": [1]}"#, "[1..2]", "(1..2)", "(< 2)",
    "(= 1)", "[1..1]", "(!= 1)", #"["a".."b"]"#, "abs",
  ]

  @Test func `equality is reflexive and symmetric`() throws {
    let values = try Self.samples.map { try Value(feel: $0) }
    for left in values {
      #expect(left.isEqual(to: left) == true, "\(left.feelText)")
      #expect(left.isIdentical(to: left), "\(left.feelText)")
      for right in values {
        #expect(left.isEqual(to: right) == right.isEqual(to: left))
        #expect(left.isIdentical(to: right) == right.isIdentical(to: left))
        if left.isIdentical(to: right) { #expect(left.isEqual(to: right) == true) }
      }
    }
  }

  @Test func `order agrees with equality and with itself turned around`() throws {
    let values = try Self.samples.map { try Value(feel: $0) }
    for left in values {
      for right in values {
        let order = left.ordering(to: right)
        #expect(order == right.ordering(to: left)?.reversed)
        guard let order else { continue }
        #expect(left.isEqual(to: right) == (order == .equal), "\(left.feelText) \(right.feelText)")
      }
    }
  }

  @Test func `order is transitive`() throws {
    let values = try Self.samples.map { try Value(feel: $0) }
    for first in values {
      for second in values where first.ordering(to: second) == .less {
        for third in values where second.ordering(to: third) == .less {
          #expect(first.ordering(to: third) == .less)
        }
      }
    }
  }

  @Test(arguments: samples)
  func `the text of a value gives the value again`(text: String) throws {
    let value = try Value(feel: text)
    let again = try Value(feel: value.feelText)
    #expect(again.isIdentical(to: value), "\(value.feelText)")
  }

  @Test(arguments: samples)
  func `a value conforms to its own type`(text: String) throws {
    let value = try Value(feel: text)
    #expect(value.conforms(to: value.type), "\(value.type)")
    #expect(value.conforms(to: .any))
    #expect(value.type.conforms(to: value.type))
  }

  @Test func `null is equal to null alone`() throws {
    for text in Self.samples.dropFirst() {
      #expect(try Value(feel: text).isEqual(to: .null) == false)
    }
  }

  @Test func `strings are equal by code point`() {
    let composed = Value.string("\u{E9}")
    let decomposed = Value.string("e\u{301}")
    #expect(composed.isEqual(to: decomposed) == false)
    #expect(decomposed.ordering(to: composed) == .less)
    #expect(Value.string("\u{FFFF}").ordering(to: .string("\u{1F600}")) == .less)
  }

  @Test func `an unequal part decides where another cannot be compared`() throws {
    #expect(try Value(feel: #"[1, "a"]"#).isEqual(to: Value(feel: "[2, 1]")) == false)
    #expect(try Value(feel: #"[1, "a"]"#).isEqual(to: Value(feel: "[1, 1]")) == nil)
    #expect(try Value(feel: #"{a: 1, b: 1}"#).isEqual(to: Value(feel: #"{a: "x", b: 2}"#)) == false)
  }

  @Test(arguments: [
    (#"@"10:00:00Z""#, #"@"10:00:00@Etc/UTC""#), (#"@"20:00:50+00:00""#, #"@"21:00:50+01:00""#),
    (#"@"2002-04-02T12:00:00-01:00""#, #"@"2002-04-02T17:00:00+04:00""#), ("1", "[1]"),
    (#"@"P0Y""#, #"@"P0D""#), (#"@"2012-12-25""#, #"@"2012-12-25T00:00:00Z""#), ("null", "0"),
    (#"@"10:00:00.1""#, #"@"10:00:00.2""#),
  ])
  func `other parts are not identical`(left: String, right: String) throws {
    #expect(try !Value(feel: left).isIdentical(to: Value(feel: right)))
  }

  @Test(arguments: [
    #""a \"b\" \\ c\n\t""#, #"{"if": 1}"#, #"{"a  b": 1}"#, #"{"1a": 1}"#, #"{a_1 b: 1}"#,
  ])
  func `texts are quoted where they must be`(text: String) throws {
    #expect(try Value(feel: text).feelText == text)
  }

  @Test func `the plain text has no quotes`() throws {
    #expect(try Value(feel: #""a\nb""#).text == "a\nb")
    #expect(try Value(feel: #"@"2020-01-01""#).text == "2020-01-01")
    #expect(try Value(feel: #"["a", @"P1D"]"#).text == #"["a", @"P1D"]"#)
  }
}
