@testable import Retrieval
import TestSupport

/// A random query, as it is written and as it is meant.
struct RandomExpression {
  struct Clause {
    var isExcluded = false
    var field = SearchExpression.Field.any
    var form = SearchExpression.Form.words
    var words: [String]

    var source: String {
      let fields: [SearchExpression.Field: String] = [.any: "", .title: "title:", .text: "text:"]
      let text = words.joined(separator: " ")
      let form =
        switch form {
        case .words: text
        case .phrase: "\"\(text)\""
        case .prefix: "\(text)*"
        case .similar: "\(text)~"
        }
      return (isExcluded ? "-" : "") + (fields[field] ?? "") + form
    }
  }

  var clauses: [Clause]
  var source: String { clauses.map(\.source).joined(separator: " ") }

  init(_ generator: inout SeededGenerator) {
    clauses = []
    for number in 0..<Int.random(in: 1...4, using: &generator) {
      var clause = Clause(words: SmallIndex.randomWords(1, &generator))
      clause.form = [.words, .words, .phrase, .prefix].randomElement(using: &generator) ?? .words
      clause.field = [.any, .any, .title, .text].randomElement(using: &generator) ?? .any
      clause.isExcluded = number > 0 && Int.random(in: 0..<4, using: &generator) == 0
      if clause.form == .phrase {
        clause.words = SmallIndex.randomWords(Int.random(in: 1...3, using: &generator), &generator)
      } else if clause.form == .prefix {
        clause.words = [String(clause.words[0].prefix(Int.random(in: 2...4, using: &generator)))]
      }
      clauses.append(clause)
    }
  }
}

/// Documents of words, which a query is tried on one by one.
struct NaiveExpression {
  var documents: [(identifier: String, title: [String], text: [String])] = []

  private func isFound(_ clause: RandomExpression.Clause, in words: [String]) -> Bool {
    if clause.form == .prefix { return words.contains { $0.hasPrefix(clause.words[0]) } }
    guard words.count >= clause.words.count else { return false }
    return (0...(words.count - clause.words.count)).contains { start in
      Array(words[start..<(start + clause.words.count)]) == clause.words
    }
  }

  private func matches(_ clause: RandomExpression.Clause, _ number: Int) -> Bool {
    let document = documents[number]
    switch clause.field {
    case .title: return isFound(clause, in: document.title)
    case .text: return isFound(clause, in: document.text)
    case .any: return isFound(clause, in: document.title) || isFound(clause, in: document.text)
    }
  }

  /// The words that count, those of free words last.
  private func counted(_ expression: RandomExpression) -> [String] {
    let all = Set(documents.flatMap { $0.title + $0.text })
    let clauses = expression.clauses.filter { !$0.isExcluded }
    let isFree = { (clause: RandomExpression.Clause) in
      clause.form == .words && clause.field == .any
    }
    return (clauses.filter { !isFree($0) } + clauses.filter(isFree)).flatMap { clause in
      clause.form == .prefix
        ? all.filter { $0.hasPrefix(clause.words[0]) }.sorted() : clause.words
    }
  }

  /// Identifiers of the documents that fit, with their scores.
  func scores(_ expression: RandomExpression) -> [String: Float] {
    // A word of the title counts twice.
    let search = NaiveSearch(
      documents.map { ($0.identifier, $0.title + $0.text) },
      titles: documents.map(\.title)
    )
    let scores = search.scores(counted(expression))
    return scores.filter { identifier, _ in
      guard let number = documents.firstIndex(where: { $0.identifier == identifier }) else {
        return false
      }
      return expression.clauses.allSatisfy { clause in
        let isRequired = clause.form == .phrase || clause.field != .any
        if clause.isExcluded { return !matches(clause, number) }
        return !isRequired || matches(clause, number)
      }
    }
  }
}
