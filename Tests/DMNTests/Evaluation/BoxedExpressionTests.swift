import DMN
import FEEL
import Testing

@Suite struct `Boxed expressions` {
  private func value(_ logic: String, knowledge: String = "", requires: [String] = []) throws
    -> String
  {
    let decision = ModelText.decision("D", knowledge: requires, logic)
    let model = try ModelText.compile(knowledge + decision)
    #expect(model.problems.isEmpty)
    return model.text("D")
  }

  private func part(_ name: String, _ text: String) -> String {
    "<\(name)>\(ModelText.literal(text))</\(name)>"
  }

  private func entry(_ name: String, _ logic: String, type: String = "Any") -> String {
    "<contextEntry><variable name=\"\(name)\" typeRef=\"\(type)\"/>\(logic)</contextEntry>"
  }

  private func result(_ text: String) -> String {
    "<contextEntry>\(ModelText.literal(text))</contextEntry>"
  }

  @Test func `entries of a context see those before them`() throws {
    let entries = entry("a", ModelText.literal("1")) + entry("b c", ModelText.literal("a + 1"))
    #expect(try value("<context>\(entries)</context>") == "{a: 1, b c: 2}")
    #expect(try value("<context>\(entries)\(result("b c * 10"))</context>") == "20")
  }

  @Test func `entries are brought to their types`() throws {
    let entries =
      entry("a", ModelText.literal("[1]"), type: "number")
      + entry("b", ModelText.literal("\"x\""), type: "number")
    #expect(try value("<context>\(entries)</context>") == "{a: 1, b: null}")
  }

  @Test func `an empty context and an empty list are values`() throws {
    #expect(try value("<context/>") == "{}")
    #expect(try value("<list/>") == "[]")
  }

  @Test func `lists and relations hold their cells`() throws {
    let cells = ModelText.literal("1") + ModelText.literal("\"x\"")
    #expect(try value("<list>\(cells)</list>") == "[1, \"x\"]")
    let columns = "<column name=\"a\" typeRef=\"number\"/><column name=\"b\" typeRef=\"number\"/>"
    let relation = "<relation>\(columns)<row>\(cells)</row><row>\(cells)</row></relation>"
    #expect(try value(relation) == "[{a: 1, b: null}, {a: 1, b: null}]")
  }

  @Test(arguments: [
    ("true", "1"), ("false", "2"), ("null", "2"), ("3", "null"),
  ])
  func `a conditional chooses`(condition: String, expected: String) throws {
    let parts = part("if", condition) + part("then", "1") + part("else", "2")
    #expect(try value("<conditional>\(parts)</conditional>") == expected)
  }

  @Test(arguments: [
    ("[1, 2, 3]", "item > 1", "[2, 3]"), ("[{a: 1}, {a: 2}]", "a = 2", "[{a: 2}]"),
    ("[]", "true", "[]"), ("[1]", "\"x\"", "null"),
  ])
  func `a filter keeps what matches`(list: String, match: String, expected: String) throws {
    let parts = part("in", list) + part("match", match)
    #expect(try value("<filter>\(parts)</filter>") == expected)
  }

  @Test(arguments: [
    ("for", "return", "x * 2", "[2, 4, 6]"), ("some", "satisfies", "x > 2", "true"),
    ("every", "satisfies", "x > 2", "false"), ("every", "satisfies", "x > 0", "true"),
  ])
  func `iterators go through a list`(
    kind: String,
    body: String,
    text: String,
    expected: String
  ) throws {
    let parts = part("in", "[1, 2, 3]") + part(body, text)
    #expect(try value("<\(kind) iteratorVariable=\"x\">\(parts)</\(kind)>") == expected)
  }

  @Test func `a body need not be a literal expression`() throws {
    let context = "<context>\(entry("y", ModelText.literal("x + 1")))\(result("y * y"))</context>"
    let iterator =
      "<for iteratorVariable=\"x\">\(part("in", "[1, 2]"))<return>\(context)</return></for>"
    #expect(try value(iterator) == "[4, 9]")
    let match =
      "<context>\(entry("y", ModelText.literal("a + 1")))\(result("y > 2 and item.a < 4"))</context>"
    let list = part("in", "[{a: 1}, {a: 2}, {a: 5}]")
    #expect(try value("<filter>\(list)<match>\(match)</match></filter>") == "[{a: 2}]")
  }

