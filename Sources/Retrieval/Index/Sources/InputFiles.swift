internal import Glibc

extension DirectoryWriter {
  /// Adds the documents of files and folders, in the order given; those of a folder by their paths.
  package mutating func add(inputs: [String]) throws {
    for input in inputs {
      if input == "-" {
        try add(JSONLinesSource(path: input))
      } else {
        for file in try InputFiles.list(input) { try add(file: file) }
      }
    }
  }

  private mutating func add(file path: String) throws {
    if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
      try add(TextSource(path: path, form: .markdown))
    } else if path.hasSuffix(".txt") {
      try add(TextSource(path: path, form: .plain))
    } else {
      try add(JSONLinesSource(path: path))
    }
  }

  private mutating func add<Source: DocumentSource & ~Copyable>(
    _ source: consuming Source
  ) throws {
    var record = DocumentRecord()
    while try source.next(&record) { try add(record) }
  }
}

/// The files that hold documents.
enum InputFiles {
  private static let extensions = [".jsonl", ".md", ".markdown", ".txt"]
  /// Folders may be nested so deep.
  private static let deepest = 32

  /// A file itself, or all that can be read in a folder and the folders in it.
  static func list(_ path: String, depth: Int = 0) throws(SourceError) -> [String] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    guard depth < deepest, let folder = unsafe opendir(path) else {
      throw .unreadable(path: path, code: errno)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { characters in
          unsafe String(cString: characters)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    var files: [String] = []
    for name in names.sorted() {
      for file in try list("\(path)/\(name)", depth: depth + 1)
      where extensions.contains(where: file.hasSuffix) {
        files.append(file)
      }
    }
    return files
  }
}
