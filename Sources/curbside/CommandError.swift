internal import Answering
internal import Evidence
internal import Glibc
internal import Retrieval

/// Why a command could not do its work.
enum CommandError: Error {
  /// There is no corpus at the path, or nowhere when there is no path.
  case noCorpus(path: String?)
  /// The corpus, or a file of facts, cannot be used.
  case brokenCorpus([CorpusIssue])
  /// The question has no words.
  case emptyQuestion
  /// The bytes of an argument or of a line are not UTF-8.
  case notUTF8(InputPlace)
  /// A line is longer than what is read at once.
  case lineTooLong(InputPlace)
  /// A file or standard input could not be read.
  case unreadable(FileError)
  /// A conformance suite cannot be run.
  case brokenSuite(String)
  /// A decision model cannot be evaluated.
  case modelFailure(ModelFailure)
  /// A case cannot be decided.
  case badCase([CaseProblem])
  /// A FHIR resource cannot be taken.
  case malformedResource(FHIRFacts.Problem)
  /// A saved reply is none.
  case malformedReply(String)
  /// A line of a session file is no event.
  case malformedSession(line: Int)
  /// A file could not be written.
  case unwritable(FileError)
  /// There is a file already, and nobody said that it may be replaced.
  case exists(path: String)
  /// The protocol has not passed review, and the caller asked for one that has.
  case notReviewed(CorpusIdentity)
  /// An index cannot be read or written.
  case index(folder: String, IndexError)
  /// A query cannot be read.
  case query(ExpressionError)
  /// A list of abbreviations cannot be read.
  case malformedAbbreviations(path: String, line: Int)
  /// Documents to be indexed cannot be read.
  case source(SourceError)
  /// The evidence holds nothing of this name.
  case unknownEvidence(EvidenceSort, String, near: [String])
  /// Standard output took no more.
  case output(code: Int32)
  /// Whoever read standard output has left: a normal end.
  case closedPipe
}

/// Where input came from.
enum InputPlace: Hashable {
  case argument(Int)
  case standardInput
  case line(Int)
  case prompt
}

/// What a name was to stand for.
enum EvidenceSort: String {
  case topic
  case reference
  case claimOrReference = "claim or reference"
  case measure
  case comparison = "values of both of"
  case decision
}

extension InputPlace: CustomStringConvertible {
  var description: String {
    switch self {
    case .argument(let number): "argument \(number)"
    case .standardInput: "standard input"
    case .line(let number): "line \(number) of standard input"
    case .prompt: "the line"
    }
  }
}

extension CommandError {
  /// The documented exit status.
  var exitStatus: ExitStatus {
    switch self {
    case .noCorpus: .noInput
    case .brokenCorpus, .notUTF8, .lineTooLong, .malformedReply, .brokenSuite, .malformedSession,
      .malformedResource, .malformedAbbreviations:
      .malformedInput
    case .unknownEvidence: .notCovered
    case .modelFailure(.unknownDecision), .emptyQuestion, .query: .usage
    case .modelFailure: .malformedInput
    case .badCase(let problems):
      problems.allSatisfy(\.isAboutTheQuestion) ? .usage : .malformedInput
    case .unreadable(let error):
      if error.isMissing { .noInput } else { error.code == EISDIR ? .malformedInput : .inputOutput }
    case .notReviewed: .notReviewed
    case .index(_, let error): error.exitStatus
    case .source(.unreadable(_, let code)): code == ENOENT ? .noInput : .inputOutput
    case .source: .malformedInput
    case .output, .unwritable, .exists: .inputOutput
    case .closedPipe: .answered
    }
  }
}

extension CommandError: CustomStringConvertible {
  /// What happened, and what to do about it, in one line for each finding.
  var description: String {
    switch self {
    case .noCorpus(let path?): "there is no corpus folder at ‘\(path)’"
    case .noCorpus(nil):
      "no corpus folder here or beside the executable; name one with --corpus or CURBSIDE_CORPUS"
    case .brokenCorpus(let issues):
      issues.map(\.description).joined(separator: "\n")
    case .emptyQuestion: "the question is empty"
    case .notUTF8(let place): "\(place) is not valid UTF-8"
    case .lineTooLong(let place): "\(place) is longer than \(LineReader.longestLine) bytes"
    case .unreadable(let error): "cannot read \(error.path): \(error.reason)"
    case .brokenSuite(let reason): "the suite cannot be run: \(reason)"
    case .modelFailure(let failure): failure.description
    case .badCase(let problems): problems.map(\.description).joined(separator: "\n")
    case .malformedResource(let problem): problem.description
    case .malformedReply(let reason): "not a saved reply: \(reason)"
    case .malformedSession(let line): "line \(line) is no line of an exported session"
    case .unwritable(let error): "cannot write \(error.path): \(error.reason)"
    case .exists(let path): "there is a file \(path); .case save! replaces it"
    case .notReviewed(let corpus):
      "refused: the protocol is \(corpus.reviewStatus.rawValue), not approved (--require-reviewed)"
    case .index(let folder, let error): "the index at ‘\(folder)’ \(error.description)"
    case .query(let error): error.description
    case .malformedAbbreviations(let path, let line):
      "\(path), line \(line): not an abbreviation, a tabulator and what it means."
    case .source(let error): error.description
    case .unknownEvidence(let sort, let name, let near):
      near.isEmpty
        ? "no \(sort.rawValue) ‘\(name)’"
        : "no \(sort.rawValue) ‘\(name)’; there are: \(near.joined(separator: ", "))"
    case .output(let code):
      "cannot write to standard output: \(FileError(path: "", code: code).reason)"
    case .closedPipe: ""
    }
  }
}
