internal import FEEL
internal import Testing

struct ContextBuiltinsTests {
  @Test(arguments: [
    BuiltinExample("get value({a: \"foo\"}, \"a\")", "\"foo\""),
    BuiltinExample("get value(key: \"a\", m: {a: 1})", "1"),
    BuiltinExample("get value({a: null}, \"a\")", "null"),
    BuiltinExample("get value({\"\": 1}, \"\")", "1"),
    BuiltinExample(
      "get entries({b: 1, a: [2]})",
      "[{key: \"b\", value: 1}, {key: \"a\", value: [2]}]"
    ),
    BuiltinExample("get entries(m: {})", "[]"),
    BuiltinExample("context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])", "{a: 1, b: 2}"),
    BuiltinExample("context([])", "{}"),
    BuiltinExample("context({key: \"a\", value: 1})", "{a: 1}"),
    BuiltinExample("context({key: \"a\", value: null})", "{a: null}"),
    BuiltinExample("context(entries: [{key: \"\", value: 1, more: 2}])", "{\"\": 1}"),
    BuiltinExample("context(get entries({b: 1, a: 2}))", "{b: 1, a: 2}"),
  ])
  func `entries are read and contexts made of them`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample("context put({}, \"a\", 1)", "{a: 1}"),
    BuiltinExample("context put({a: 1}, \"a\", null)", "{a: null}"),
    BuiltinExample("context put(context: {}, key: \"a\", value: 1)", "{a: 1}"),
    BuiltinExample("context put({x: 1}, [\"y\"], 2)", "{x: 1, y: 2}"),
    BuiltinExample("context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}"),
    BuiltinExample("context put({y: {a: 0}}, [\"y\", \"b\"], 2)", "{y: {a: 0, b: 2}}"),
    BuiltinExample("context put(context: {y: {}}, keys: [\"y\", \"a\"], value: 2)", "{y: {a: 2}}"),
    BuiltinExample("{a: {x: 1}, b: context put(a, \"x\", 2)}.a", "{x: 1}"),
    BuiltinExample("context merge([{a: 1}, {b: 2}])", "{a: 1, b: 2}"),
    BuiltinExample("context merge([{a: 1}, {a: 2}])", "{a: 2}"),
    BuiltinExample("context merge([{a: {aa: 1}}, {a: {bb: 2}}])", "{a: {bb: 2}}"),
    BuiltinExample("context merge({a: 1})", "{a: 1}"),
    BuiltinExample("context merge(contexts: [{}])", "{}"),
    BuiltinExample("context merge([])", "{}"),
  ])
  func `contexts are changed and merged as copies`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    ("context put({a: 1, b: 2, c: 3}, \"b\", 4)", ["a", "b", "c"]),
    ("context put({b: 1}, \"a\", 2)", ["b", "a"]),
    ("context merge([{c: 1, a: 1}, {b: 2, a: 3}])", ["c", "a", "b"]),
    ("context([{key: \"z\", value: 1}, {key: \"a\", value: 2}])", ["z", "a"]),
  ])
  func `entries keep the order in which they came`(text: String, keys: [String]) throws {
    guard case .context(let context) = try evaluated(text).value else {
      Issue.record("\(text) is no context")
      return
    }
    #expect(context.entries.map(\.key) == keys)
  }

  @Test(arguments: [
    BuiltinRefusalExample("get value({a: 1}, \"b\")", .unknownProperty("b", of: "context")),
    BuiltinRefusalExample("get value({a: 1})"),
    BuiltinRefusalExample("get value({a: 1}, \"a\", 2)"),
    BuiltinRefusalExample("get value(\"foo\", \"foo\")"),
    BuiltinRefusalExample("get value({a: 1}, 123)"),
    BuiltinRefusalExample("get value(null, \"a\")"),
    BuiltinRefusalExample("get value({a: 1}, null)"),
    BuiltinRefusalExample("get value(k: \"a\", m: {a: 1})"),
    BuiltinRefusalExample("get entries()"),
    BuiltinRefusalExample("get entries(null)"),
    BuiltinRefusalExample("get entries([1, 2])"),
    BuiltinRefusalExample("get entries(map: {a: 1})"),
    BuiltinRefusalExample("context()"),
    BuiltinRefusalExample("context(null)"),
    BuiltinRefusalExample("context(entris: {key: \"a\", value: 1})"),
    BuiltinRefusalExample("context put(null, \"a\", 1)"),
    BuiltinRefusalExample("context put({}, null, 1)"),
    BuiltinRefusalExample("context put({}, \"a\")"),
    BuiltinRefusalExample("context put({}, \"a\", 1, 1)"),
    BuiltinRefusalExample("context put({}, 1, 1)"),
    BuiltinRefusalExample("context put([], \"a\", 1)"),
    BuiltinRefusalExample("context put(context: {}, ky: \"a\", value: 1)"),
    BuiltinRefusalExample("context put(context: {y: {}}, key: [\"y\", \"a\"], value: 2)"),
    BuiltinRefusalExample("context put({y: {}}, [\"y\", null], 2)"),
    BuiltinRefusalExample("context put({y: {}}, [null, \"a\"], 2)"),
    BuiltinRefusalExample("context put({y: {}}, [null], 2)"),
    BuiltinRefusalExample("context put({y: {}}, [], 2)"),
    BuiltinRefusalExample("context merge()"),
    BuiltinRefusalExample("context merge(null)"),
    BuiltinRefusalExample("context merge([], \"foo\")"),
    BuiltinRefusalExample("context merge(context: [{a: 1}])"),
    BuiltinRefusalExample("context merge([{a: 1}, 2])"),
    BuiltinRefusalExample("context merge([{a: 1}, null])"),
  ])
  func `other arguments are refused`(_ example: BuiltinRefusalExample) throws {
    try example.check()
  }

  @Test(arguments: [
    "[{key: \"a\", value: 1}, {key: \"a\", value: 2}]", "{value: 1}", "{key: \"a\"}", "\"foo\"",
    "{key: null, value: 1}", "{key: 1, value: 1}", "[null]",
  ])
  func `what is no list of different keys with values makes no context`(entries: String) throws {
    try BuiltinRefusalExample(
      "context(\(entries))",
      .argumentValue(function: "context", parameter: "entries")
    ).check()
  }

  @Test(arguments: [
    "{y: {a: 0}}, [\"y\", \"a\", \"b\"]", "{}, [\"a\", \"b\"]", "{a: null}, [\"a\", \"b\"]",
  ])
  func `a path leads through contexts only`(arguments: String) throws {
    try BuiltinRefusalExample(
      "context put(\(arguments), 2)",
      .argumentValue(function: "context put", parameter: "keys")
    ).check()
  }
}
