@testable internal import FEEL
internal import TestSupport
internal import Testing

/// Printing a tree and reading it again gives the same tree.
struct RoundTripTests {
  @Test(arguments: [1, 2, 3, 4])
  func `expressions`(seed: UInt64) throws {
    var syntax = RandomSyntax(seed: seed)
    for number in 0..<1_500 {
      let tree = syntax.tree(number % 5)
      let text = tree.description
      let readAgain = try? read(text, names: RandomSyntax.names)
      #expect(readAgain == tree, "seed \(seed), tree \(number): \(text)")
      #expect(readAgain?.description == text, "seed \(seed), tree \(number)")
    }
  }

  @Test(arguments: [5, 6])
  func `tests of input entries`(seed: UInt64) throws {
    var syntax = RandomSyntax(seed: seed)
    for number in 0..<1_500 {
      let tests = syntax.tests(number % 4)
      let text = tests.description
      let readAgain = try? readTests(text, names: RandomSyntax.names)
      #expect(readAgain == tests, "seed \(seed), tests \(number): \(text)")
    }
  }

  @Test(arguments: [7])
  func `types`(seed: UInt64) throws {
    var syntax = RandomSyntax(seed: seed)
    for number in 0..<2_000 {
      let type = syntax.type(number % 6)
      var parser = Parser(type.description)
      #expect(try parser.parseTypeReference() == type, "seed \(seed), type \(number)")
    }
  }

  @Test(arguments: [8, 9])
  func `the place of a part holds what reads as the part`(seed: UInt64) throws {
    var syntax = RandomSyntax(seed: seed)
    for number in 0..<400 {
      let text = syntax.tree(1 + number % 3).description
      let tree = try read(text, names: RandomSyntax.names)
      let bytes = Array(text.utf8)
      var open = [tree]
      while let part = open.popLast() {
        let slice = String(decoding: bytes[part.range.start..<part.range.end], as: UTF8.self)
        let names = RandomSyntax.names + ["each one", "r-s", "k l", "k-m", "é ü", "a/b\\c\n"]
        let readAlone = try? read(slice, names: names)
        #expect(readAlone == part, "seed \(seed), tree \(number), ‘\(slice)’ in \(text)")
        open += part.parts
      }
    }
  }
}
