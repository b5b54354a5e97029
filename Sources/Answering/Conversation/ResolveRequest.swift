public import Dialogue

/// One line of a batch of conversations: `{"id": …, "turns": ["…"]}`.
public struct ResolveRequest: Hashable, Sendable {
  /// Returned with the result.
  public var id: String
  /// What was typed, in order.
  public var turns: [String]

  /// Reads a line.
  ///
  /// - Parameter line: The bytes of the line without its end.
  /// - Throws: `ResolveRequestError` with the reason.
  public init(line: [UInt8]) throws(ResolveRequestError) {
    guard let object = JSONValue.read(line), object.object != nil else { throw .notJSON }
    guard let id = object["id"]?.string else { throw .noID }
    guard let items = object["turns"]?.array else { throw .noTurns(id: id) }
    var turns: [String] = []
    for item in items {
      guard let turn = item.string else { throw .noTurns(id: id) }
      turns.append(turn)
    }
    self.id = id
    self.turns = turns
  }

  /// The turns made to stand alone, as one line of JSON.
  public func reply(_ resolver: FollowUpResolver) -> String {
    var state = DialogueState()
    var resolved: [String] = []
    for text in turns {
      let turn = resolver.resolve(text, in: state)
      state = state.applying(.asked(turn))
      resolved.append(turn.resolved)
    }
    var writer = JSONWriter()
    writer.object { reply in
      reply.key("id")
      reply.string(id)
      reply.key("resolved")
      reply.array(resolved) { $0.string($1) }
    }
    return writer.text
  }
}

/// Why a line is no conversation.
public enum ResolveRequestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a JSON object.
  case notJSON
  /// `id` is missing or no text.
  case noID
  /// `turns` is missing or no list of texts.
  case noTurns(id: String)

  /// The line's id where it could be read.
  public var id: String? {
    switch self {
    case .notJSON, .noID: nil
    case .noTurns(let id): id
    }
  }

  /// One sentence with the remedy.
  public var description: String {
    switch self {
    case .notJSON: "not a JSON object; write {\"id\": \"…\", \"turns\": [\"…\"]}"
    case .noID: "‘id’ is missing; it must be a text"
    case .noTurns: "‘turns’ is missing; it must be a list of texts"
    }
  }
}
