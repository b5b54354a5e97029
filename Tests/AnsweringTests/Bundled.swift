import Answering
import Evidence
import Foundation
import Testing

/// The corpus of this repository with its assistant, opened once without any cache.
enum Bundled {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "corpus").path

  static let corpus = Result { try CorpusReader.read(root) }
  static let assistant = Result { try Assistant.open(corpus.get()) }

  /// The replies to all judged questions, in their order.
  static let judged: Result<[(question: JudgedQuestion, reply: Reply)], any Error> = Result {
    let opened = try assistant.get()
    return try JudgedQuestion.all().map { ($0, opened.answer($0.question, limit: 3)) }
  }

  static func claims() throws -> [String: Claim] {
    let claims = try corpus.get().protocols.flatMap(\.claims)
    return Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
  }
}

/// A question with the claims that answer it; `Judged/README.md` tells the fields.
struct JudgedQuestion: Decodable, Sendable {
  var id: String
  var question: String
  var answerable: Bool
  var accept: [String]?
  var also: [String]?

  static func all() throws -> [JudgedQuestion] {
    try ["questions", "unanswerable"].flatMap { name in
      let url = try #require(
        Bundle.module.url(forResource: name, withExtension: "jsonl", subdirectory: "Judged")
      )
      return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).map {
        try JSONDecoder().decode(JudgedQuestion.self, from: $0)
      }
    }
  }
}
