internal import Evidence
internal import Retrieval

/// The claims of a protocol by their ids.
struct ClaimDirectory: Sendable {
  /// Ids in the order of the text.
  private var ids: [String] = []
  private var numbers: [String: Int] = [:]
  private var citations: [String: [String]] = [:]
  private var disputed: [String: [String]] = [:]
  private var disputants: [String: [String]] = [:]

  /// Reads the claims of a pack.
  ///
  /// - Complexity: O(n) in the number of claims.
  init(_ pack: CompiledPack) throws(IndexError) {
    let keys = try pack.references()
    var packed: [PackedClaim] = []
    for number in 0..<pack.claimCount { packed.append(try pack.claim(number)) }
    for claim in packed {
      add(
        claim.id,
        citations: claim.citations.map { keys[$0] },
        disputes: claim.disputes.map { packed[$0].id }
      )
    }
  }

  /// Takes the claims of a protocol.
  ///
  /// - Complexity: O(n) in the number of claims.
  init(_ claims: [Claim]) {
    for claim in claims {
      add(claim.id, citations: claim.citations, disputes: claim.disputes)
    }
  }

  private mutating func add(_ id: String, citations: [String], disputes: [String]) {
    numbers[id] = ids.count
    ids.append(id)
    self.citations[id] = citations
    disputed[id] = disputes
    for other in disputes { disputants[other, default: []].append(id) }
  }

  /// The number of a claim in its pack.
  func number(of id: String) -> Int? { numbers[id] }

  /// The keys of the references of claims, each once, in their order.
  func citations(of ids: [String]) -> [String] {
    Self.unique(ids.flatMap { citations[$0] ?? [] })
  }

  /// The ids of claims that dispute one of these, or that one of these disputes.
  func dissent(of ids: [String]) -> [String] {
    Self.unique(ids.flatMap { (disputants[$0] ?? []) + (disputed[$0] ?? []) })
      .filter { !ids.contains($0) }
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
