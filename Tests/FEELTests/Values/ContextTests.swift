internal import FEEL
internal import TestSupport
internal import Testing

struct ContextTests {
  @Test func `entries stay in order and the last value of a name counts`() {
    let context = Context([("b", number(1)), ("a", number(2)), ("b", number(3))])
    #expect(context.entries.map(\.key) == ["b", "a"])
    #expect(context["b"]?.feelText == "3")
  }

  @Test func `a null entry is there and an absent one is not`() {
    let context = Context([("a", .null)])
    #expect(context["a"]?.feelText == "null")
    #expect(context["b"] == nil)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `a context behaves as a dictionary in order of arrival`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var context = Context()
    var model: [String: Int] = [:]
    var order: [String] = []
    for step in 0..<400 {
      let key = "k\(Int.random(in: 0..<20, using: &generator))"
      if Int.random(in: 0..<3, using: &generator) == 0 {
        context[key] = nil
        model[key] = nil
        order.removeAll { $0 == key }
      } else {
        context[key] = number(step)
        if model.updateValue(step, forKey: key) == nil { order.append(key) }
      }
      #expect(context.entries.map(\.key) == order, "seed \(seed), step \(step)")
      for key in order { #expect(context[key]?.feelText == model[key].map(String.init)) }
    }
  }

  private func number(_ value: Int) -> Value { .number(Number(value)) }
}
