/// Why stored bytes cannot be read back.
public enum StorageError: Error, Hashable, Sendable {
  /// The bytes end before what should stand at this offset.
  case truncated(offset: Int)
  /// They do not begin as such bytes do, or are of another version.
  case unknownFormat
  /// What stands at this offset makes no sense.
  case damaged(offset: Int)
  /// Something has a value that cannot be stored, such as a function.
  case notStorable
}
