import Evidence
import Foundation
import Glibc
import Retrieval
import TestSupport
import Testing

@testable import Answering

/// The cache's folder is the process's own, so its tests run one after the other.
@Suite(.serialized) struct PackCacheTests {
  /// `XDG_CACHE_HOME`, set once and before any cache is opened.
  private static let home = Result {
    let folder = try TemporaryFolder()
    unsafe setenv("XDG_CACHE_HOME", folder.path, 1)
    return folder
  }

  private let folder: String
  private let corpus: SmallCorpus

  init() throws {
    folder = "\(try Self.home.get().path)/curbside"
    try? FileManager.default.removeItem(atPath: folder)
    corpus = try SmallCorpus()
  }

  private func answer() throws -> String {
    try Assistant.open(corpus: corpus.root).answer(SmallCorpus.question, limit: 3).json
  }

  private func packPath() throws -> String {
    "\(folder)/\(try CorpusReader.read(corpus.root).digest).pack"
  }

  private static func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  // MARK: Pack

  @Test func `the first opening writes the pack, which holds the compiled corpus`() throws {
    let fresh = try Assistant.open(CorpusReader.read(corpus.root))
    let reply = fresh.answer(SmallCorpus.question, limit: 3)
    #expect(reply.status == .answered)
    #expect(try answer() == reply.json)
    let compiled = try PackCompiler.compile(CorpusReader.read(corpus.root))
    #expect(try FileBytes.read(packPath()) == compiled)
    #expect(try FileBytes.list(folder).allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func `the second opening uses the pack that lies there`() throws {
    var marked = try CorpusReader.read(corpus.root)
    _ = try answer()
    marked.protocols[0].disclaimer = "From the cache."
    try Self.write(PackCompiler.compile(marked), packPath())
    #expect(try Assistant.open(corpus: corpus.root).disclaimer == "From the cache.")
  }

  @Test func `compiling twice gives the same bytes`() throws {
    let read = try CorpusReader.read(corpus.root)
    #expect(try PackCompiler.compile(read) == PackCompiler.compile(read))
  }

  @Test func `every prefix of the pack is refused`() throws {
    let pack = try PackCompiler.compile(CorpusReader.read(corpus.root))
    for length in pack.indices {
      #expect(throws: IndexError.self) { try CompiledPack(MappedBytes(Array(pack[..<length]))) }
    }
  }

  @Test func `a shortened pack is rebuilt and answers equally`() throws {
    let expected = try answer()
    let path = try packPath()
    let pack = try FileBytes.read(path)
    for length in stride(from: 0, to: pack.count, by: pack.count / 40 + 1) {
      try Self.write(Array(pack[..<length]), path)
      #expect(try answer() == expected, "length \(length)")
      #expect(try FileBytes.read(path) == pack, "length \(length)")
    }
  }

  @Test(arguments: [0xCAC4E, 3] as [UInt64])
  func `a pack with a flipped byte is rebuilt and answers equally`(seed: UInt64) throws {
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    let expected = try answer()
    let path = try packPath()
    let pack = try FileBytes.read(path)
    let sampled = (0..<30).map { _ in Int.random(in: pack.indices, using: &generator) }
    for at in Array(0..<24) + sampled {
      var changed = pack
      changed[at] ^= UInt8.random(in: 1...255, using: &generator)
      try Self.write(changed, path)
      #expect(try answer() == expected, "seed \(seed), byte \(at)")
      #expect(try FileBytes.read(path) == pack, "seed \(seed), byte \(at)")
    }
  }

  @Test func `the pack of another corpus under this one's name is not used`() throws {
    let expected = try answer()
    let other = try SmallCorpus()
    try other.replace("Made for tests.", with: "Other.", in: "tea/protocol.yaml")
    try Self.write(PackCompiler.compile(CorpusReader.read(other.root)), packPath())
    #expect(try answer() == expected)
    #expect(try Assistant.open(corpus: corpus.root).disclaimer == "Made for tests.")
  }

  @Test func `a folder in the pack's place does not keep it from answering`() throws {
    let expected = try answer()
    let path = try packPath()
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(try answer() == expected)
  }

  @Test func `a cache folder that cannot be written still answers`() throws {
    let expected = try answer()
    try FileManager.default.removeItem(atPath: folder)
    try Self.write([], folder)
    #expect(try answer() == expected)
    #expect(try FileBytes.read(folder).isEmpty)
  }

  @Test func `a changed file changes the digest and the answer`() throws {
    let before = try Assistant.open(corpus: corpus.root)
    let old = before.answer(SmallCorpus.question, limit: 3)
    try corpus.replace("for 3 minutes", with: "for 4 minutes", in: "tea/protocol.md")
    let after = try Assistant.open(corpus: corpus.root)
    let new = after.answer(SmallCorpus.question, limit: 3)
    #expect(before.identity.digest != after.identity.digest)
    #expect(old.statements.first?.text == "Green tea is brewed for 3 minutes.")
    #expect(new.statements.first?.text == "Green tea is brewed for 4 minutes.")
  }