  @Test func `boxes are brought to the types that they name`() throws {
    let list = "<list typeRef=\"string\">\(ModelText.literal("\"a\""))</list>"
    #expect(try value(list) == "\"a\"")
    let filter =
      "<filter typeRef=\"number\">\(part("in", "[1, 2]"))\(part("match", "item = 2"))</filter>"
    #expect(try value(filter) == "2")
    let parts = part("if", "true") + part("then", "\"a\"") + part("else", "\"b\"")
    #expect(try value("<conditional typeRef=\"number\">\(parts)</conditional>") == "null")
  }

  @Test func `functions see their parameters and what stands around them`() throws {
    let function = """
      <functionDefinition><formalParameter name="x" typeRef="number"/>\(ModelText.literal("x + k"))
      </functionDefinition>
      """
    let entries = entry("k", ModelText.literal("10")) + entry("f", function)
    #expect(try value("<context>\(entries)\(result("f(1)"))</context>") == "11")
    #expect(try value("<context>\(entries)\(result("f(\"a\")"))</context>") == "null")
    #expect(
      try value("<context>\(entries)\(result("for i in [1, 2] return f(x: i)"))</context>")
        == "[11, 12]"
    )
  }

  @Test func `a function calls itself by the name of its entry`() throws {
    let body = ModelText.literal("if n < 2 then 1 else n * factorial(n - 1)")
    let function = "<functionDefinition><formalParameter name=\"n\"/>\(body)</functionDefinition>"
    let entries = entry("factorial", function) + result("factorial(20)")
    #expect(try value("<context>\(entries)</context>") == "2432902008176640000")
  }

  @Test func `an invocation binds by name`() throws {
    let knowledge = ModelText.knowledge("minus", ["a", "b"], ModelText.literal("a - b"))
    func invocation(_ first: String, _ second: String) -> String {
      let bindings = [(first, "1"), (second, "5")].map { name, value in
        "<binding><parameter name=\"\(name)\"/>\(ModelText.literal(value))</binding>"
      }
      return "<invocation>\(ModelText.literal("minus"))\(bindings.joined())</invocation>"
    }
    #expect(try value(invocation("b", "a"), knowledge: knowledge, requires: ["minus"]) == "4")
    #expect(try value(invocation("a", "b"), knowledge: knowledge, requires: ["minus"]) == "-4")
    #expect(try value(invocation("a", "c"), knowledge: knowledge, requires: ["minus"]) == "null")
  }

  @Test func `an invocation can call a built-in function`() throws {
    let binding = "<binding><parameter name=\"list\"/>\(ModelText.literal("[1, 2]"))</binding>"
    #expect(try value("<invocation>\(ModelText.literal("sum"))\(binding)</invocation>") == "3")
    #expect(
      try value("<invocation>\(ModelText.literal("nothing"))\(binding)</invocation>") == "null"
    )
  }

  @Test func `knowledge sees what it requires and not what its caller sees`() throws {
    let knowledge =
      ModelText.knowledge("inner", ["x"], ModelText.literal("x + 1"))
      + ModelText.knowledge("outer", ["x"], requires: ["inner"], ModelText.literal("inner(x) * 2"))
      + ModelText.knowledge("blind", ["x"], ModelText.literal("inner(x)"))
    let call = ModelText.literal("[outer(1), blind(1)]")
    #expect(
      try value(call, knowledge: knowledge, requires: ["outer", "blind", "inner"]) == "[4, null]"
    )
  }

  @Test(arguments: [
    ("java.lang.Math", "max(double, double)", "1, 2.5", "2.5"),
    ("java.lang.Math", "max(int,int)", "1, 2.5", "null"),
    ("java.lang.Math", "abs(long)", "-3", "3"),
    ("java.lang.Byte", "valueOf(byte)", "300", "null"),
    ("java.lang.Integer", "valueOf(java.lang.String)", "\"12\"", "12"),
    ("java.lang.Integer", "valueOf(java.lang.String)", "\"x\"", "null"),
    (
      "java.lang.String", "format(java.lang.String, [Ljava.lang.Object;)", "\"%s of %s%%\", 1",
      "null"
    ),
    ("java.lang.String", "format(java.lang.String, [Ljava.lang.Object;)", "\"%s%%\", 1", "\"1%\""),
    ("java.lang.Runtime", "exit(int)", "1", "null"),
    ("java.lang.Math", "max(", "1", "null"),
  ])
  func `a few Java methods are known`(
    className: String,
    signature: String,
    arguments: String,
    expected: String
  ) throws {
    let count = arguments.split(separator: ",").count
    let names = (0..<count).map { "p\($0)" }
    let body =
      "<context>\(entry("class", ModelText.literal("\"\(className)\"")))"
      + "\(entry("method signature", ModelText.literal("\"\(signature)\"")))</context>"
    let formal = names.map { "<formalParameter name=\"\($0)\"/>" }.joined()
    let boxed = "<functionDefinition kind=\"Java\">\(formal)\(body)</functionDefinition>"
    let text =
      "function(\(names.joined(separator: ", "))) external {java: {class: \"\(className)\", "
      + "method signature: \"\(signature)\"}}"
    for function in [boxed, ModelText.literal(text)] {
      let entries = entry("f", function) + result("f(\(arguments))")
      #expect(try value("<context>\(entries)</context>") == expected)
    }
  }

  @Test func `what is not FEEL is null with a note`() throws {
    let logic =
      "<literalExpression expressionLanguage=\"urn:js\"><text>1</text></literalExpression>"
    let model = try ModelText.compile(ModelText.decision("D", logic))
    let evaluated = model.evaluate(decision: "D", inputs: Context())
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.notes.count == 1)
    let pmml = "<functionDefinition kind=\"PMML\"/>"
    #expect(try value("<context>\(entry("f", pmml))\(result("f()"))</context>") == "null")
  }
}
