public import Evidence

/// A statement of a saved reply that the corpus does not hold as it is quoted.
public struct VerificationFinding: Hashable, Sendable, CustomStringConvertible {
  /// Where the statement should stand.
  public var span: SourceSpan
  /// What is wrong there.
  public var problem: Problem

  /// What can be wrong with a quotation.
  public enum Problem: Hashable, Sendable {
    /// The bytes at the span are others; the first that differs has this offset in the file.
    case otherBytes(at: Int)
    /// The span does not lie inside the file, or the file is not there.
    case outside
    /// The corpus holds no such claim.
    case unknownClaim(String)
    /// The corpus cites other sources for the claim.
    case otherCitations(String)
  }

  /// `file:start-end: sentence`.
  public var description: String {
    let place = "\(span.file):\(span.start)-\(span.end)"
    return switch problem {
    case .otherBytes(let offset):
      "\(place): the corpus differs from the statement at byte \(offset)"
    case .outside: "\(place): no such span in the corpus"
    case .unknownClaim(let id): "\(place): the corpus holds no claim ‘\(id)’"
    case .otherCitations(let id): "\(place): the corpus cites other sources for ‘\(id)’"
    }
  }
}

/// Why a file is not a reply that can be verified.
public enum VerificationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not JSON, or not of the reply's form.
  case notAReply(reason: String)
  /// Another schema than `curbside.reply/1`.
  case otherSchema(String)
  /// The reply names a protocol that the corpus does not hold.
  case otherProtocol(String)

  /// One sentence.
  public var description: String {
    switch self {
    case .notAReply(let reason): "this is not a reply of curbside: \(reason)"
    case .otherSchema(let schema): "the schema ‘\(schema)’ is not curbside.reply/1"
    case .otherProtocol(let id): "the corpus holds no protocol ‘\(id)’"
    }
  }
}

/// Proves that a saved reply still quotes the corpus, to the byte.
public enum ReplyVerification {
  /// Compares every statement of a reply with the files of the corpus, not with any cache.
  ///
  /// - Parameters:
  ///   - reply: A reply as `ask --json` printed it.
  ///   - root: The corpus folder.
  /// - Returns: What does not agree; nothing when the reply is proven.
  /// - Throws: `VerificationError` for a file that is no reply, `CorpusError` for a corpus whose
  ///   protocols cannot even be listed.
  public static func verify(
    _ reply: [UInt8],
    corpus root: String
  ) throws -> [VerificationFinding] {
    let saved = try SavedReply(reply)
    guard saved.schema == "curbside.reply/1" else {
      throw VerificationError.otherSchema(saved.schema)
    }
    let corpus = try? CorpusReader.read(root)
    let source = corpus?.protocols.first { $0.id == saved.source }
    if corpus != nil, source == nil {
      throw VerificationError.otherProtocol(saved.source)
    }
    let folders = source.map { [$0.folder] } ?? ((try? FileBytes.list(root)) ?? [])
    return saved.statements.flatMap { quote in
      findings(quote, root: root, folders: folders, source: source)
    }
  }

  private static func findings(
    _ quote: SavedQuote,
    root: String,
    folders: [String],
    source: ClinicalProtocol?
  ) -> [VerificationFinding] {
    let span = quote.span
    func finding(_ problem: VerificationFinding.Problem) -> VerificationFinding {
      VerificationFinding(span: span, problem: problem)
    }
    guard !span.file.hasPrefix("/"), !span.file.split(separator: "/").contains("..") else {
      return [finding(.outside)]
    }
    let files = folders.compactMap { try? FileBytes.read("\(root)/\($0)/\(span.file)") }
    let inside = files.filter { span.start >= 0 && span.start <= span.end && span.end <= $0.count }
    guard let bytes = inside.first else { return [finding(.outside)] }
    let expected = Array(quote.text.utf8)
    let found = Array(bytes[span.start..<span.end])
    if found != expected {
      let same = zip(found, expected).prefix { $0 == $1 }.count
      return [finding(.otherBytes(at: span.start + same))]
    }
    guard let source else { return [] }
    guard let claim = source.claims.first(where: { $0.id == quote.claim && $0.span == span })
    else { return [finding(.unknownClaim(quote.claim))] }
    return claim.citations == quote.citations ? [] : [finding(.otherCitations(quote.claim))]
  }
}

/// What verification reads of a reply.
private struct SavedReply {
  var schema: String
  var statements: [SavedQuote]
  /// The protocol's id.
  var source: String

  init(_ bytes: [UInt8]) throws(VerificationError) {
    guard let value = JSONValue.read(bytes) else { throw .notAReply(reason: "it is not JSON") }
    let root = SavedMember(value: value, path: "")
    schema = try root.text("schema")
    let statements = try root.member("statements")
    guard let items = statements.value.array else { throw statements.otherType }
    self.statements = []
    for (index, item) in items.enumerated() {
      self.statements.append(
        try SavedQuote(SavedMember(value: item, path: "statements.\(index)"))
      )
    }
    source = try root.member("corpus").text("protocol")
  }
}

/// A statement of a reply.
private struct SavedQuote {
  var text: String
  var claim: String
  var citations: [String]
  var span: SourceSpan

  init(_ member: SavedMember) throws(VerificationError) {
    text = try member.text("text")
    claim = try member.text("claim")
    let citations = try member.member("citations")
    guard let texts = citations.value.array?.map(\.string), !texts.contains(nil) else {
      throw citations.otherType
    }
    self.citations = texts.compactMap(\.self)
    let span = try member.member("span")
    self.span = SourceSpan(
      file: try span.text("file"),
      start: try span.integer("start"),
      end: try span.integer("end")
    )
  }
}

/// A value of a reply with the keys that lead to it.
private struct SavedMember {
  var value: JSONValue
  var path: String

  var otherType: VerificationError {
    .notAReply(reason: path.isEmpty ? "it is not an object" : "‘\(path)’ has another type")
  }

  func member(_ key: String) throws(VerificationError) -> SavedMember {
    guard value.object != nil else { throw otherType }
    guard let member = value[key] else { throw .notAReply(reason: "‘\(key)’ is missing") }
    return SavedMember(value: member, path: path.isEmpty ? key : "\(path).\(key)")
  }

  func text(_ key: String) throws(VerificationError) -> String {
    let member = try member(key)
    guard let text = member.value.string else { throw member.otherType }
    return text
  }

  func integer(_ key: String) throws(VerificationError) -> Int {
    let member = try member(key)
    guard let number = member.value.integer else { throw member.otherType }
    return number
  }
}
