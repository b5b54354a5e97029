public import FEEL

/// A test file of the conformance suite: cases for one model.
public struct ConformanceFile: Sendable {
  /// The path, with that of the suite's folder.
  public var path: String
  /// The name of the model's file, which lies beside it.
  public var modelName: String
  /// The cases, in order.
  public var cases: [ConformanceCase]
}

/// A case: inputs, and what is expected for them.
public struct ConformanceCase: Sendable {
  /// The id.
  public var id: String
  /// The decision service that is invoked; nil where decisions are evaluated.
  public var service: String?
  /// The inputs by name.
  public var inputs: Context
  /// What is expected.
  public var expectations: [Expectation]

  /// What is expected of one decision.
  public struct Expectation: Sendable {
    /// The decision's name.
    public var name: String
    /// The value.
    public var value: Value
    /// Whether the evaluation fails there; the value is null then.
    public var isError: Bool
  }

  /// Whether null is expected and nothing else.
  public var expectsNull: Bool {
    expectations.allSatisfy { expectation in
      if case .null = expectation.value { true } else { false }
    }
  }
}

/// Why a file of a suite cannot be read.
public struct ConformanceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path of the file or folder.
  public var path: String
  /// The line, 0 for the file as a whole.
  public var line: Int
  /// What is wrong, in the words of the XML parser, the system or the reader.
  public var words: String

  /// The place and the words, in one line.
  public var description: String { line == 0 ? "\(path): \(words)" : "\(path):\(line): \(words)" }
}
