extension FactExtractor {
  /// What was found in a text and how far each cue reaches, one finding a line, for a person who
  /// improves the wording.
  public func trace(_ text: String) -> String {
    Extraction(text, language: language, today: nil).trace
  }
}

extension Extraction {
  /// Quantities, cues and phrases with their words.
  var trace: String {
    var lines = quantities.map { quantity in
      "quantity \(quantity.kind) \(quantity.canonical) “\(words(quantity.pieces))”"
    }
    for cue in engine.cues {
      let scope = cue.scope.filter { !$0.isEmpty }.map { "“\(words($0))”" }.joined(separator: " ")
      lines.append("cue \(cue.rule.effect) “\(words(cue.cue))” over \(scope)")
    }
    for mention in mentions {
      let fact = language.facts[mention.fact]
      lines.append("phrase \(fact.id) \(mention.role) “\(words(mention.pieces))”")
    }
    for correction in corrections { lines.append("correction “\(words(correction))”") }
    return lines.joined(separator: "\n")
  }

  private func words(_ pieces: Range<Int>) -> String {
    pieces.isEmpty ? "" : caseFact("", .truth(true), .affirmed, pieces, site: nil).words
  }
}
