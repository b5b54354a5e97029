internal import Evidence
internal import Glibc
internal import Retrieval

extension IndexError {
  /// The documented exit status.
  var exitStatus: ExitStatus {
    switch self {
    case .unreadable(let code): code == ENOENT || code == ENOTDIR ? .noInput : .inputOutput
    case .unwritable, .locked: .inputOutput
    case .truncated, .unknownFormat, .damaged, .otherAnalysis, .tooManyDocuments: .malformedInput
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
    }
  }
}
