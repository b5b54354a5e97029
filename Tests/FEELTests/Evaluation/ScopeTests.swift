internal import FEEL
internal import Testing

struct ScopeTests {
  private func text(_ scope: Scope, _ name: String) -> String? { scope[name]?.feelText }

  @Test func `inner names hide outer ones and leave them as they were`() {
    let outer = Scope(["a": .boolean(true), "b": .boolean(false)])
    let inner = outer.extended(by: "a", .null)
    #expect(text(inner, "a") == "null")
    #expect(text(inner, "b") == "false")
    #expect(text(outer, "a") == "true")
    #expect(inner["c"] == nil)
  }

  @Test func `a context becomes names`() {
    let scope = Scope().extended(by: Context([("a", .null), ("b c", .boolean(true))]))
    #expect(text(scope, "b c") == "true")
    #expect(scope.names == ["a", "b c"])
  }

  @Test func `names are those of all layers`() {
    let scope = Scope(["a": .null]).extended(by: "b", .null).extended(by: ["c": .null])
    #expect(scope.names == ["a", "b", "c"])
    #expect(Scope().names.isEmpty)
  }
}
