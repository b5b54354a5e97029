internal import Evidence
internal import Glibc
internal import Retrieval

/// What may be done with the cache of compiled packs.
public enum CacheAccess: Sendable {
  /// A corpus that is not there yet is kept for the next start.
  case readsAndWrites
  /// What is there is used, and nothing is written.
  case readsOnly
}

/// Keeps compiled packs in `$XDG_CACHE_HOME/curbside`, so that a start parses nothing.
///
/// A pack's name is the digest of its corpus. A stamp beside it, named after the corpus folder,
/// remembers sizes, times and inode numbers of all files and of the pack, so that neither the digest
/// nor the pack's checksum need be computed anew while none of them changed. Whatever is damaged,
/// stale or unwritable only costs time.
struct PackCache {
  private let root: String
  private let folder: String?
  private let access: CacheAccess

  /// The cache for a corpus folder.
  init(corpus root: String, _ access: CacheAccess = .readsAndWrites) {
    self.root = Self.absolute(root)
    self.access = access
    folder = Self.cacheFolder()
  }

  /// The pack of the corpus as it is now, compiled if need be.
  ///
  /// - Throws: `CorpusError` when the corpus cannot be used.
  func pack() throws -> CompiledPack {
    if let pack = stampedPack() { return pack }
    let corpus = try CorpusReader.read(root)
    if let folder, let bytes = packBytes(folder, corpus.digest),
      let pack = try? CompiledPack(bytes), pack.digest == corpus.digest,
      (try? pack.inventory()) == corpus.inventory
    {
      writeStamp(Stamp(corpus.digest), corpus.inventory, verified: bytes)
      return pack
    }
    let bytes = try PackCompiler.compile(corpus)
    if let folder, access == .readsAndWrites {
      Self.makeFolders(folder)
      removeStampedPack(folder, unless: corpus.digest)
      Self.write(bytes, to: "\(folder)/\(corpus.digest).pack")
      writeStamp(Stamp(corpus.digest), corpus.inventory, verified: nil)
    }
    return try CompiledPack(MappedBytes(bytes))
  }

  /// The pack that the stamp names, if nothing changed since the stamp was written.
  private func stampedPack() -> CompiledPack? {
    guard let folder, let stamp = readStamp(folder), let bytes = packBytes(folder, stamp.digest)
    else { return nil }
    let isVerified = bytes.fileState?.hash == stamp.pack
    let opened = isVerified ? try? CompiledPack(verified: bytes) : try? CompiledPack(bytes)
    guard let pack = opened, pack.digest == stamp.digest, let inventory = try? pack.inventory(),
      let state = FolderState.state(of: inventory, in: root), state == stamp.corpus
    else { return nil }
    if !isVerified, bytes.isSettled { writeStamp(stamp, inventory, verified: bytes) }
    return pack
  }

  private func packBytes(_ folder: String, _ digest: ContentDigest) -> MappedBytes? {
    try? MappedBytes(path: "\(folder)/\(digest).pack")
  }

  // MARK: Stamp

  /// What the file beside the packs says.
  private struct Stamp {
    var digest: ContentDigest
    /// The state of the corpus folder.
    var corpus: UInt64 = 0
    /// The state of the pack when its checksum was found to fit; 0 when it was not looked at since it
    /// was written.
    var pack: UInt64 = 0

    init(_ digest: ContentDigest) {
      self.digest = digest
    }
  }

  private func readStamp(_ folder: String) -> Stamp? {
    guard let bytes = try? MappedBytes(path: stampPath(folder)), bytes.count == 56,
      let stored = try? bytes.uint64(48), let actual = try? bytes.checksum(0..<48),
      stored == actual, let corpus = try? bytes.uint64(32), let pack = try? bytes.uint64(40),
      let digest = ContentDigest(bytes: (0..<32).compactMap { try? bytes.uint8($0) })
    else { return nil }
    var stamp = Stamp(digest)
    stamp.corpus = corpus
    stamp.pack = pack
    return stamp
  }

  /// Writes a stamp, unless a file of the corpus changed just now.
  private func writeStamp(_ stamp: Stamp, _ inventory: [String], verified bytes: MappedBytes?) {
    guard let folder, access == .readsAndWrites,
      let state = FolderState.state(of: inventory, in: root),
      FolderState.isSettled(inventory, in: root)
    else { return }
    var writer = ByteWriter()
    writer.append(raw: stamp.digest.bytes)
    writer.append(state)
    writer.append(bytes.flatMap { $0.isSettled ? $0.fileState?.hash : nil } ?? 0)
    let checksum = (try? MappedBytes(writer.bytes).checksum(0..<48)) ?? 0
    writer.append(checksum)
    Self.write(writer.bytes, to: stampPath(folder))
  }

  /// Removes the pack of this folder's earlier content, which nothing will ask for again.
  private func removeStampedPack(_ folder: String, unless current: ContentDigest) {
    guard let old = readStamp(folder), old.digest != current else { return }
    _ = unsafe unlink("\(folder)/\(old.digest).pack")
  }

  private func stampPath(_ folder: String) -> String {
    let hash = root.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\(folder)/\(String(hash, radix: 16)).stamp"
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
