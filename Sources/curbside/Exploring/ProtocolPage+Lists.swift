internal import Answering
internal import Evidence

extension ProtocolPage {
  /// The disputes, each with both sentences.
  var disagreements: String {
    let items = base.disputes.map { first, second in
      "<li>\(sentence(first))<br>against \(sentence(second))</li>\n"
    }.joined()
    return items.isEmpty ? "" : "<ul>\n\(items)</ul>\n"
  }

  private func sentence(_ claim: Claim) -> String {
    "\(claimLink(claim.id)): \(escaped(claim.text)) "
      + "<span class=\"faint\">[\(claim.citations.map(referenceLink).joined(separator: ", "))]</span>"
  }

  /// The works, each with its address and what rests on it.
  var references: String {
    let items = base.source.references.map { reference in
      let claims = base.source.claims.filter { $0.citations.contains(reference.id) }
      let address =
        reference.link.hasPrefix("https://")
        ? " <a href=\"\(escaped(reference.link))\">\(escaped(reference.link))</a>" : ""
      let notice = base.retractions.notice(of: reference).map {
        " <strong>\(escaped($0.sentence))</strong>"
      }
      return """
        <dt id="ref-\(HTMLText.anchor(reference.id))">\(escaped(reference.id))</dt>
        <dd>\(escaped(reference.vancouver))\(address)\(notice ?? "")
        <span class="faint">\(escaped(reference.kind.rawValue)); \(escaped(reference.verification)).</span>
        Claims: \(claims.map { claimLink($0.id) }.joined(separator: ", "))</dd>

        """
    }.joined()
    return "<dl>\n\(items)</dl>\n"
  }

  /// The terms in alphabetical order, each with its other names.
  var glossary: String {
    let terms = base.source.glossary.sorted { $0.term.lowercased() < $1.term.lowercased() }
    let items = terms.map { term in
      let short =
        term.abbreviations.isEmpty ? "" : " (\(term.abbreviations.joined(separator: ", ")))"
      return "<dt>\(escaped(term.term + short))</dt>\n<dd>\(escaped(term.definition))</dd>\n"
    }.joined()
    return items.isEmpty ? "" : "<dl>\n\(items)</dl>\n"
  }
}
