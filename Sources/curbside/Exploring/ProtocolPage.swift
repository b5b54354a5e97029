internal import Answering
internal import Evidence

/// A whole protocol as one page that needs no network and, to be read, no script: text, evidence tables,
/// plots, disputes, decision tables, references and glossary, with an anchor for each.
struct ProtocolPage {
  let base: EvidenceBase

  /// The page.
  var text: String {
    let parts: [(id: String, name: String, content: String)] = [
      ("protocol", "The protocol, word for word", protocolText),
      ("evidence", "Evidence tables", evidence),
      ("plots", "Values side by side", plots),
      ("disagreements", "Where sources disagree", disagreements),
      ("decisions", "Decision tables", decisions),
      ("references", "References", references),
      ("glossary", "Glossary", glossary),
    ].filter { !$0.2.isEmpty }
    let links = parts.map { "<li><a href=\"#\($0.id)\">\(escaped($0.name))</a></li>\n" }.joined()
    let sections = parts.map { part in
      "<section id=\"\(part.id)\">\n<h2>\(escaped(part.name))</h2>\n\(part.content)</section>\n"
    }.joined()
    return HTMLPage.frame(
      title: base.source.title,
      language: base.source.languages.first ?? "en",
      policy: true,
      body: """
        <header>
        <h1>\(escaped(base.source.title))</h1>
        <p>\(escaped(base.source.disclaimer))</p>
        <p class="faint">\(escaped(HTMLPage.standing(base.identity)))</p>
        <nav aria-label="Parts"><ul>
        \(links)</ul></nav>
        <div id="search" class="search"></div>
        </header>
        <main>
        \(sections)</main>
        <footer><p>\(escaped(base.source.editorialPolicy))</p></footer>
        <script>
        \(PageSearch.script)</script>

        """
    )
  }

  func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  // MARK: Text

  private var protocolText: String {
    var html = ""
    var section = -1
    for (number, passage) in base.source.passages.enumerated() {
      if passage.section != section {
        section = passage.section
        let heading = base.source.sections[section]
        let level = min(heading.level + 1, 6)
        let id = "section-\(section)"
        html += "<h\(level) id=\"\(id)\">\(escaped(heading.heading))</h\(level)>\n"
      }
      html += "<p>\(base.pieces(of: number).map(piece).joined(separator: " "))</p>\n"
    }
    return html
  }

  private func piece(_ piece: (text: String, claim: Claim?)) -> String {
    guard let claim = piece.claim else { return escaped(piece.text) }
    let sources = claim.citations.map(referenceLink).joined(separator: ", ")
    return "<span id=\"claim-\(HTMLText.anchor(claim.id))\">\(escaped(piece.text))</span> "
      + "<span class=\"faint\">[\(sources)]</span>"
  }

  func referenceLink(_ id: String) -> String {
    "<a href=\"#ref-\(HTMLText.anchor(id))\">\(escaped(id))</a>"
  }

  func claimLink(_ id: String) -> String {
    "<a href=\"#claim-\(HTMLText.anchor(id))\">\(escaped(id))</a>"
  }

  // MARK: Tables and plots

  private var evidence: String {
    let tables = base.evidenceTables
    let links = tables.map { table in
      "<a href=\"#topic-\(HTMLText.anchor(table.id))\">\(escaped(table.title))</a>"
    }
    let list = "<p class=\"list\">\(links.joined(separator: " · "))</p>\n"
    return list
      + tables.map { table in
        "<h3 id=\"topic-\(HTMLText.anchor(table.id))\">\(escaped(table.title))</h3>\n"
          + HTMLTable(table: table, isBelowHeading: true, cell: linked).text
      }.joined()
  }

  private var plots: String {
    base.featuredPlots.enumerated().map { number, plot in
      let wide = PlotSVG(plot: plot, prefix: "plot-\(number + 1)", isInline: true)
      var narrow = wide
      narrow.prefix += "-narrow"
      narrow.layout = .narrow
      let tables = plot.view.tables.map { HTMLTable(table: $0, cell: linked).text }.joined()
      return """
        <h3 id="measure-\(number + 1)">\(escaped(plot.measure))</h3>
        <figure class="scroll" tabindex="0" role="group" aria-label="\(escaped(plot.title))">
        <div class="wide">\(wide.text)</div>
        <div class="narrow">\(narrow.text)</div></figure>
        <details><summary>The same values as a table</summary>
        \(tables)</details>

        """
    }.joined()
  }

  private var decisions: String {
    base.decisionTables.map { table in
      "<h3 id=\"decision-\(HTMLText.anchor(table.id))\">\(escaped(PlainName.of(table.title)))</h3>\n"
        + HTMLTable(table: table, isBelowHeading: true, cell: linked).text
    }.joined()
  }

  /// Words of a sentence that are ids of claims lead to them.
  private func linkedWords(_ text: String) -> String {
    text.split(separator: " ").map { word in
      let id = String(word.prefix { $0 != "," && $0 != ";" })
      guard base.claim(id) != nil else { return escaped(String(word)) }
      return claimLink(id) + escaped(String(word).dropped(id))
    }.joined(separator: " ")
  }

  /// Ids of claims and works in a cell lead to them.
  private func linked(_ column: EvidenceTable.Column, _ cell: String) -> String {
    if column.key == "remarks" { return linkedWords(cell) }
    guard ["claim", "claims", "sources", "citations"].contains(column.key) else {
      return escaped(cell)
    }
    return cell.split(separator: ",").map { part in
      let id = String(part).trimmingBlanks
      let bare = String(id.prefix { $0 != " " })
      if base.claim(bare) != nil { return claimLink(bare) }
      if base.reference(bare) != nil { return referenceLink(bare) + escaped(id.dropped(bare)) }
      return escaped(id)
    }.joined(separator: ", ")
  }
}

extension String {
  /// What stands behind a beginning.
  fileprivate func dropped(_ prefix: String) -> String { String(dropFirst(prefix.count)) }
}
