internal import Evidence
internal import Glibc

/// A file that a command writes: it is there whole, or as it was before.
enum OutputFile {
  /// Writes a text.
  ///
  /// - Parameters:
  ///   - text: The whole content.
  ///   - path: Where; an existing file is replaced.
  ///   - mode: The permissions of a new file, before the process's mask.
  /// - Throws: `CommandError.unwritable`.
  static func write(_ text: String, to path: String, mode: mode_t = 0o666) throws(CommandError) {
    let draft = "\(path).\(getpid()).part"
    let bytes = Array(text.utf8)
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .unwritable(FileError(path: path, code: errno)) }
    var code: Int32 = 0
    var done = 0
    while done < bytes.count, code == 0 {
      let count = unsafe bytes.withUnsafeBytes { buffer in
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
