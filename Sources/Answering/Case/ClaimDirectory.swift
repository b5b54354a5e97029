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

  /// The number of a claim in its pack.
  func number(of id: String) -> Int? {
    switch source {
    case .claims(let entries): entries[id]?.number
    case .pack(let pack): (try? pack.number(ofClaim: id)) ?? nil
    }
  }

  /// The keys of the references of claims, each once, in their order.
  func citations(of ids: [String]) -> [String] {
    Self.unique(
      ids.flatMap { id -> [String] in
        switch source {
        case .claims(let entries): entries[id]?.citations ?? []
        case .pack(let pack):
          links(id, pack).citations.compactMap { try? pack.key(ofReference: $0) }
        }
      }
    )
  }

  /// The ids of claims that dispute one of these, or that one of these disputes.
  func dissent(of ids: [String]) -> [String] {
    let found = ids.flatMap { id -> [String] in
      switch source {
      case .claims(let entries): entries[id]?.disputes ?? []
      case .pack(let pack): links(id, pack).disputes.compactMap { try? pack.id(ofClaim: $0) }
      }
    }
    return Self.unique(found).filter { !ids.contains($0) }
  }

  private func links(_ id: String, _ pack: CompiledPack) -> (citations: [Int], disputes: [Int]) {
    number(of: id).flatMap { try? pack.links(ofClaim: $0) } ?? ([], [])
  }

  /// The ids, each once; there are few.
  private static func unique(_ ids: [String]) -> [String] {
    var found: [String] = []
    for id in ids where !found.contains(id) { found.append(id) }
    return found
  }
}
