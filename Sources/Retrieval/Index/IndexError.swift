/// Why a file of the index cannot be used.
public enum IndexError: Error, Hashable, Sendable {
  /// The system refused: `errno`.
  case unreadable(code: Int32)
  /// The file ends before what should stand at this offset.
  case truncated(offset: Int)
  /// It does not begin as such a file does, or is of another version.
  case unknownFormat
  /// Its checksum does not fit its content.
  case damaged
  /// It was made with another analysis.
  case otherAnalysis
  /// The system refused to write: `errno`.
  case unwritable(code: Int32)
  /// Another process is writing to the index.
  case locked
  /// More documents than one segment numbers.
  case tooManyDocuments
  /// Texts are needed and not stored.
  case noTexts
}
