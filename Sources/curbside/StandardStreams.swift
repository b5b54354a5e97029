internal import Glibc

/// Standard output behind a buffer, by plain `write(2)`.
struct StandardOutput: ~Copyable {
  private var pending: [UInt8] = []

  /// Takes text to be written; a full buffer is written out.
  ///
  /// - Throws: `CommandError.closedPipe` when the reader has left, `.output` for another failure.
  mutating func write(_ text: String) throws(CommandError) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Writes out what is pending.
  ///
  /// - Throws: As `write(_:)`.
  mutating func flush() throws(CommandError) {
    try writeAll(pending, to: STDOUT_FILENO)
    pending.removeAll(keepingCapacity: true)
  }
}

/// Standard error, for everything that is not an answer.
enum StandardError {
  /// Writes each line of a message behind the program's name.
  static func report(_ message: String) {
    var text = ""
    for line in message.split(separator: "\n") { text += "curbside: \(Sanitizer.visible(line))\n" }
    draw(text)
  }

  /// Writes as it is what the program composed itself.
  static func draw(_ text: String) {
    // Nobody is left to be told when standard error itself cannot be written.
    try? writeAll(Array(text.utf8), to: STDERR_FILENO)
  }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(CommandError) {
  var start = 0
  while start < bytes.count {
    let count = unsafe bytes[start...].withUnsafeBytes { buffer in
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    if count >= 0 {
      start += count
    } else if errno == EPIPE {
      throw .closedPipe
    } else if errno == EAGAIN {
      var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      unsafe poll(&writable, 1, -1)
    } else if errno != EINTR {
      throw .output(code: errno)
    }
  }
}
