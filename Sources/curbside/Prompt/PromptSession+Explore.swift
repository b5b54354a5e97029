internal import Answering
internal import ArgumentParser

extension PromptSession {
  /// Shows a view of the evidence, as `curbside explore` with the same words does.
  mutating func explore(_ command: String, _ argument: String) -> String {
    do {
      let words = [command] + Self.words(argument)
      guard let parsed = try Explore.parseAsRoot(words) as? any ViewCommand else {
        return note("Type .\(command) with what it asks for; .help lists the commands.")
      }
      let base = try evidenceBase()
      let text = try parsed.text(base, style)
      return text.isEmpty ? note("Written.") : text
    } catch let error as CommandError {
      return note(error.description)
    } catch {
      return Explore.fullMessage(for: error).split(separator: "\n").prefix(2)
        .map { note(String($0)) }.joined()
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
