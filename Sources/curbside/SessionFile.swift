internal import Answering

/// The file that `.export` writes and `replay` reads.
enum SessionFile {
  /// The events of an exported session.
  ///
  /// - Throws: `CommandError` when the file cannot be read or is none.
  static func read(_ path: String) throws(CommandError) -> [SessionEvent] {
    let bytes = try InputFile.read(path)
    do throws(SessionError) {
      return try SessionRecord.events(in: bytes)
    } catch {
      throw .malformedSession(line: error.line)
    }
  }

  /// Writes lines in the place of any file of the name.
  ///
  /// - Throws: `CommandError.unwritable`.
  static func write(_ lines: [String], to path: String) throws(CommandError) {
    try PrivateFile.write(lines.map { "\($0)\n" }.joined(), to: path, mayReplace: true)
  }
}
