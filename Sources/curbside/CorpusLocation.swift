internal import Answering
internal import Evidence
internal import Glibc

/// Where the corpus lies.
enum CorpusLocation {
  /// The folder named by the option, else by `CURBSIDE_CORPUS`, else `corpus` here, else `corpus`
  /// in the nearest folder above the executable that has one.
  ///
  /// - Parameter option: The value of `--corpus`.
  /// - Returns: A path at which there is a folder.
  /// - Throws: `CommandError.noCorpus`.
  static func find(_ option: String?) throws(CommandError) -> String {
    if let named = option ?? Environment.value("CURBSIDE_CORPUS") {
      guard FileBytes.isFolder(named) else { throw .noCorpus(path: named) }
      return named
    }
    if holdsCorpus("corpus") { return "corpus" }
    var folder = executable()
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if holdsCorpus("\(folder)/corpus") { return "\(folder)/corpus" }
    }
    throw .noCorpus(path: nil)
  }

  /// Opens the corpus that `find(_:)` finds.
  ///
  /// - Parameters:
  ///   - option: The value of `--corpus`.
  ///   - requiresReview: Whether only a protocol that has passed review will do.
  ///   - cache: What may be done with the cache.
  /// - Returns: The assistant that answers from it.
  /// - Throws: `CommandError`, with every issue of a broken corpus.
  static func open(
    _ option: String?,
    requiresReview: Bool = false,
    cache: CacheAccess = .readsAndWrites
  ) throws -> Assistant {
    let assistant: Assistant
    do {
      assistant = try Assistant.open(corpus: find(option), cache: cache)
    } catch let error as CorpusError {
      throw CommandError.brokenCorpus(error.issues)
    }
    if requiresReview, assistant.identity.reviewStatus != .approved {
      throw CommandError.notReviewed(assistant.identity)
    }
    return assistant
  }

  /// Every corpus has a lexicon; another folder may be called `corpus` as well.
  private static func holdsCorpus(_ path: String) -> Bool {
    FileBytes.isFolder("\(path)/lexicon")
  }

  private static func executable() -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/exe", &path, path.count)
    return String(decoding: path.prefix(max(count, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
