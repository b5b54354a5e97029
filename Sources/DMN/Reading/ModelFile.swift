/// The content of a model's file.
public struct ModelFile: Sendable, Hashable {
  /// The name, for errors.
  public var name: String
  /// The content.
  public var bytes: [UInt8]

  /// Creates a file's content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Creates a file's content from a text.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}

/// Why a file or folder could not be read.
public struct ModelFileError: Error, Sendable, Hashable {
  /// The path.
  public var path: String
  /// The system's error number (`errno`).
  public var code: Int32

  /// Creates an error.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }
}
