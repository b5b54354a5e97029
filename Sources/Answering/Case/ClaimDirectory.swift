internal import Evidence
internal import Retrieval

/// The claims of a protocol by their ids.
struct ClaimDirectory: Sendable {
  private let source: Source

  private enum Source: Sendable {
    /// Looked up in place.
    case pack(CompiledPack)
    case claims([String: Entry])
  }

  private struct Entry: Sendable {
    var number: Int
    var citations: [String]
    /// The claims that it disputes, behind those that dispute it.
    var disputes: [String]
  }

  /// Takes the claims of a pack.
  init(_ pack: CompiledPack) {
    source = .pack(pack)
  }

  /// Takes the claims of a protocol.
  ///
  /// - Complexity: O(n) in the number of claims.
  init(_ claims: [Claim]) {
    var entries: [String: Entry] = [:]
    for (number, claim) in claims.enumerated() {
      entries[claim.id] = Entry(number: number, citations: claim.citations, disputes: [])
    }
    for claim in claims {
      for other in claim.disputes { entries[other]?.disputes.append(claim.id) }
    }
    for claim in claims { entries[claim.id]?.disputes += claim.disputes }
    source = .claims(entries)
  }

  private func entry(_ id: String) -> Entry? {
    switch source {
    case .claims(let entries): return entries[id]
    case .pack(let pack):
      guard let found = try? pack.number(ofClaim: id), let claim = try? pack.claim(found) else {
        return nil
      }
      return Entry(
        number: found,
        citations: claim.citations.compactMap { try? pack.reference($0).id },
        disputes: claim.disputes.compactMap { try? pack.claim($0).id }
      )
    }
  }

  /// The number of a claim in its pack.
  func number(of id: String) -> Int? { entry(id)?.number }

  /// The keys of the references of claims, each once, in their order.
  func citations(of ids: [String]) -> [String] {
    Self.unique(ids.flatMap { entry($0)?.citations ?? [] })
  }

  /// The ids of claims that dispute one of these, or that one of these disputes.
  func dissent(of ids: [String]) -> [String] {
    Self.unique(ids.flatMap { entry($0)?.disputes ?? [] }).filter { !ids.contains($0) }
  }

  /// The ids, each once; there are few.
  private static func unique(_ ids: [String]) -> [String] {
    var found: [String] = []
    for id in ids where !found.contains(id) { found.append(id) }
    return found
  }
}
