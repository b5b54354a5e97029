internal import Dialogue

/// One line of `extract --batch`: `{"id": …, "text": …, "concept": …}`.
public struct ExtractRequest: Hashable, Sendable {
  /// Returned with the reply.
  public var id: String
  /// The text as written; it may be empty.
  public var text: String
  /// A concept whose polarity is asked for.
  public var concept: String?

  /// Reads a line.
  ///
  /// - Parameter line: The bytes of the line without its end.
  /// - Throws: `ExtractRequestError` with the reason.
  public init(line: [UInt8]) throws(ExtractRequestError) {
    guard let object = JSONValue.read(line), object.object != nil else { throw .notJSON }
    guard let id = object["id"]?.string else { throw .noID }
    guard let text = object["text"]?.string else { throw .noText(id: id) }
    if let concept = object["concept"], concept != .null {
      guard let words = concept.string else { throw .noConcept(id: id) }
      self.concept = words
    }
    self.id = id
    self.text = text
  }
}

/// Why a line is no request for an extraction.
public enum ExtractRequestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a JSON object.
  case notJSON
  /// `id` is missing.
  case noID
  /// `text` is missing.
  case noText(id: String)
  /// `concept` is no text.
  case noConcept(id: String)

  /// The line's id where it could be read.
  public var id: String? {
    switch self {
    case .notJSON, .noID: nil
    case .noText(let id), .noConcept(let id): id
    }
  }

  /// One sentence with the remedy.
  public var description: String {
    switch self {
    case .notJSON: "not a JSON object; write {\"id\": \"…\", \"text\": \"…\"}"
    case .noID: "‘id’ is missing; it must be a text"
    case .noText: "‘text’ is missing; it must be a text"
    case .noConcept: "‘concept’ must be a text"
    }
  }
}

/// Finds quantities in texts and says how a text stands to a concept.
public struct TextExtractor: Sendable {
  private let extractor: FactExtractor

  /// Prepares the words of a corpus.
  ///
  /// - Throws: `IndexError` when the pack cannot be read, `CorpusError` when its wording cannot be used.
  public init(_ assistant: Assistant) throws {
    extractor = try assistant.factExtractor()
  }

  /// The reply to a request, one JSON object.
  public func json(_ request: ExtractRequest) -> String {
    let assertion = request.concept.flatMap { extractor.assertion(of: $0, in: request.text) }
    var writer = JSONWriter()
    writer.object {
      $0.key("id")
      $0.string(request.id)
      $0.key("quantities")
      $0.array(extractor.quantities(of: request.text)) { writer, quantity in
        quantity.write(request.text, to: &writer)
      }
      $0.key("polarity")
      if let assertion { $0.string(assertion.polarity.rawValue) } else { $0.null() }
    }
    return writer.text
  }
}

extension Quantity {
  fileprivate func write(_ text: String, to writer: inout JSONWriter) {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(start, offsetBy: bytes.count)
    writer.object {
      $0.key("start")
      $0.number(bytes.lowerBound)
      $0.key("end")
      $0.number(bytes.upperBound)
      $0.key("low")
      if let low = value.low { $0.number(low) } else { $0.null() }
      $0.key("high")
      if let high = value.high { $0.number(high) } else { $0.null() }
      $0.key("unit")
      $0.string(unit)
      $0.key("words")
      $0.string(String(text[start..<end]))
    }
  }
}
