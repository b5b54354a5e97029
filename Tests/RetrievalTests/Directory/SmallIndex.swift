import Foundation
@testable import Retrieval
import TestSupport

/// Documents of random words, an index of them, and the scores that they must get.
struct SmallIndex {
  let words = IndexedWords(stop: ["the"], asking: ["what"])
  private(set) var texts: [(identifier: String, words: [String])] = []

  static let vocabulary = (0..<60).map { "w\($0)x" }

  /// Words of a skewed distribution, so that some lists are long and some are short.
  static func randomWords(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in
      let place = Double.random(in: 0..<1, using: &generator)
      return vocabulary[Int(place * place * place * Double(vocabulary.count))]
    }
  }

  init(documents: Int, longest: Int, _ generator: inout SeededGenerator, prefix: String = "d") {
    for number in 0..<documents {
      let count = Int.random(in: 0...longest, using: &generator)
      texts.append(("\(prefix)\(number)", Self.randomWords(count, &generator)))
    }
  }

  /// Adds the documents to the index of a folder and closes it.
  func write(to folder: String, isNew: Bool, memory: Int = 1 << 26) throws {
    var options = DirectoryWriter.Options()
    options.memory = memory
    options.keepsTexts = true
    var writer = try DirectoryWriter(
      path: folder,
      words: isNew ? words : nil,
      options: options
    )
    for text in texts {
      var record = DocumentRecord()
      record.identifier = Array(text.identifier.utf8)
      record.text = Array(text.words.joined(separator: " ").utf8)
      try writer.add(record)
    }
    try writer.commit()
  }
}

/// Scores every document of an index from its words, as slowly as can be.
struct NaiveSearch {
  private let texts: [(identifier: String, words: [String])]
  private let all: [[String]]
  private let titles: [[String]]
  private let table: SaturationTable
  private let model: ScoringModel

  /// Takes the documents, and those that were removed but still count for statistics.
  ///
  /// Words of `titles`, by document, stand among its words and count twice.
  init(
    _ texts: [(identifier: String, words: [String])],
    removed: [[String]] = [],
    titles: [[String]] = [],
    model: ScoringModel = .standard
  ) {
    self.texts = texts
    self.model = model
    self.titles = titles
    all = texts.map(\.words) + removed
    let tokens = all.reduce(0) { $0 + $1.count }
    table = SaturationTable(
      model,
      meanLength: max(1, Float(tokens) / Float(max(1, all.count)))
    )
  }

  /// The score of each document that has one, by identifier.
  func scores(_ query: [String]) -> [String: Float] {
    var weights: [(word: String, weight: Float)] = []
    var total: Float = 0
    for word in query where !weights.contains(where: { $0.word == word }) {
      let frequency = all.filter { $0.contains(word) }.count
      guard frequency > 0 else { continue }
      let statistics = TermStatistics(documentFrequency: frequency, documentCount: all.count)
      let count = Float(query.filter { $0 == word }.count)
      let weight = count * model.inverseDocumentFrequency(statistics)
      weights.append((word, weight))
      total += weight
    }
    let scale = Float(Int(Int16.max) - weights.count) / total
    var scores: [String: Float] = [:]
    for (number, text) in texts.enumerated() {
      var steps = 0
      let lengthClass = Int(LengthClass.of(text.words.count))
      for (word, weight) in weights {
        let title = number < titles.count ? titles[number] : []
        let frequency = (text.words + title).filter { $0 == word }.count
        guard frequency > 0 else { continue }
        steps += Int(table.gain(weight * scale, UInt8(min(frequency, 255)), lengthClass))
      }
      if steps > 0 { scores[text.identifier] = Float(steps) / (scale / table.unit) }
    }
    return scores
  }
}
