#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Why a file or folder could not be read, with the system's error number.
public struct FileError: Error, Hashable, Sendable {
  /// The path as it was given.
  public var path: String
  /// `errno` of the call that failed; `EISDIR` for a folder where a file belongs.
  public var code: Int32

  /// Names a path and the system's error number for it.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// Whether nothing exists at the path.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The system's own words for the error, such as "Permission denied".
  public var reason: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}

/// Whole files and folder listings by plain system calls.
public enum FileBytes {
  /// All bytes of a regular file.
  ///
  /// - Parameter path: Absolute, or relative to the working folder.
  /// - Returns: The content.
  /// - Throws: `FileError`, also for a folder where a file belongs.
  /// - Complexity: O(n) in the file's size.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path: path)
  }

  /// All bytes that an open descriptor still has, up to its end.
  ///
  /// - Parameters:
  ///   - descriptor: Open for reading; it stays open.
  ///   - path: Named in the error.
  /// - Returns: The bytes read.
  /// - Throws: `FileError`.
  public static func read(descriptor: Int32, path: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = 1 << 16
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, code: EISDIR) }
      bytes.reserveCapacity(Int(status.st_size) + 1)
      // Pages that a short file does not fill would only be cleared.
      if status.st_mode & S_IFMT == S_IFREG { room = min(max(Int(status.st_size) + 1, 64), room) }
    }
    var chunk = [UInt8](repeating: 0, count: room)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, code: errno)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// The names in a folder, sorted by their bytes, without those that begin with a dot.
  ///
  /// - Throws: `FileError`.
  public static func list(_ path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw FileError(path: path, code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a folder exists at the path.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
