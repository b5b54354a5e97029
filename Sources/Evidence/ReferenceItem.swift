/// One item of CSL-JSON (citeproc schema 1.0.2) with the two keys that are ours: `kind` and
/// `verified`.
struct ReferenceItem {
  var fields: YAMLFields

  init(_ fields: YAMLFields) {
    self.fields = fields
  }

  mutating func reference() -> Reference {
    Reference(
      id: fields.text("id"),
      kind: fields.choice("kind", default: .primaryStudy),
      authors: authors(),
      title: fields.text("title"),
      container: fields.optionalText("container-title"),
      shortContainer: fields.optionalText("container-title-short"),
      year: year(),
      volume: fields.optionalText("volume"),
      issue: fields.optionalText("issue"),
      pages: fields.optionalText("page"),
      doi: fields.optionalText("DOI"),
      pmid: fields.optionalText("PMID"),
      url: fields.optionalText("URL"),
      verification: fields.text("verified")
    )
  }

  private mutating func year() -> String {
    guard let parts = fields.node["issued"]?["date-parts"]?.sequence else { return "" }
    return parts.first?.sequence?.first?.text ?? ""
  }

  /// Family name and initials, or an institution's name as it is.
  private mutating func authors() -> [String] {
    fields.mappings("author").map { author in
      var author = author
      let literal = author.optionalText("literal")
      if !literal.isEmpty { return literal }
      let particle = author.optionalText("non-dropping-particle")
      let family = author.text("family")
      let initials = author.optionalText("given").split { " -.".contains($0) }
        .compactMap { $0.first.map(String.init) }.joined()
      fields.take(author)
      let name = particle.isEmpty ? family : "\(particle) \(family)"
      return initials.isEmpty ? name : "\(name) \(initials)"
    }
  }
}
