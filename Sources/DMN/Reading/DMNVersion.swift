/// The versions of DMN whose files are read, by their namespaces.
enum DMNVersion: String, CaseIterable {
  case v12 = "http://www.omg.org/spec/DMN/20180521/MODEL/"
  case v13 = "https://www.omg.org/spec/DMN/20191111/MODEL/"
  case v14 = "https://www.omg.org/spec/DMN/20211108/MODEL/"
  case v15 = "https://www.omg.org/spec/DMN/20230324/MODEL/"

  /// Whether a namespace is one of DMN, also of a version that is not read.
  static func isDMN(_ namespace: String) -> Bool {
    namespace.contains("omg.org/spec/DMN/")
  }

  /// Whether an expression language is FEEL, of whichever version.
  static func isFEEL(_ language: String) -> Bool {
    let name = language.lowercased()
    return name == "feel"
      || (name.contains("omg.org/spec/") && (name.hasSuffix("/feel") || name.hasSuffix("/feel/")))
  }
}
