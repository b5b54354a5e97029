internal import Evidence
internal import Glibc

/// A file named on the command line, where `-` is standard input.
enum InputFile {
  /// All of its bytes.
  ///
  /// - Throws: `CommandError.unreadable`.
  static func read(_ path: String) throws(CommandError) -> [UInt8] {
    do {
      return path == "-"
        ? try FileBytes.read(descriptor: STDIN_FILENO, path: name(path))
        : try FileBytes.read(path)
    } catch {
      throw .unreadable(error)
    }
  }

  /// What messages call it.
  static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}

extension FactSheet {
  /// Reads the facts of a file, or of standard input for `-`.
  ///
  /// - Throws: `CommandError` with every problem of the file.
  init(file path: String) throws(CommandError) {
    let bytes = try InputFile.read(path)
    do {
      self = try FactSheet.read(bytes, named: InputFile.name(path))
    } catch {
      throw .brokenCorpus(error.issues)
    }
  }
}
