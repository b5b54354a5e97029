internal import Answering
internal import Evidence
internal import Glibc

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

  /// Writes lines, readable by the owner alone; the file is there whole or as it was before.
  ///
  /// - Throws: `CommandError.unwritable`.
  static func write(_ lines: [String], to path: String) throws(CommandError) {
    let draft = "\(path).\(getpid()).part"
    let text = Array(lines.map { "\($0)\n" }.joined().utf8)
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(FileError(path: path, code: errno)) }
    var code: Int32 = 0
    var done = 0
    while done < text.count, code == 0 {
      let count = unsafe text.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress.map { unsafe $0 + done },
          buffer.count - done
        )
      }
      if count > 0 { done += count } else if errno != EINTR { code = count == 0 ? EIO : errno }
    }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, unsafe rename(draft, path) != 0 { code = errno }
    guard code == 0 else {
      _ = unsafe unlink(draft)
      throw .unwritable(FileError(path: path, code: code))
    }
  }
}