  @Test func `an added file changes the digest`() throws {
    let before = try Assistant.open(corpus: corpus.root).identity.digest
    try corpus.write(Array("# More\n\nNothing yet.\n".utf8), to: "tea/more.md")
    #expect(try Assistant.open(corpus: corpus.root).identity.digest != before)
  }

  @Test func `a corpus that became unreadable is an error although its pack is cached`() throws {
    _ = try answer()
    try FileManager.default.removeItem(atPath: "\(corpus.root)/tea/references.json")
    #expect(throws: CorpusError.self) { try Assistant.open(corpus: corpus.root) }
  }

  // MARK: Stamp

  /// The stamp of the bundled corpus, whose files lie still long enough to be stamped, and the pack
  /// that it names.
  ///
  /// The pack is a marked one of the small corpus under the bundled inventory, so that what was
  /// opened shows and no opening compiles the whole corpus.
  private func stamped() throws -> (path: String, stamp: [UInt8], pack: [UInt8]) {
    let bundled = try Bundled.corpus.get()
    var marked = try CorpusReader.read(corpus.root)
    marked.digest = bundled.digest
    marked.inventory = bundled.inventory
    marked.protocols[0].disclaimer = "From the cache."
    let pack = try PackCompiler.compile(marked)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.write(pack, "\(folder)/\(bundled.digest).pack")
    #expect(try Assistant.open(corpus: Bundled.root).disclaimer == "From the cache.")
    let name = try #require(try FileBytes.list(folder).first { $0.hasSuffix(".stamp") })
    let path = "\(folder)/\(name)"
    return (path, try FileBytes.read(path), pack)
  }

  @Test func `while nothing changed the stamp alone names the pack`() throws {
    var (path, stamp, _) = try stamped()
    var other = try CorpusReader.read(corpus.root)
    other.inventory = try Bundled.corpus.get().inventory
    other.protocols[0].disclaimer = "Named by the stamp."
    try Self.write(PackCompiler.compile(other), "\(folder)/\(other.digest).pack")
    stamp.replaceSubrange(0..<32, with: other.digest.bytes)
    try Self.seal(&stamp)
    try Self.write(stamp, path)
    #expect(try Assistant.open(corpus: Bundled.root).disclaimer == "Named by the stamp.")
  }

  @Test func `a shortened, lengthened or flipped stamp is written anew`() throws {
    let seed: UInt64 = 0x57A3
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    let (path, stamp, _) = try stamped()
    var damaged = [[], Array(stamp[..<1]), Array(stamp[..<48]), Array(stamp[..<55]), stamp + [0]]
    for field in [0..<32, 32..<40, 40..<48, 48..<56] {
      var changed = stamp
      let at = Int.random(in: field, using: &generator)
      changed[at] ^= UInt8.random(in: 1...255, using: &generator)
      damaged.append(changed)
    }
    for bytes in damaged {
      try Self.write(bytes, path)
      #expect(try Assistant.open(corpus: Bundled.root).disclaimer == "From the cache.")
      // The state of the pack is only known once the pack is old enough.
      #expect(try FileBytes.read(path).prefix(40) == stamp.prefix(40))
    }
  }

  @Test func `a pack is not summed again while its file is as it was when that was done`() throws {
    var (path, stamp, pack) = try stamped()
    let packPath = "\(folder)/\(try Bundled.corpus.get().digest).pack"
    // The checksum itself is wrong, all else is right.
    pack[16] ^= 1
    try Self.write(pack, packPath)
    let state = try #require(try MappedBytes(path: packPath).fileState)
    for index in 0..<8 {
      stamp[40 + index] = UInt8(truncatingIfNeeded: state.hash >> UInt64(8 * index))
    }
    try Self.seal(&stamp)
    try Self.write(stamp, path)
    #expect(try Assistant.open(corpus: Bundled.root).disclaimer == "From the cache.")
    #expect(try FileBytes.read(packPath) == pack, "used as it is")
    try Self.write(pack, packPath)
    #expect(try MappedBytes(path: packPath).fileState != state, "a write is noticed")
  }

  @Test(arguments: [0xB17, 11] as [UInt64])
  func `a pack that rots after it was summed ends no process`(seed: UInt64) throws {
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    let pack = try PackCompiler.compile(CorpusReader.read(corpus.root))
    for _ in 0..<400 {
      var rotten = pack
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let at = Int.random(in: pack.indices, using: &generator)
        rotten[at] ^= UInt8.random(in: 1...255, using: &generator)
      }
      guard let opened = try? CompiledPack(verified: MappedBytes(rotten)),
        let assistant = try? Assistant(opened)
      else { continue }
      let reply = assistant.answer(SmallCorpus.question, limit: 4)
      #expect(reply.statements.count <= 8, "seed \(seed)")
    }
  }

  /// Puts the checksum at the end of a stamp right.
  private static func seal(_ stamp: inout [UInt8]) throws {
    let checksum = try MappedBytes(stamp).checksum(0..<48)
    for index in 0..<8 {
      stamp[48 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index))
    }
  }
}
