public import Foundation

/// A program that is no part of the package and need not be there.
public enum OutsideProgram {
  /// The first of some names that is found in the usual folders; nil where none is.
  public static func find(_ names: [String]) -> URL? {
    let folders = ["/usr/local/bin", "/usr/bin", "/bin"]
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { URL(fileURLWithPath: $0) }
  }

  /// A Python that has packages from PyPI: `CURBSIDE_PYTHON`, else `python3`.
  public static var python: URL? {
    let named = ProcessInfo.processInfo.environment["CURBSIDE_PYTHON"]
    return named.map { URL(fileURLWithPath: $0) } ?? find(["python3"])
  }

  /// Says that a check was left out, and why, so that a reader of the log sees it.
  public static func skip(_ reason: String) {
    FileHandle.standardError.write(Data("SKIPPED: \(reason)\n".utf8))
  }
}
