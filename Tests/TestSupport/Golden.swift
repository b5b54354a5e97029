internal import Foundation

/// Texts that were read once and must stay as they are.
///
/// A run with `RECORD_GOLDEN=1` in the environment writes them anew and fails, so that nobody records
/// by accident.
public enum Golden {
  /// Compares a text with the recorded one.
  ///
  /// - Parameters:
  ///   - text: What came out.
  ///   - name: The file's name in the folder `Golden` beside the test.
  ///   - path: The test's file.
  /// - Returns: What differs, or that it was recorded; nil where the text is the recorded one.
  public static func difference(
    _ text: String,
    from name: String,
    path: String = #filePath
  ) -> String? {
    let file = URL(fileURLWithPath: path).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      do {
        try Data(text.utf8).write(to: file)
      } catch {
        return "\(name) cannot be written: \(error)"
      }
      return "\(name) was recorded; read it, then run again without RECORD_GOLDEN"
    }
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      return "\(name) is not there; record it with RECORD_GOLDEN=1"
    }
    return recorded == text ? nil : firstDifference(recorded, text, in: name)
  }

  private static func firstDifference(_ old: String, _ new: String, in name: String) -> String {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(old.count, new.count) {
      let before = line < old.count ? old[line] : "<end>"
      let after = line < new.count ? new[line] : "<end>"
      if before != after { return "\(name):\(line + 1)\n- \(before)\n+ \(after)" }
    }
    return "\(name) differs"
  }
}
