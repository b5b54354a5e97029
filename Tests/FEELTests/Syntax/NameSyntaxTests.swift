internal import FEEL
internal import Testing

/// Names (DMN 1.5, 10.3.1.2, rules 25 to 30, and 10.3.1.4 to 10.3.1.6).
struct NameSyntaxTests {
  private static let names = [
    "a", "b", "a-b", "Profit and loss", "what if?", "Full Name", "Full", "Full Name of Pet",
    "credit/debit", "rate*2", "1st", "Phone 2", "O'Neil", "l’age", "C++", "v.2", "for each", "in",
  ]

  @Test(arguments: [
    "a => a", "Full Name => |Full Name|", "Full  /* x */ Name => |Full Name|",
    "Full Name of Pet => |Full Name of Pet|", "Full => Full",
    "Full Name + Full => (+ |Full Name| Full)", "Profit and loss => |Profit and loss|",
    "Profit and loss and a => (and |Profit and loss| a)", "what if? => |what if?|",
    "what if? or a => (or |what if?| a)", "Phone 2 => |Phone 2|", "Phone 2 * 2 => (* |Phone 2| 2)",
    "O'Neil => |O'Neil|", "l’age => |l’age|", "C++ + 1 => (+ |C++| 1)", "v.2 => |v.2|",
    "for each => |for each|", "for each in b => (in |for each| b)",
  ])
  func `the longest name in scope wins`(row: String) throws {
    try expectTree(row, names: Self.names)
  }

  @Test(arguments: [
    "a-b => |a-b|", "a - b => |a-b|", "a -b => |a-b|", "(a)-(b) => (- a b)", "(a)-b => (- a b)",
    "a-(b) => (- a b)", "b-a => (- b a)", "a-b-a => (- |a-b| a)", "-a-b => (- |a-b|)",
    "credit / debit => |credit/debit|", "rate*2 => |rate*2|", "rate * 2 + 1 => (+ |rate*2| 1)",
    "a-bc => (- a bc)", "a-b.a => (. |a-b| a)",
  ])
  func `signs in names count, the space around them does not`(row: String) throws {
    let halves = row.split(separator: " => ").map(String.init)
    #expect(SyntaxTree.text(try read(halves[0], names: Self.names)) == halves[1])
  }

  @Test(arguments: [
    "a - b => (- a b)", "a-b => (- a b)", "Full Name => |Full Name|", "x y z + 1 => (+ |x y z| 1)",
    "Profit and loss => (and Profit loss)", "a.b-c => (- (. a b) c)", "in_ => in_",
  ])
  func `without names in scope words go together up to a keyword or sign`(row: String) throws {
    try expectTree(row)
  }

  @Test(arguments: [
    "date and time(a) => (call |date and time| a)", "date and time => |date and time|",
    "years and months duration(a, b) => (call |years and months duration| a b)",
    "day of week(a) => (call |day of week| a)", "string length(a) => (call |string length| a)",
    "date (a) => (call date a)", "not(a) => (call not a)",
    "list contains(a, b) => (call |list contains| a b)",
    "get value(m: a, key: b) => (call |get value| (m: a) (key: b))",
  ])
  func `built-in functions are known everywhere`(row: String) throws {
    try expectTree(row, names: ["a", "b"])
  }

  @Test(arguments: [
    "{k l: 1, m: k l + 1} => (context (|k l|: 1) (m: (+ |k l| 1)))",
    "{k-l: 1, m: k-l} => (context (|k-l|: 1) (m: |k-l|))",
    "{m: k-l, k-l: 1} => (context (m: (- k l)) (|k-l|: 1))",
    "{a: {k-l: 1}, m: k-l} => (context (a: (context (|k-l|: 1))) (m: (- k l)))",
    "{\"k-l\": 1, m: k-l} => (context (|k-l|: 1) (m: |k-l|))",
    "for k-l in a return k-l => (for (|k-l| a) |k-l|)",
    "for k-l in a, m in k-l return m => (for (|k-l| a) (m |k-l|) m)",
    "[for k-l in a return 1, k-l] => (list (for (|k-l| a) 1) (- k l))",
    "some k-l in a satisfies k-l => (some (|k-l| a) |k-l|)",
    "every k and l in a satisfies k and l => (every (|k and l| a) |k and l|)",
    "function(k-l) k-l => (function (|k-l|) |k-l|)",
    "function(k-l: number, m) m - k-l => (function (|k-l|: number) (m) (- m |k-l|))",
  ])
  func `names bound inside are in scope inside`(row: String) throws {
    let halves = row.split(separator: " => ").map(String.init)
    #expect(SyntaxTree.text(try read(halves[0])) == halves[1])
  }

  @Test(arguments: [
    "{a: {k-l: 1}, m: a.k-l} => (context (a: (context (|k-l|: 1))) (m: (. a |k-l|)))",
    "[{k-l: 1}][1].k-l => (. (filter (list (context (|k-l|: 1))) 1) |k-l|)",
    "{k and l: 1}.k and l => (. (context (|k and l|: 1)) |k and l|)",
    "[a.k-l, {k-l: 1}] => (list (- (. a k) l) (context (|k-l|: 1)))",
    "a.date and time(b) => (and (. a date) (call time b))",
    "{date and time: 1}.date and time => (. (context (|date and time|: 1)) |date and time|)",
    "a.string length => (. a |string length|)",
  ])
  func `behind a dot the keys of contexts are known`(row: String) throws {
    let halves = row.split(separator: " => ").map(String.init)
    #expect(SyntaxTree.text(try read(halves[0])) == halves[1])
  }

  @Test(arguments: ["a//b", "a/*c*/b", "\"a\"", "a \"b\"", "", " ", "#", "a\\b", "\""])
  func `what no tokens can spell is no name`(name: String) throws {
    #expect(try read("a", names: [name]).node == .name("a"))
    #expect(try read("a + b", names: [name]) == read("a + b"))
  }

  @Test func `names further in take part, and the last of equal ones gives the spelling`() throws {
    let names = KnownNames(["a  b", "x"]).adding(["a b c", "a-b"])
    for (text, name) in [("a b", "a  b"), ("a  b c", "a b c"), ("a - b", "a-b")] {
      var parser = Parser(text, names: names)
      #expect(try parser.parseExpression().node == .name(name))
    }
  }

  @Test func `a long name is looked up in passable time`() throws {
    let words = Array(repeating: "a", count: 20_000).joined(separator: " ")
    #expect(
      try read("\(words) + 1", names: [words]).node == read("(\(words)) + 1", names: [words]).node
    )
  }

  @Test func `a context of many keys is read in passable time`() throws {
    let entries = (0..<5_000).map { "k \($0): 1" }.joined(separator: ", ")
    guard case .context(let read) = try read("{\(entries)}").node else {
      Issue.record("no context")
      return
    }
    #expect(read.count == 5_000)
  }
}
