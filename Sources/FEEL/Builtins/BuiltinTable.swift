extension Builtin {
  /// All built-in functions (DMN 1.5, 10.3.4).
  public static let all: [Builtin] =
    conversion + boolean + string + numeric + list + context + range + temporal

  /// The rows of a name in the order of the table; empty when there is no such function.
  ///
  /// - Complexity: O(1).
  public static func named(_ name: String) -> [Builtin] { rows[name] ?? [] }

  private static let rows = [String: [Builtin]](grouping: all, by: \.name)
}
