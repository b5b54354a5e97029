#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One line of a batch: `{"id": …, "question": …, "conversation": …}`.
public struct AskRequest: Hashable, Sendable {
  /// Returned with the reply.
  public var id: String
  /// The question as typed.
  public var question: String
  /// Lines of one conversation share their context.
  public var conversation: String?

  /// Reads a line.
  ///
  /// - Parameter line: The bytes of the line without its end.
  /// - Throws: `AskRequestError` with the reason.
  public init(line: [UInt8]) throws(AskRequestError) {
    let members: Members
    do {
      members = try JSONDecoder().decode(Members.self, from: Data(line))
    } catch {
      throw .notJSON
    }
    guard let id = members.id else { throw .noID }
    guard let question = members.question else { throw .noQuestion(id: id) }
    guard question.contains(where: { !$0.isWhitespace }) else { throw .emptyQuestion(id: id) }
    self.id = id
    self.question = question
    conversation = members.conversation
  }

  private struct Members: Decodable {
    var id: String?
    var question: String?
    var conversation: String?
  }
}

/// Why a line of a batch is not a request.
public enum AskRequestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a JSON object with texts as members.
  case notJSON
  /// `id` is missing.
  case noID
  /// `question` is missing.
  case noQuestion(id: String)
  /// `question` holds no word.
  case emptyQuestion(id: String)

  /// The line's id where it could be read.
  public var id: String? {
    switch self {
    case .notJSON, .noID: nil
    case .noQuestion(let id), .emptyQuestion(let id): id
    }
  }

  /// One sentence with the remedy.
  public var description: String {
    switch self {
    case .notJSON: "not a JSON object; write {\"id\": \"…\", \"question\": \"…\"}"
    case .noID: "‘id’ is missing; it must be a text"
    case .noQuestion: "‘question’ is missing; it must be a text"
    case .emptyQuestion: "‘question’ is empty"
    }
  }
}
