/// Something wrong with a corpus, with its place.
public struct CorpusIssue: Error, Hashable, Sendable {
  /// Path of the file below the corpus folder.
  public var file: String
  /// Line from 1; `nil` where the whole file is meant.
  public var line: Int?
  /// What is wrong there.
  public var problem: Problem

  /// What can be wrong with a corpus.
  public enum Problem: Hashable, Sendable {
    /// The system could not read the file, for example because it is a folder.
    case unreadable(reason: String)
    /// A file that every protocol or lexicon must have is not there.
    case missingFile
    /// Bytes that are not UTF-8, the first of them at this offset.
    case notUTF8(offset: Int)
    /// The YAML or JSON parser's complaint.
    case syntax(String)
    /// A mapping, list, number or text was expected for this key.
    case wrongType(key: String, expected: String)
    /// A required key is missing or empty.
    case missing(key: String)
    /// A value outside the allowed set.
    case unknownValue(key: String, value: String, allowed: [String])
    /// The same id or name twice.
    case duplicate(String)
    /// A citation marker that does not follow `Sentence. [@source]{#id}`.
    case malformedCitation(String)
    /// A sentence with sources but without words.
    case emptyClaim(id: String)
    /// A claim in the text has no entry in `claims.yaml`.
    case undescribedClaim(id: String)
    /// An entry of `claims.yaml` has no sentence in the text.
    case unwrittenClaim(id: String)
    /// A citation of a reference that `references.json` does not hold.
    case unresolvedCitation(id: String, claim: String)
    /// `disputes` names a claim that does not exist, or the claim itself.
    case unresolvedDispute(id: String, claim: String)
    /// A figure in a sentence that `claims.yaml` does not list.
    case unlistedFigure(String, claim: String)
    /// A claim of more than one sentence, or a fragment.
    case notOneSentence(claim: String)
    /// Fewer ways of asking than a claim should have.
    case fewAsked(Int, claim: String)
    /// The same way of asking stands with two claims.
    case sharedAsked(String, claims: [String])
    /// A figure in text outside of every claim.
    case uncitedFigure(String)
    /// A synonym or abbreviation that belongs to two terms.
    case ambiguousSynonym(String, terms: [String])
    /// Something about the decision model.
    case decisions(DecisionProblem)
    /// A worked case fails.
    case workedCase(WorkedCaseProblem)
    /// A phrase by which a fact is found cannot be used.
    case unusableWording(entry: String, phrase: String, reason: String)
  }

  /// Names a problem and its place.
  public init(file: String, line: Int?, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

/// The problems that keep a corpus from being used, at least one.
public struct CorpusError: Error, Hashable, Sendable {
  /// In the order of the files.
  public var issues: [CorpusIssue]

  /// Takes the problems found.
  public init(issues: [CorpusIssue]) {
    self.issues = issues
  }
}

extension CorpusIssue: CustomStringConvertible {
  /// `file:line: sentence`, with the remedy where one is known.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(problem)"
  }
}

extension CorpusIssue.Problem: CustomStringConvertible {
  /// One clear sentence without the place.
  public var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .missingFile: "is missing; every protocol needs it"
    case .notUTF8(let offset): "byte \(offset) is not UTF-8; save the file as UTF-8"
    case .syntax(let message): "\(message)"
    case .wrongType(let key, let expected): "‘\(key)’ should be \(expected)"
    case .missing(let key): "‘\(key)’ is missing or empty"
    case .unknownValue(let key, let value, let allowed):
      "‘\(key)’ is ‘\(value)’; allowed are \(allowed.joined(separator: ", "))"
    case .duplicate(let name): "‘\(name)’ stands twice; ids are unique"
    case .malformedCitation(let text):
      "citation ‘\(text)’ is not of the form [@source; @source]{#claim-id}"
    case .emptyClaim(let id): "claim ‘\(id)’ has no sentence before its citation"
    case .undescribedClaim(let id): "claim ‘\(id)’ has no entry in claims.yaml"
    case .unwrittenClaim(let id): "claim ‘\(id)’ stands in no text"
    case .unresolvedCitation(let id, let claim):
      "claim ‘\(claim)’ cites ‘\(id)’, which references.json does not hold"
    case .unresolvedDispute(let id, let claim):
      "claim ‘\(claim)’ disputes ‘\(id)’, which is no other claim of this protocol"
    case .unlistedFigure(let figure, let claim):
      "the figure \(figure) of claim ‘\(claim)’ is not among its values in claims.yaml"
    case .notOneSentence(let claim): "claim ‘\(claim)’ is not exactly one sentence"
    case .fewAsked(let count, let claim):
      "claim ‘\(claim)’ has \(count) ways of asking; three are the least"
    case .sharedAsked(let phrase, let claims):
      "‘\(phrase)’ asks for \(claims.joined(separator: " and ")); a phrase belongs to one claim"
    case .uncitedFigure(let figure):
      "the figure \(figure) stands in a text without a source; make it a claim"
    case .unusableWording(let entry, let phrase, let reason):
      "‘\(entry)’\(phrase.isEmpty ? "" : ", phrase ‘\(phrase)’"): \(reason)"
    case .ambiguousSynonym(let word, let terms):
      "‘\(word)’ stands for \(terms.joined(separator: " and ")); a word belongs to one term"
    case .decisions(let problem): problem.description
    case .workedCase(let problem): problem.description
    }
  }
}

extension CorpusIssue {
  /// The first bytes that are not UTF-8; nil when all are.
  ///
  /// - Complexity: O(n) in the number of bytes.
  static func notUTF8(_ bytes: [UInt8], file: String) -> CorpusIssue? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error:
        let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
        return CorpusIssue(file: file, line: line, problem: .notUTF8(offset: offset))
      }
    }
  }
}
