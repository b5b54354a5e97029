extension EvidenceView {
  /// The view as one line of JSON of the schema `curbside.explore/1`, without a line end.
  ///
  /// - Parameter corpus: What is shown.
  /// - Returns: The same bytes for the same corpus.
  public func json(_ corpus: CorpusIdentity) -> String {
    var writer = JSONWriter()
    writer.object { view in
      view.key("schema")
      view.string("curbside.explore/1")
      view.key("view")
      view.string(name)
      view.key("title")
      view.string(title)
      view.key("fields")
      view.array(fields) { writer, field in
        writer.object {
          $0.key("key")
          $0.string(field.key)
          $0.key("name")
          $0.string(field.name)
          $0.key("text")
          $0.string(field.text)
        }
      }
      view.key("tables")
      view.array(tables) { $1.write(to: &$0) }
      view.key("notes")
      view.array(notes) { $0.string($1) }
      view.key("corpus")
      corpus.write(to: &view)
    }
    return writer.text
  }

  /// The view as Markdown (GitHub's tables), each line with its end.
  public var markdown: String {
    var lines = ["# \(title.markdown)", ""]
    for field in fields { lines.append("- **\(field.name.markdown):** \(field.text.markdown)") }
    if !fields.isEmpty { lines.append("") }
    for table in tables { lines += table.markdown + [""] }
    for note in notes { lines += [note.markdown, ""] }
    return lines.dropLast().map { "\($0)\n" }.joined()
  }

  /// The tables as comma-separated values (RFC 4180, lines ended by a line feed), a blank line between
  /// two.
  public var csv: String {
    tables.map(\.csv).joined(separator: "\n")
  }
}

extension EvidenceTable {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("id")
      $0.string(id)
      $0.key("title")
      $0.string(title)
      $0.key("columns")
      $0.array(columns) { writer, column in
        writer.object {
          $0.key("key")
          $0.string(column.key)
          $0.key("name")
          $0.string(column.name)
        }
      }
      $0.key("rows")
      $0.array(rows) { writer, row in
        writer.object {
          for (column, cell) in zip(columns, row) {
            $0.key(column.key)
            column.write(cell, to: &$0)
          }
        }
      }
    }
  }

  fileprivate var markdown: [String] {
    var lines = title.isEmpty ? [] : ["## \(title.markdown)", ""]
    lines.append("| \(columns.map(\.name.markdown).joined(separator: " | ")) |")
    let rule = columns.map { $0.kind == .number ? "---:" : "---" }
    lines.append("| \(rule.joined(separator: " | ")) |")
    lines += rows.map { "| \($0.map(\.markdown).joined(separator: " | ")) |" }
    return lines
  }

  /// The table as comma-separated values with the keys of its columns above.
  public var csv: String {
    ([columns.map(\.key)] + rows).map { row in
      "\(row.map(\.commaSeparated).joined(separator: ","))\n"
    }.joined()
  }
}

extension EvidenceTable.Column {
  fileprivate func write(_ cell: String, to writer: inout JSONWriter) {
    switch kind {
    case .number:
      if let number = Int(cell) { writer.number(number) } else { writer.null() }
    case .text, .detail:
      if cell.isEmpty { writer.null() } else { writer.string(cell) }
    }
  }
}

extension String {
  /// With what Markdown would take for marks escaped, in one line.
  fileprivate var markdown: String {
    var text = ""
    for character in self {
      switch character {
      case "|", "\\", "*", "_", "`", "<", ">", "[", "]", "#": text += "\\\(character)"
      case "\n", "\r\n", "\r": text += " "
      default: text.append(character)
      }
    }
    return text
  }

  /// As a field of comma-separated values.
  fileprivate var commaSeparated: String {
    guard contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return self }
    return
      "\"\(split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
