internal import Evidence
internal import Glibc

/// The file that remembers the lines of earlier prompts.
///
/// Nothing depends on it: where it cannot be read or written, there is no history.
struct History: Sendable {
  /// The most lines that are kept.
  static let limit = 1000

  /// Where it lies.
  let path: String

  /// `$XDG_STATE_HOME/curbside/history`, by default below `~/.local/state`; `nil` without a home.
  static func standard() -> History? {
    // The XDG Base Directory Specification has a relative path ignored.
    if let state = Environment.value("XDG_STATE_HOME"), state.hasPrefix("/") {
      return History(path: "\(state)/curbside/history")
    }
    return Environment.value("HOME").map { History(path: "\($0)/.local/state/curbside/history") }
  }

  /// The lines of earlier prompts, oldest first; shortens the file when it has grown too long.
  func load() -> [String] {
    guard let bytes = try? FileBytes.read(path) else { return [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    if lines.count <= Self.limit { return lines }
    let kept = Array(lines.suffix(Self.limit))
    replace(with: kept)
    return kept
  }

  /// Adds a line, at once, so that no end of the program loses it.
  func append(_ line: String) {
    makeFolder()
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    write("\(line)\n", to: descriptor)
  }

  /// Writes a new file beside the old one and puts it in its place.
  private func replace(with lines: [String]) {
    let temporary = "\(path).\(getpid())"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = unsafe open(temporary, flags, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = write(lines.map { "\($0)\n" }.joined(), to: descriptor)
    close(descriptor)
    if isWritten {
      unsafe rename(temporary, path)
    } else {
      unsafe unlink(temporary)
    }
  }

  private func makeFolder() {
    var folders = path.split(separator: "/").dropLast()
    var missing: [String] = []
    while !folders.isEmpty {
      let folder = "/" + folders.joined(separator: "/")
      if FileBytes.isFolder(folder) { break }
      missing.append(folder)
      folders.removeLast()
    }
    for folder in missing.reversed() { unsafe mkdir(folder, 0o700) }
  }

  @discardableResult
  private func write(_ text: String, to descriptor: Int32) -> Bool {
    let bytes = Array(text.utf8)
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    return count == bytes.count
  }
}
