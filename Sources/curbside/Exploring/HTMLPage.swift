internal import Answering

/// A view of the evidence as a page of its own.
struct HTMLPage {
  let view: EvidenceView
  let identity: CorpusIdentity

  /// The page.
  var text: String {
    let fields = view.fields.map { field in
      "<dt>\(HTMLText.escaped(field.name))</dt><dd>\(HTMLText.escaped(field.text))</dd>\n"
    }.joined()
    let list = fields.isEmpty ? "" : "<dl>\n\(fields)</dl>\n"
    let tables = view.tables.map { HTMLTable(table: $0).text }.joined()
    let notes = view.notes.map { "<p>\(HTMLText.escaped($0))</p>\n" }.joined()
    return Self.frame(
      title: view.title,
      language: "en",
      body: """
        <main>
        <h1>\(HTMLText.escaped(view.title))</h1>
        \(list)\(tables)\(notes)</main>
        <footer><p>\(HTMLText.escaped(Self.standing(identity)))</p></footer>

        """
    )
  }

  /// What every page says of its corpus.
  static func standing(_ identity: CorpusIdentity) -> String {
    "\(identity.title), version \(identity.version), \(identity.standing), "
      + "digest \(identity.digest.prefix(12)). Educational; not a substitute for clinical judgment."
  }

  /// A whole document around a body, without anything from elsewhere.
  ///
  /// - Parameters:
  ///   - title: Of the document.
  ///   - language: The code of its language.
  ///   - policy: Whether the page forbids itself every request, which a script of its own needs not.
  ///   - body: What stands in it.
  /// - Returns: The document.
  static func frame(
    title: String,
    language: String,
    policy: Bool = false,
    body: String
  ) -> String {
    let rules = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    let forbidden =
      policy ? "<meta http-equiv=\"Content-Security-Policy\" content=\"\(rules)\">\n" : ""
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      \(forbidden)<meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      \(HTMLStyle.sheet)</style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }
}
