internal import Answering
internal import Evidence

/// What a check found, in the forms that `check` and `verify` write.
struct FindingList {
  /// A finding.
  struct Finding {
    /// Inside the corpus folder.
    var file: String
    /// From 1; nil where the whole file is meant.
    var line: Int?
    /// Byte offsets into the file; nil where a line is told.
    var span: SourceSpan?
    /// All of it in a line, place and remedy included.
    var text: String
  }

  let findings: [Finding]

  /// Lists what is wrong with a corpus.
  init(_ issues: [CorpusIssue]) {
    findings = issues.map { Finding(file: $0.file, line: $0.line, text: $0.description) }
  }

  /// Lists what is wrong with a saved reply.
  init(_ findings: [VerificationFinding]) {
    self.findings = findings.map {
      Finding(file: $0.span.file, span: $0.span, text: $0.description)
    }
  }

  /// Everything that is written, each line with its end; nothing as text where nothing was found.
  func written(as format: ResultFormat) -> String {
    switch format {
    case .text: findings.map { "\(Sanitizer.visible($0.text))\n" }.joined()
    case .markdown: findings.map { "- `\(Sanitizer.visible($0.text))`\n" }.joined()
    case .json: "\(json)\n"
    }
  }

  private var json: String {
    var writer = JSONWriter()
    writer.object {
      $0.key("schema")
      $0.string("curbside.findings/1")
      $0.key("findings")
      $0.array(findings) { writer, finding in
        writer.object {
          $0.key("file")
          $0.string(finding.file)
          $0.key("line")
          if let line = finding.line { $0.number(line) } else { $0.null() }
          $0.key("span")
          write(finding.span, to: &$0)
          $0.key("text")
          $0.string(finding.text)
        }
      }
    }
    return writer.text
  }

  private func write(_ span: SourceSpan?, to writer: inout JSONWriter) {
    guard let span else { return writer.null() }
    writer.object {
      $0.key("start")
      $0.number(span.start)
      $0.key("end")
      $0.number(span.end)
    }
  }
}
