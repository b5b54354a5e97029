/// Finds a score that the best documents reach, before all postings are looked at.
///
/// The documents that score best by the rarest terms alone are scored in full; the lowest of as many
/// as are wanted is a floor for the others. A good floor at the beginning takes a third to a half off
/// the time of a search.
struct ThresholdPrimer {
  private let plan: QueryPlan
  private let limit: Int
  /// Terms with fewer documents are rare.
  private let rareFrequency: Int

  /// A search that looks at no more postings is done sooner than this.
  private static let cheapPostings = 24000
  /// So many postings of rare terms are looked at.
  private static let mostRarePostings = 1500
  private static let mostDocuments = 32

  init(_ plan: QueryPlan, limit: Int) {
    self.plan = plan
    self.limit = limit
    var rare = 0
    var postings = 0
    for frequency in plan.terms.map(\.frequency).sorted() {
      postings += frequency
      if postings > Self.mostRarePostings { break }
      rare = frequency
    }
    rareFrequency = rare
  }

  /// Whether a floor is worth its time.
  var pays: Bool {
    limit > 0 && limit <= Self.mostDocuments
      && plan.terms.reduce(0) { $0 + $1.frequency } > Self.cheapPostings
  }

  /// Raises the floor to what documents of a segment reach.
  func run(
    _ part: SearchedPart,
    _ number: Int,
    _ best: inout TopScores
  ) throws(IndexError) {
    var documents = try rareDocuments(part, number)
    if documents.count < limit { documents += try frequentDocuments(part, number) }
    if let deletions = part.deletions { documents.removeAll { deletions.contains(Int($0)) } }
    documents.sort()
    var walks = try plan.walks(number, part.context.bytes, part.context.board)
    var scores: [Int] = []
    var lengthClass = 0
    var last: UInt32?
    for document in documents where document != last {
      last = document
      lengthClass = part.context.lengthClass(of: document, from: lengthClass)
      var score = 0
      for index in walks.indices {
        score += try walks[index].probe(document, lengthClass, part.context)
      }
      scores.append(score)
    }
    guard scores.count >= limit else { return }
    scores.sort(by: >)
    best.raiseFloor(to: scores[limit - 1])
  }

  /// The documents that score best by the rare terms.
  private func rareDocuments(
    _ part: SearchedPart,
    _ number: Int
  ) throws(IndexError) -> [UInt32] {
    let walks = try plan.walks(number, part.context.bytes, part.context.board) {
      $0.frequency <= rareFrequency
    }
    guard !walks.isEmpty else { return [] }
    var best = TopScores(limit: limit + 2)
    var search = SegmentSearch(part, walks: walks)
    try search.run(into: &best)
    return best.sorted().map { $0.document - UInt32(part.firstNumber) }
  }

  /// The documents that score best in the best block of the weightiest term that is not rare.
  private func frequentDocuments(
    _ part: SearchedPart,
    _ number: Int
  ) throws(IndexError) -> [UInt32] {
    let term = plan.terms.filter { $0.frequency > rareFrequency && $0.entries[number] != nil }
      .max { $0.weight < $1.weight }
    guard let term else { return [] }
    var walks = try plan.walks(number, part.context.bytes, part.context.board) {
      $0.frequency == term.frequency && $0.weight == term.weight
    }
    guard !walks.isEmpty else { return [] }
    return try walks[0].bestDocuments(part.context, limit: limit)
  }
}
