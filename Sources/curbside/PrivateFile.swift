internal import Evidence
internal import Glibc

/// A file that its owner alone can read.
enum PrivateFile {
  /// Writes a text; the file is there whole or as it was before, and never readable by others.
  ///
  /// - Parameters:
  ///   - text: All of the file.
  ///   - path: Where it goes.
  ///   - mayReplace: Whether it may take the place of a file.
  /// - Throws: `CommandError.unwritable`, `CommandError.exists`.
  static func write(_ text: String, to path: String, mayReplace: Bool) throws(CommandError) {
    let draft = "\(path).\(getpid()).part"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(FileError(path: path, code: errno)) }
    var code = write(Array(text.utf8), descriptor)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0 { code = move(draft, to: path, mayReplace: mayReplace) }
    guard code == 0 else {
      _ = unsafe unlink(draft)
      throw code == EEXIST ? .exists(path: path) : .unwritable(FileError(path: path, code: code))
    }
  }

  /// Gives the draft its name; without leave to replace a link is made, which fails where a file is.
  private static func move(_ draft: String, to path: String, mayReplace: Bool) -> Int32 {
    if mayReplace { return unsafe rename(draft, path) == 0 ? 0 : errno }
    guard unsafe link(draft, path) == 0 else { return errno }
    _ = unsafe unlink(draft)
    return 0
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress.map { unsafe $0 + done },
          buffer.count - done
        )
      }
      if count > 0 { done += count } else if count == 0 { return EIO }
      if count < 0, errno != EINTR { return errno }
    }
    return 0
  }
}
