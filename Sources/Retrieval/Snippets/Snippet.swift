/// The part of a text that says most about a query.
package struct Snippet: Hashable, Sendable {
  /// Bytes of the text, on the borders of words.
  package var range: Range<Int>
  /// Words of the query in it, as bytes of the text, ascending.
  package var marks: [Range<Int>]

  /// Takes a range and the marks in it.
  package init(range: Range<Int>, marks: [Range<Int>]) {
    self.range = range
    self.marks = marks
  }
}

/// A word of a text with its place.
package struct PlacedTerm: Hashable, Sendable {
  /// As the analysis gives it.
  package var term: [UInt8]
  /// Bytes of the text.
  package var range: Range<Int>
}

extension WordAnalysis {
  /// The terms of a text with the bytes that they stand for; stop words are left out.
  package func placedTerms(of text: [UInt8]) -> [PlacedTerm] {
    var terms: [PlacedTerm] = []
    var cursor = WordCursor()
    var before = 0
    while next(text.span, &cursor) {
      let place = WordPlace.trimmed(before..<cursor.offset, text)
      before = cursor.offset
      if let term = term(of: cursor) { terms.append(PlacedTerm(term: term, range: place)) }
    }
    return terms
  }
}
