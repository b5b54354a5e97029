internal import Evidence
internal import Retrieval

/// The claims of a pack by their ids.
struct ClaimDirectory: Sendable {
  private let claims: [String: PackedClaim]
  private let numbers: [String: Int]
  private let ids: [String]
  private let disputants: [String: [String]]
  private let keys: [String]

  /// Reads the claims of a pack.
  ///
  /// - Complexity: O(n) in the number of claims.
  init(_ pack: CompiledPack) throws(IndexError) {
    var claims: [String: PackedClaim] = [:]
    var numbers: [String: Int] = [:]
    var ids: [String] = []
    for number in 0..<pack.claimCount {
      let claim = try pack.claim(number)
      claims[claim.id] = claim
      numbers[claim.id] = number
      ids.append(claim.id)
    }
    var disputants: [String: [String]] = [:]
    for id in ids {
      for other in claims[id]?.disputes ?? [] { disputants[ids[other], default: []].append(id) }
    }
    self.claims = claims
    self.numbers = numbers
    self.ids = ids
    self.disputants = disputants
    keys = try pack.references()
  }

  /// The number of a claim in its pack.
  func number(of id: String) -> Int? { numbers[id] }

  /// The keys of the references of claims, each once, in their order.
  func citations(of ids: [String]) -> [String] {
    Self.unique(ids.flatMap { claims[$0]?.citations ?? [] }.map { keys[$0] })
  }

  /// The ids of claims that dispute one of these, or that one of these disputes.
  func dissent(of ids: [String]) -> [String] {
    let found = ids.flatMap { id in
      (disputants[id] ?? []) + (claims[id]?.disputes ?? []).map { self.ids[$0] }
    }
    return Self.unique(found).filter { !ids.contains($0) }
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
