internal import Glibc

/// Whole files and folder listings by plain system calls.
enum FolderAccess {
  /// All bytes of a regular file, at most one more than a model may have.
  static func read(_ path: String) throws(ModelFileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ModelFileError(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ModelFileError(path: path, code: EISDIR)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= XMLReader.maximumSize {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { break }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if errno != EINTR {
        throw ModelFileError(path: path, code: errno)
      }
    }
    return bytes
  }

  /// The names in a folder, sorted by their bytes, without those that begin with a dot.
  static func list(_ path: String) throws(ModelFileError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw ModelFileError(path: path, code: errno) }
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
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension ModelFileError {
  /// The system's own words for the error, such as "Permission denied".
  public var words: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// What is said of a name that leads out of a folder.
  static func outside(path: String) -> ModelFileError { ModelFileError(path: path, code: EACCES) }
}
