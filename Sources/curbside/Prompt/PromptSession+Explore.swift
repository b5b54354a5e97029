internal import Answering
internal import ArgumentParser

extension PromptSession {
  /// Shows a view of the evidence, as `curbside explore` with the same words does.
  mutating func explore(_ command: String, _ argument: String) -> Turn {
    do {
      let words = [command] + Self.words(argument)
      guard let parsed = try Explore.parseAsRoot(words) as? any EvidenceCommand else {
        return Turn(text: note("Type .\(command) with what it asks for; .help lists the commands."))
      }
      let base = try evidenceBase()
      if let command = parsed as? Explore.Quiz, command.isAsked(on: place) {
        return begin(try command.items(base))
      }
      var showing = ViewShowing(style: style)
      if let audience = parsed.audience ?? audience {
        showing.reader = (assistant: assistant, audience: audience)
      }
      let text = try parsed.text(base, showing)
      return Turn(text: text.isEmpty ? note("Written.") : text, isList: true)
    } catch let error as CommandError {
      return Turn(text: note(error.description))
    } catch {
      let lines = Explore.fullMessage(for: error).split(separator: "\n").prefix(2)
      let text = lines.map { note(String($0).replacing("Usage: explore ", with: "Usage: .")) }
      return Turn(text: text.joined())
    }
  }

  private mutating func evidenceBase() throws(CommandError) -> EvidenceBase {
    if let evidence { return evidence }
    let read = try EvidenceBase.open(corpusFolder)
    evidence = read
    return read
  }

  /// The words of a line; quotation marks hold several together.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if character == quote {
        words.append(word)
        (word, quote) = ("", nil)
      } else if quote == nil, word.isEmpty, "\"'".contains(character) {
        quote = character
      } else if quote == nil, character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
