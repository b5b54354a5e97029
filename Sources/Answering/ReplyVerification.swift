public import Evidence
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

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
  private struct SavedReply: Decodable {
    struct Quote: Decodable {
      struct Place: Decodable {
        var file: String
        var start: Int
        var end: Int
      }

      var text: String
      var claim: String
      var citations: [String]
      var span: Place
    }

    struct Source: Decodable {
      var `protocol`: String
    }

    var schema: String
    var statements: [Quote]
    var corpus: Source
  }

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
    let saved: SavedReply
    do {
      saved = try JSONDecoder().decode(SavedReply.self, from: Data(reply))
    } catch {
      throw VerificationError.notAReply(reason: "\(Self.reason(error))")
    }
    guard saved.schema == "curbside.reply/1" else {
      throw VerificationError.otherSchema(saved.schema)
    }
    let corpus = try? CorpusReader.read(root)
    let source = corpus?.protocols.first { $0.id == saved.corpus.protocol }
    if corpus != nil, source == nil {
      throw VerificationError.otherProtocol(saved.corpus.protocol)
    }
    let folders = source.map { [$0.folder] } ?? ((try? FileBytes.list(root)) ?? [])
    return saved.statements.flatMap { quote in
      findings(quote, root: root, folders: folders, source: source)
    }
  }

  private static func findings(
    _ quote: SavedReply.Quote,
    root: String,
    folders: [String],
    source: ClinicalProtocol?
  ) -> [VerificationFinding] {
    let span = SourceSpan(file: quote.span.file, start: quote.span.start, end: quote.span.end)
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

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it cannot be decoded" }
    return switch error {
    case .keyNotFound(let key, _): "‘\(key.stringValue)’ is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "‘\(context.codingPath.map(\.stringValue).joined(separator: "."))’ has another type"
    default: "it is not JSON"
    }
  }
}
