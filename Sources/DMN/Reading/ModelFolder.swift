/// A folder with models that may import each other.
///
/// It reads files that lie directly in the folder, and no others.
public struct ModelFolder: Sendable, Hashable {
  /// The folder's path.
  public var path: String
  /// The most files that are opened to find a namespace.
  static let maximumFiles = 1_000

  /// Names a folder.
  public init(_ path: String) { self.path = path }

  /// The folder and the name in it that a path means.
  public static func split(_ path: String) -> (folder: ModelFolder, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return (ModelFolder("."), path)
    }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (ModelFolder(folder), String(path[path.utf8.index(after: slash)...]))
  }

  /// Reads a file of the folder.
  ///
  /// - Parameter name: The file's name, without any folder.
  /// - Returns: The file.
  /// - Throws: When there is no such file, it cannot be read, or the name leads out of the folder.
  public func file(named name: String) throws(ModelFileError) -> ModelFile {
    guard isPlain(name) else { throw .outside(path: name) }
    return ModelFile(name: name, bytes: try FolderAccess.read(path + "/" + name))
  }

  /// Finds an imported model: the file at the location, else the first by name that has the namespace.
  ///
  /// - Parameters:
  ///   - namespace: The imported namespace.
  ///   - location: What the import says of the place; only the name of a file of this folder counts.
  /// - Returns: The file, nil when none has the namespace.
  /// - Throws: When the folder cannot be read.
  /// - Complexity: O(n) in the number of models of the folder.
  public func file(namespace: String, location: String?) throws(ModelFileError) -> ModelFile? {
    let names = try FolderAccess.list(path).filter { $0.hasSuffix(".dmn") || $0.hasSuffix(".xml") }
    let preferred = location.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
    let ordered = names.filter { $0 == preferred } + names.filter { $0 != preferred }
    for name in ordered.prefix(Self.maximumFiles) where isPlain(name) {
      guard let file = try? file(named: name),
        let root = try? XMLReader().readRoot(file.bytes),
        root["namespace"] == namespace, DMNVersion(rawValue: root.namespace) != nil
      else { continue }
      return file
    }
    return nil
  }

  private func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(UInt8(ascii: "/"))
  }
}
