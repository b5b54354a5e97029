internal import Evidence
internal import Glibc
internal import Retrieval

extension IndexError {
  /// The documented exit status.
  var exitStatus: ExitStatus {
    switch self {
    case .unreadable(let code): code == ENOENT || code == ENOTDIR ? .noInput : .inputOutput
    case .unwritable, .locked: .inputOutput
    case .truncated, .unknownFormat, .damaged, .otherAnalysis, .tooManyDocuments, .noTexts:
      .malformedInput
    }
  }

  /// What is the matter, behind the name of the index.
  var description: String {
    switch self {
    case .unreadable(let code): "cannot be read: \(FileError(path: "", code: code).reason)"
    case .unwritable(let code): "cannot be written: \(FileError(path: "", code: code).reason)"
    case .locked: "is being written by another process; try again when it has ended"
    case .truncated(let offset): "is damaged: a file ends at byte \(offset); build it anew"
    case .unknownFormat: "has a format that this version does not read; build it anew"
    case .damaged: "is damaged: a checksum does not fit; build it anew"
    case .otherAnalysis: "was made with another analysis; build it anew"
    case .tooManyDocuments: "would have more documents than an index numbers"
    case .noTexts:
      "keeps no texts, which phrases, fields, snippets and answers need; build it without --no-text"
    }
  }
}

extension SourceError {
  /// What is the matter, with its place.
  var description: String {
    switch self {
    case .unreadable(let path, let code):
      "cannot read \(path): \(FileError(path: "", code: code).reason)"
    case .malformed(let path, let line, let column):
      "\(path):\(line):\(column): not a JSON object with _id and text"
    case .identifier(let path, let line):
      "\(path):\(line): _id is missing, or longer than 255 bytes"
    case .unexpected(let path, let line, let problem): "\(path):\(line): \(problem.description)"
    }
  }
}

extension SourceProblem {
  /// What is wrong, and what to do about it.
  fileprivate var description: String {
    switch self {
    case .lineWithoutTag:
      "neither a tag such as ‘TI  - ’ nor six blanks; export it from PubMed again, or give --kind"
    case .recordWithoutIdentifier:
      "the record that begins here has no PMID of at most 255 bytes; export it in PubMed format"
    case .recordWithoutEnd:
      "the record that begins here has no ER line; the export is incomplete, repeat it"
    case .lineOutsideRecord:
      "a RIS record begins with ‘TY  - ’; remove what stands before it, or give --kind"
    case .notCSL(let column):
      "not an array of CSL-JSON items from column \(column) on; export as CSL JSON, or give --kind"
    case .itemWithoutIdentifier:
      "the item that ends here has no id or DOI of at most 255 bytes; give it one"
    case .lineTooLong: "a line of more than 64 MiB; divide it, or give --kind"
    case .fileTooLong: "the file is too long for its kind; divide it"
    }
  }
}

extension ExpressionError {
  /// What is the matter with a query, and what to do about it.
  var description: String {
    switch self {
    case .unclosedPhrase(let column):
      "the phrase at column \(column) of the query does not end; close its quotation mark"
    case .missingWord(let column):
      "the sign at column \(column) of the query needs a word directly behind or before it"
    case .onlyExclusions: "the query only leaves out; name a word to look for as well"
    }
  }
}
