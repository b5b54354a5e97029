internal import FEEL
internal import Testing

struct IterationTests {
  @Test(arguments: [
    "for i in [1, 2, 3] return i + 1 => [2, 3, 4]", "for i in [] return i => []",
    "for i in 2..4 return i => [2, 3, 4]", "for i in 4..2 return i => [4, 3, 2]",
    "for i in 1..1 return i => [1]", "for i in -1..1 return i => [-1, 0, 1]",
    "for i in 1 + 1..1 + 3 return i => [2, 3, 4]", "for i in 5 return i => [5]",
    "for i in [1..3] return i => [1, 2, 3]", "for i in (1..4) return i => [2, 3]",
    "for i in (1..2) return i => []", "for i in (1..1] return i => []",
    "for i in [1, 2], j in [10, 20] return i + j => [11, 21, 12, 22]",
    "for x in [[1, 2], [3]], y in x return y => [1, 2, 3]",
    "for x in [[1, 2], [3]] return for y in x return y => [[1, 2], [3]]",
    "for i in 0..4 return if i = 0 then 1 else i * partial[-1] => [1, 1, 2, 6, 24]",
    "for i in 1..3 return count(partial) => [0, 1, 2]",
    "for i in 1..3, partial in [7] return partial => [7, 7, 7]",
    #"for d in @"1980-01-03"..@"1980-01-02" return d => [@"1980-01-03", @"1980-01-02"]"#,
    #"for d in [@"1980-02-28"..@"1980-03-01"] return d.day => [28, 29, 1]"#,
    "for i in [null, 1] return i => [null, 1]", "for i in {a: 1} return i.a => [1]",
  ])
  func `for gives the results in order`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"for i in "a".."c" return i"#, #"for i in ["a".."c"] return i"#, "for i in [2..1] return i",
    #"for i in @"P1D"..@"P2D" return i"#, #"for i in @"10:00:00"..@"11:00:00" return i"#,
    "for i in null return i", "for i in 1.5..3 return i", "for i in 1..null return i",
    "for i in (< 5) return i", "some i in null satisfies true", "for i in 1..10**30 return i",
  ])
  func `what cannot be gone through gives null and a note`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    #expect(!evaluated.notes.isEmpty)
  }

  @Test(arguments: [
    "some i in [1, 2] satisfies i > 1 => true", "some i in [1, 2] satisfies i > 2 => false",
    "every i in [1, 2] satisfies i > 0 => true", "every i in [1, 2] satisfies i > 1 => false",
    "some i in [] satisfies true => false", "every i in [] satisfies false => true",
    "some i in [1, null] satisfies i > 0 => true", "some i in [null, 1] satisfies i > 1 => null",
    "every i in [1, null] satisfies i > 0 => null", "every i in [null, 1] satisfies i > 1 => false",
    "some i in [1, 2], j in [2, 3] satisfies i + j = 5 => true",
    "every i in 1..3, j in i..3 satisfies j >= i => true", "some i in 5 satisfies i = 5 => true",
    #"some i in [1, 2] satisfies if i = 2 then true else "no" => null"#,
    #"every i in [1, 2] satisfies if i = 1 then true else "no" => null"#,
  ])
  func `some and every are three valued`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    "for i in 1..10000000000 return i", "some i in 1..10000000000 satisfies i < 0",
    "for i in 1..10000000000, j in 1..10000000000 return 1", "count(for i in 1..99999999 return i)",
    "for i in -9223372036854775808..9223372036854775807 return i",
  ])
  func `a budget ends what would run forever`(text: String) throws {
    let evaluated = try Evaluated(text, budget: 10_000)
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.reasons.contains(.limit("steps")))
  }

  @Test(arguments: [
    "for i in 1..100000 return [partial[-1]]", "for i in 1..100000 return partial",
    "for i in 1..100000 return {a: [partial[-1], partial[-1]]}",
    "for i in 1..100000 return function() partial[-1]",
  ])
  func `results cannot nest without end`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .limit? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }
}
