internal import Glibc

/// The files of a folder and of the folders in it that hold documents.
struct InputFiles {
  /// In the order of their paths' parts.
  private(set) var paths: [String] = []
  /// Whether they were listed, and not named one by one.
  private(set) var isFolder = false
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
    let status = try SourceError.reading(path) { () throws(SystemError) in
      try FileSystem.status(path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      isFolder = true
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
    let listed = folder.isEmpty ? "/" : folder
    let names = try SourceError.reading(listed) { () throws(SystemError) in
      try FileSystem.names(in: listed)
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = "\(folder)/\(name)"
      guard let status = try? FileSystem.status(path), name.utf8.first != UInt8(ascii: ".") else {
        skipped += 1
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        try list(path, status)
      } else if status.st_mode & S_IFMT == S_IFREG, kind != nil || DocumentKind(path: name) != nil {
        paths.append(path)
      } else {
        skipped += 1
      }
    }
  }
}
