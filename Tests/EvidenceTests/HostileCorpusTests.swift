import Evidence
import Foundation
import TestSupport
import Testing

@Suite struct HostileCorpusTests {
  @Test(arguments: [
    "lexicon/stop-words.yaml", "lexicon/everyday-words.yaml", "lexicon/question-cues.yaml",
    "lexicon/neighbouring-topics.yaml", "lexicon/answering.yaml", "small/claims.yaml",
    "small/references.json", "small/glossary.yaml", "small/protocol.yaml", "small/protocol.md",
    "small/evidence/imaging.md",
  ])
  func `every prefix of a file reads or is refused`(file: String) throws {
    let content = try #require(try SmallCorpus().files[file])
    try readVariants(of: file) { check in
      // The parameters are copied from the corpus, long and all alike; every eleventh byte will do.
      let step = file == "lexicon/answering.yaml" ? 11 : 1
      for count in stride(from: 0, to: content.count, by: step) {
        try check(Array(content[..<count]))
      }
    }
  }

  @Test(
    arguments: [
      ("small/claims.yaml", 1), ("small/references.json", 2), ("small/protocol.md", 3),
    ] as [(String, UInt64)]
  )
  func `every flipped byte of a file reads or is refused`(file: String, seed: UInt64) throws {
    print("flipped bytes of \(file): seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let content = try #require(try SmallCorpus().files[file])
    try readVariants(of: file) { check in
      for place in content.indices {
        var flipped = content
        flipped[place] ^= UInt8.random(in: 1...255, using: &generator)
        try check(flipped)
      }
    }
  }

  /// Reads the small corpus with each content of one file that `body` offers.
  private func readVariants(
    of file: String,
    _ body: (_ check: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let small = try SmallCorpus()
    try small.inFolder { root in
      let url = root.appending(path: file)
      try body { content in
        try Data(content).write(to: url)
        do throws(CorpusError) {
          let corpus = try CorpusReader.read(root.path)
          var files = small.files
          files[file] = content
          for claim in corpus.protocols.flatMap(\.claims) {
            let bytes = files["small/\(claim.span.file)"] ?? []
            #expect(Array(bytes[claim.span.start..<claim.span.end]) == Array(claim.text.utf8))
            #expect(!claim.citations.isEmpty)
          }
        } catch {
          #expect(!error.issues.isEmpty)
          #expect(error.issues.allSatisfy { !$0.description.isEmpty })
        }
      }
    }
  }
}
