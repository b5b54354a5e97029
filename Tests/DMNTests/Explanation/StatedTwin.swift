import DMN

/// A model that says with inputs of its own what the reasoner reads between the lines.
///
/// A column in which an entry names `null` asks whether its input was stated. In the twin such a column
/// reads an input of its own, `<name>Stated`, which is null for an unknown fact, so that the plain
/// evaluator can be given one completion of the unknown facts and still be told what was stated.
enum StatedTwin {
  static let suffix = "Stated"

  /// The text of the twin of a model's text.
  static func text(of text: String) -> String {
    var result = ""
    var stated: Set<String> = []
    var rest = text[...]
    while let open = rest.firstRange(of: "<decisionTable"),
      let close = rest.firstRange(of: "</decisionTable>")
    {
      let table = String(rest[open.lowerBound..<close.upperBound])
      let (twin, names) = twinTable(table)
      result += rest[..<open.lowerBound]
      for name in names.sorted() {
        result += "<informationRequirement><requiredInput href=\"#stated.\(name)\"/>"
        result += "</informationRequirement>\n"
      }
      result += twin
      stated.formUnion(names)
      rest = rest[close.upperBound...]
    }
    result += rest
    guard let first = result.firstRange(of: "<decision ") else { return result }
    let inputs = stated.sorted().map { name in
      "<inputData id=\"stated.\(name)\" name=\"\(name)\(suffix)\">"
        + "<variable name=\"\(name)\(suffix)\"/></inputData>\n"
    }
    result.insert(contentsOf: inputs.joined(), at: first.lowerBound)
    return result
  }

  /// A table whose columns that ask for null read other inputs, and the names of these columns.
  private static func twinTable(_ table: String) -> (text: String, names: Set<String>) {
    let rules = table.matches(of: /(?s)<rule.*?<\/rule>/).map { rule in
      rule.output.matches(of: /(?s)<inputEntry.*?<text>(.*?)<\/text>/).map { String($0.output.1) }
    }
    var names: Set<String> = []
    var column = 0
    let twin = table.replacing(/(?s)<input(\ [^>]*)?>.*?<\/input>/) { clause -> String in
      defer { column += 1 }
      let asks = rules.contains { row in
        row.indices.contains(column) && row[column].contains(/\bnull\b/)
      }
      guard asks, let name = clause.output.0.firstMatch(of: /<text>(\w+)<\/text>/)?.output.1 else {
        return String(clause.output.0)
      }
      names.insert(String(name))
      return String(
        clause.output.0.replacing("<text>\(name)</text>", with: "<text>\(name)\(suffix)</text>")
      )
    }
    return (twin, names)
  }
}
