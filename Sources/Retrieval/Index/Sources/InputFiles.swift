internal import Glibc

/// The files of a folder and of the folders in it that hold documents.
struct InputFiles {
  /// In the order of their paths' parts.
  private(set) var paths: [String] = []
  /// Files that were passed over because they are hidden or of no known kind.
  private(set) var skipped = 0
  private let kind: DocumentKind?
  /// The folders above the one that is being listed, so that a link to one of them ends.
  private var above: [(device: UInt, node: UInt)] = []

  /// Folders may be nested so deep.
  private static let deepest = 64

  /// Lists a folder, or takes a file as it is.
  ///
  /// - Parameters:
  ///   - path: Of a file or a folder.
  ///   - kind: What all files are, whatever they are called; nil to go by their names.
  /// - Throws: `SourceError.unreadable`.
  init(_ path: String, kind: DocumentKind?) throws(SourceError) {
    self.kind = kind
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      var folder = path[...]
      while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      try list(folder == "/" ? "" : String(folder), status)
    } else {
      paths = [path]
    }
  }

  private mutating func list(_ folder: String, _ status: stat) throws(SourceError) {
    let isAbove = above.contains { $0.device == status.st_dev && $0.node == status.st_ino }
    guard above.count < Self.deepest, !isAbove else {
      skipped += 1
      return
    }
    above.append((UInt(status.st_dev), UInt(status.st_ino)))
    defer { above.removeLast() }
    let names = try Self.names(folder.isEmpty ? "/" : folder)
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = "\(folder)/\(name)"
      var status = stat()
      let isMissing = unsafe stat(path, &status) != 0
      if isMissing || name.utf8.first == UInt8(ascii: ".") {
        skipped += 1
      } else if status.st_mode & S_IFMT == S_IFDIR {
        try list(path, status)
      } else if status.st_mode & S_IFMT == S_IFREG, kind != nil || DocumentKind(path: name) != nil {
        paths.append(path)
      } else {
        skipped += 1
      }
    }
  }

  private static func names(_ path: String) throws(SourceError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .unreadable(path: path, code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { characters in
          unsafe String(cString: characters)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
