internal import Evidence
internal import Glibc
internal import Retrieval

/// Keeps compiled packs in `$XDG_CACHE_HOME/curbside`, so that a start parses nothing.
///
/// A pack's name is the digest of its corpus. A stamp beside it, named after the corpus folder,
/// remembers sizes, times and inode numbers of all files, so that the digest need not be computed
/// anew while none of them changed. Whatever is damaged, stale or unwritable only costs time.
struct PackCache {
  private let root: String
  private let folder: String?

  /// The cache for a corpus folder.
  init(corpus root: String) {
    self.root = Self.absolute(root)
    folder = Self.cacheFolder()
  }

  /// The pack of the corpus as it is now, compiled if need be.
  ///
  /// - Throws: `CorpusError` when the corpus cannot be used.
  func pack() throws -> CompiledPack {
    if let pack = stampedPack() { return pack }
    let corpus = try CorpusReader.read(root)
    if let pack = cached(corpus.digest), (try? pack.inventory()) == corpus.inventory {
      writeStamp(corpus.digest, corpus.inventory)
      return pack
    }
    let bytes = try PackCompiler.compile(corpus)
    if let folder {
      Self.makeFolders(folder)
      removeStampedPack(folder, unless: corpus.digest)
      Self.write(bytes, to: "\(folder)/\(corpus.digest).pack")
      writeStamp(corpus.digest, corpus.inventory)
    }
    return try CompiledPack(MappedBytes(bytes))
  }

  /// The pack that the stamp names, if nothing changed since the stamp was written.
  private func stampedPack() -> CompiledPack? {
    guard let folder, let stamp = try? MappedBytes(path: stampPath(folder)),
      let digest = readStamp(stamp), let pack = cached(digest.content),
      let inventory = try? pack.inventory(),
      let state = Self.state(of: inventory, root: root), state == digest.state
    else { return nil }
    return pack
  }

  private func cached(_ digest: ContentDigest) -> CompiledPack? {
    guard let folder, let bytes = try? MappedBytes(path: "\(folder)/\(digest).pack"),
      let pack = try? CompiledPack(bytes), pack.digest == digest
    else { return nil }
    return pack
  }

  // MARK: Stamp

  private func readStamp(_ bytes: MappedBytes) -> (content: ContentDigest, state: UInt64)? {
    guard bytes.count == 48, let stored = try? bytes.uint64(40),
      let actual = try? bytes.checksum(0..<40), stored == actual,
      let state = try? bytes.uint64(32)
    else { return nil }
    let content = ContentDigest(bytes: (0..<32).compactMap { try? bytes.uint8($0) })
    return content.map { ($0, state) }
  }

  private func writeStamp(_ digest: ContentDigest, _ inventory: [String]) {
    guard let folder, let state = Self.state(of: inventory, root: root),
      Self.isSettled(inventory, root: root)
    else { return }
    var writer = ByteWriter()
    writer.append(raw: digest.bytes)
    writer.append(state)
    let checksum = (try? MappedBytes(writer.bytes).checksum(0..<40)) ?? 0
    writer.append(checksum)
    Self.write(writer.bytes, to: stampPath(folder))
  }

  /// Removes the pack of this folder's earlier content, which nothing will ask for again.
  private func removeStampedPack(_ folder: String, unless current: ContentDigest) {
    guard let stamp = try? MappedBytes(path: stampPath(folder)), let old = readStamp(stamp),
      old.content != current
    else { return }
    _ = unsafe unlink("\(folder)/\(old.content).pack")
  }

  private func stampPath(_ folder: String) -> String {
    let hash = root.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\(folder)/\(String(hash, radix: 16)).stamp"
  }

  /// A number for the sizes, times and inodes of the files; `nil` when one is gone.
  private static func state(of inventory: [String], root: String) -> UInt64? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for name in inventory {
      var status = stat()
      guard unsafe stat("\(root)/\(name)", &status) == 0 else { return nil }
      for value in [
        UInt64(status.st_ino), UInt64(bitPattern: Int64(status.st_size)),
        UInt64(bitPattern: Int64(status.st_mtim.tv_sec)),
        UInt64(bitPattern: Int64(status.st_mtim.tv_nsec)),
        UInt64(bitPattern: Int64(status.st_ctim.tv_sec)),
        UInt64(bitPattern: Int64(status.st_ctim.tv_nsec)),
      ] {
        hash = (hash ^ value) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
      }
    }
    return hash
  }

  /// Whether no file changed in the last second: a change within the clock's grain of a stamp
  /// could otherwise go unnoticed.
  private static func isSettled(_ inventory: [String], root: String) -> Bool {
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return false }
    return inventory.allSatisfy { name in
      var status = stat()
      guard unsafe stat("\(root)/\(name)", &status) == 0 else { return false }
      return status.st_ctim.tv_sec < now.tv_sec - 1
    }
  }

  // MARK: Files

  private static func cacheFolder() -> String? {
    if let path = environment("XDG_CACHE_HOME"), path.hasPrefix("/") { return "\(path)/curbside" }
    return environment("HOME").map { "\($0)/.cache/curbside" }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  private static func absolute(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func makeFolders(_ path: String) {
    var built = ""
    for part in path.split(separator: "/") {
      built += "/\(part)"
      _ = unsafe mkdir(built, 0o700)
    }
  }

  /// Writes a temporary file and renames it, so that a reader sees the whole file or none; does
  /// nothing where that is not possible.
  private static func write(_ bytes: [UInt8], to path: String) {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress.map { unsafe $0 + written },
          buffer.count - written
        )
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      written += count
    }
    let isClosed = close(descriptor) == 0
    let isWhole = written == bytes.count && isClosed
    let isRenamed = unsafe isWhole && rename(temporary, path) == 0
    if !isRenamed { _ = unsafe unlink(temporary) }
  }
}
