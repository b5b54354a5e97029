internal import Testing

@testable internal import FEEL

struct PatternCacheTests {
  @Test func `a cache keeps as many expressions as it may`() throws {
    let cache = PatternCache(capacity: 3)
    for number in 0..<20 {
      let expression = try cache.expression("a{\(number)}b", flags: [])
      #expect(try expression.matches(String(repeating: "a", count: number) + "b"))
      #expect(cache.count == min(number + 1, 3))
    }
  }

  @Test func `patterns that differ in bytes or flags are kept apart`() throws {
    let cache = PatternCache(capacity: 8)
    #expect(try cache.expression("^\u{E9}$", flags: []).matches("\u{E9}"))
    #expect(try !cache.expression("^e\u{301}$", flags: []).matches("\u{E9}"))
    #expect(try !cache.expression("^\u{C9}$", flags: []).matches("\u{E9}"))
    #expect(try cache.expression("^\u{C9}$", flags: .ignoresCase).matches("\u{E9}"))
    #expect(cache.count == 4)
  }

  @Test func `failures are not kept`() {
    let cache = PatternCache(capacity: 8)
    for _ in 0..<3 {
      #expect(throws: RegularExpression.Failure.self) { try cache.expression("(", flags: []) }
    }
    #expect(cache.count == 0)
  }

  @Test func `many threads may use one cache and one expression`() async {
    let cache = PatternCache(capacity: 2)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          (0..<200).count { round in
            let number = (worker + round) % 5
            let expression = try? cache.expression("^(a|b){\(number)}$", flags: [])
            let text = String(repeating: "b", count: number)
            return (try? expression?.matches(text)) != true
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
    #expect(cache.count == 2)
  }
}
