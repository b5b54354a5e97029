import TestSupport
import TextAnalysis
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0, 0),
    ("a", "", 1, 1),
    ("", "abc", 2, nil),
    ("liver", "liver", 0, 0),
    ("liver", "livre", 1, 1),
    ("liver", "lover", 1, 1),
    ("liver", "live", 1, 1),
    ("liver", "lliver", 1, 1),
    ("ca", "abc", 3, 3),
    ("oxaliplatin", "oxalyplatine", 2, 2),
    ("oxaliplatin", "oxalyplatine", 1, nil),
    ("oxaliplatin", "irinotecan", 3, nil),
    ("abcdef", "badcfe", 3, 3),
    ("größe", "grösse", 2, 2),
    ("e\u{301}", "é", 2, 2),
    ("肝転移", "肝移転", 1, 1),
    ("🩺", "🧑", 1, 1),
    ("a", "b", 0, nil),
    ("a", "a", -1, nil),
    ("kitten", "sitting", Int.max, 3),
  ])
  func `edits are counted up to the limit`(a: String, b: String, limit: Int, distance: Int?) {
    #expect(editDistance(a, b, atMost: limit) == distance)
    #expect(editDistance(b, a, atMost: limit) == distance)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the band gives what the whole table gives`(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let a = word(using: &generator)
      let b = word(using: &generator)
      let whole = wholeTable(Array(a.unicodeScalars), Array(b.unicodeScalars))
      for limit in 0...9 {
        let expected = whole <= limit ? whole : nil
        #expect(editDistance(a, b, atMost: limit) == expected, "seed \(seed): \(a) \(b) \(limit)")
      }
    }
  }

  private func word(using generator: inout SeededGenerator) -> String {
    String(
      (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        "abé".randomElement(using: &generator) ?? "a"
      }
    )
  }

  private func wholeTable(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var table = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for row in 0...a.count { table[row][0] = row }
    for row in stride(from: 1, through: a.count, by: 1) {
      for column in stride(from: 1, through: b.count, by: 1) {
        let change = a[row - 1] == b[column - 1] ? 0 : 1
        table[row][column] = min(
          table[row - 1][column - 1] + change,
          min(table[row - 1][column], table[row][column - 1]) + 1
        )
        if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
