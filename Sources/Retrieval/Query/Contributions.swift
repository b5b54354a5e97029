/// The scores of documents, and what they are made of.
package struct Contributions: Sendable {
  /// The score of each document; 0 for one that holds no term of the query.
  package let totals: [Float]
  /// The parts of all documents, one document behind the other.
  private let parts: [Float]
  private let width: Int
  /// By number, the document; empty where these are the same.
  private let documents: [Int]

  init(totals: [Float], parts: [Float], width: Int, documents: [Int] = []) {
    self.totals = totals
    self.parts = parts
    self.width = width
    self.documents = documents
  }

  /// The same under other numbers.
  ///
  /// - Parameter documents: For each new number, the document of the segment.
  /// - Returns: Scores and parts by the new numbers.
  package func renumbered(_ documents: [Int]) -> Contributions {
    Contributions(
      totals: documents.map { totals[$0] },
      parts: parts,
      width: width,
      documents: documents
    )
  }

  /// What makes up the score of a number: two numbers for each term of the query, its weight and its
  /// reward for standing close to the term before.
  package subscript(number: Int) -> ArraySlice<Float> {
    let document = documents.isEmpty ? number : documents[number]
    return parts[(document * width)..<((document + 1) * width)]
  }
}
