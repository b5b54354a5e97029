internal import Answering

/// A table as HTML; where it has several columns of remarks, they stand below each other in one.
struct HTMLTable {
  let table: EvidenceTable
  /// Whether a heading above it says already what it is.
  var isBelowHeading = false
  /// The content of a cell as HTML.
  var cell: (EvidenceTable.Column, String) -> String = { HTMLText.escaped($1) }

  /// The table, in a frame that scrolls by itself where the page is too narrow.
  var text: String {
    let gathered = gathered
    let alone = table.columns.indices.filter { !gathered.contains($0) }
    var head = alone.map { #"<th scope="col">\#(Self.heading(table.columns[$0]))</th>"# }.joined()
    if !gathered.isEmpty { head += #"<th scope="col">Details</th>"# }
    let rows = table.rows.map { row in
      var cells = alone.map { cellText(row[$0], table.columns[$0], isFirst: $0 == 0) }.joined()
      if !gathered.isEmpty { cells += "<td>\(gathered.map { detail($0, row) }.joined())</td>" }
      return "<tr>\(cells)</tr>\n"
    }.joined()
    let name = HTMLText.escaped(table.title.isEmpty ? "Table" : table.title)
    return """
      <div class="scroll" role="region" aria-label="\(name)" tabindex="0">
      <table>
      <caption\(isBelowHeading ? " class=\"unseen\"" : "")>\(name)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>

      """
  }

  /// The places of the columns of remarks, where there are several.
  private var gathered: [Int] {
    let places = table.columns.indices.filter { table.columns[$0].kind == .detail }
    return places.count > 1 ? places : []
  }

  private func detail(_ place: Int, _ row: [String]) -> String {
    if row[place].isEmpty { return "" }
    let column = table.columns[place]
    let name = Self.heading(column)
    return
      #"<span class="detail"><span class="faint">\#(name):</span> \#(cell(column, row[place]))</span>"#
  }

  private func cellText(_ text: String, _ column: EvidenceTable.Column, isFirst: Bool) -> String {
    let name = Self.heading(column)
    let content = cell(column, text)
    if isFirst { return #"<th scope="row" data-name="\#(name)">\#(content)</th>"# }
    let isNumber = column.kind == .number
    return #"<td data-name="\#(name)"\#(isNumber ? #" class="number""# : "")>\#(content)</td>"#
  }

  /// The name of a column as it stands above it: remarks are named in small letters elsewhere.
  private static func heading(_ column: EvidenceTable.Column) -> String {
    let name = column.name
    let isWord = name.utf8.count > 1
    return HTMLText.escaped(isWord ? name.prefix(1).uppercased() + name.dropFirst() : name)
  }
}
