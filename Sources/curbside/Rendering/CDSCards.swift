internal import Answering
internal import Evidence

/// A decided case as cards of CDS Hooks 2.0: one for each action of the plan, one for the next question.
struct CDSCards {
  let reply: Reply
  /// The strength of a claim as its source states it; empty where it states none.
  let strength: (String) -> String

  /// The address that names the extension.
  static let extensionKey = "org.curbside.evidence"
  /// Characters that a summary may have; the specification asks for fewer than 140.
  private static let summaryLength = 139

  /// The answer of the service, in one line.
  var json: String {
    var writer = JSONWriter()
    writer.object {
      $0.key("cards")
      $0.array { writer in
        for action in reply.case?.plan ?? [] { card(action, &writer) }
        if let request = reply.case?.ask.first { card(request, &writer) }
      }
    }
    return writer.text
  }

  private func card(_ action: PlannedAction, _ writer: inout JSONWriter) {
    let site = action.site.map { "\($0): " } ?? ""
    let decision = decisions.first { $0.id == action.decision }
    let statements = reply.statements.filter { action.claims.contains($0.claim) }
    let warnings = decision?.warnings ?? []
    let detail =
      statements.map { "\($0.text) (\($0.citations.joined(separator: ", ")))" } + warnings
    card(site + action.text, detail, isWarning: !warnings.isEmpty, &writer) { writer in
      writer.key("decision")
      writer.string(action.decision)
      writer.key("claims")
      writer.array(action.claims) { $0.string($1) }
      writer.key("citations")
      writer.array(action.citations) { $0.string($1) }
      writer.key("strength")
      writer.array(statements) { writer, statement in
        writer.object {
          $0.key("claim")
          $0.string(statement.claim)
          $0.key("kind")
          $0.string(statement.kind.rawValue)
          $0.key("stated")
          $0.string(strength(statement.claim))
          $0.key("source")
          $0.array(kinds(of: statement)) { $0.string($1) }
        }
      }
      writer.key("dissent")
      writer.array(decision?.dissent ?? []) { $0.string($1) }
    }
  }

  private func card(_ request: FactRequest, _ writer: inout JSONWriter) {
    let open = request.because.map(PlainName.of).joined(separator: ", ")
    card(request.question, ["Open: \(open)."], isWarning: false, &writer) { writer in
      writer.key("fact")
      writer.string(request.fact)
    }
  }

  private func card(
    _ summary: String,
    _ detail: [String],
    isWarning: Bool,
    _ writer: inout JSONWriter,
    _ evidence: (inout JSONWriter) -> Void
  ) {
    writer.object {
      $0.key("summary")
      $0.string(Self.shortened(summary))
      $0.key("indicator")
      $0.string(isWarning ? "warning" : "info")
      $0.key("detail")
      $0.string((detail + [standing]).joined(separator: "\n\n"))
      $0.key("source")
      $0.object {
        $0.key("label")
        $0.string("Curbside: \(reply.corpus.title) \(reply.corpus.version)")
      }
      $0.key("extension")
      $0.object {
        $0.key(Self.extensionKey)
        $0.object { evidence(&$0) }
      }
    }
  }

  private var decisions: [DecisionReport] {
    (reply.case?.decisions ?? []) + (reply.case?.sites.flatMap(\.decisions) ?? [])
  }

  private var standing: String {
    "Protocol \(reply.corpus.standing). Educational; not a substitute for clinical judgment."
  }

  private func kinds(of statement: Statement) -> [String] {
    statement.citations.compactMap { id in
      reply.references.first { $0.id == id }?.kind.rawValue
    }
  }

  /// Fewer than 140 characters, in UTF-16 as a browser counts them.
  private static func shortened(_ text: String) -> String {
    if text.utf16.count <= summaryLength { return text }
    var words = text.split(separator: " ")
    while words.count > 1, words.joined(separator: " ").utf16.count >= summaryLength {
      words.removeLast()
    }
    var short = words.joined(separator: " ")
    while short.utf16.count >= summaryLength { short.removeLast() }
    return "\(short)…"
  }
}
