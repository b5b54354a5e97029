/// Why a FEEL text cannot be read, and where.
public struct Diagnostic: Error, Sendable, Hashable {
  /// The bytes at fault.
  public var range: SourceRange
  /// What is wrong with them.
  public var reason: Reason

  /// Creates a diagnostic.
  public init(_ reason: Reason, at range: SourceRange) {
    self.reason = reason
    self.range = range
  }

  /// What can be wrong with a text.
  public enum Reason: Sendable, Hashable {
    /// Something else stands where one of the expected things should.
    case unexpected(String, expected: String)
    /// The text ends where something should follow.
    case unexpectedEnd(expected: String)
    /// A string without its closing quote.
    case unterminatedString
    /// A comment without its end.
    case unterminatedComment
    /// An escape that no string has.
    case invalidEscape(String)
    /// A character that FEEL does not have.
    case invalidCharacter(String)
    /// A number that cannot be represented.
    case invalidNumber(String)
    /// Expressions inside each other beyond the number given.
    case tooDeep(maximum: Int)
  }
}

extension Diagnostic.Reason: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .unexpected(let found, let expected): "Found ‘\(found)’ where \(expected) should stand."
    case .unexpectedEnd(let expected): "The text ends where \(expected) should follow."
    case .unterminatedString: "The string has no closing quote."
    case .unterminatedComment: "The comment has no end."
    case .invalidEscape(let text): "‘\(text)’ is no escape of a string."
    case .invalidCharacter(let text): "‘\(text)’ has no meaning in FEEL."
    case .invalidNumber(let text): "‘\(text)’ is out of the range of numbers."
    case .tooDeep(let maximum): "Expressions are nested deeper than \(maximum) levels."
    }
  }
}

extension Diagnostic {
  /// The line at fault, a caret under the place, and a sentence.
  ///
  /// - Parameter text: The text that was read.
  /// - Returns: Three lines without a line end behind the last.
  public func rendered(in text: String) -> String {
    let bytes = Array(text.utf8)
    let start = min(max(0, range.start), bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let lineEnd = bytes[start...].firstIndex(where: isEnd) ?? bytes.count
    let number = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
    let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    let before = String(decoding: bytes[lineStart..<start], as: UTF8.self)
    let marked = bytes[start..<max(start, min(range.end, lineEnd))]
    let width = max(1, String(decoding: marked, as: UTF8.self).count)
    let indent = String(before.map { $0 == "\t" ? "\t" : " " })
    return "\(line)\n\(indent)\(String(repeating: "^", count: width))\nline \(number): \(reason)"
  }
}
