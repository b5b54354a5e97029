internal import Answering
internal import ArgumentParser

/// What a reply can be written as.
enum ReplyFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
  case cdsHooks = "cds-hooks"

  /// What is asked for; `--json` is another way to say it.
  static func chosen(_ format: ReplyFormat?, _ form: FormOption) -> ReplyFormat {
    format ?? (form.json ? .json : .text)
  }
}

extension Reply {
  /// The reply in a form, each line with its end.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - style: Of the place where text is shown.
  ///   - strength: The strength of a claim as its source states it, for cards.
  /// - Returns: Everything that is written.
  func written(
    as format: ReplyFormat,
    _ style: OutputStyle,
    strength: @escaping (String) -> String
  ) -> String {
    switch format {
    case .text:
      let text = ReplyRenderer(style: style, place: .stream).render(self)
      return text + AudienceNotes(terms: words?.terms ?? [], style: style).text
    case .json: return "\(json)\n"
    case .markdown: return MarkdownReply(reply: self).text
    case .cdsHooks: return "\(CDSCards(reply: self, strength: strength).json)\n"
    }
  }
}
