/// What can stand at the end of a line that is being typed.
struct Completion: Sendable {
  /// Dot-commands, with their dot.
  let commands: [String]
  /// Terms of the glossary and other names, of one word or more.
  let words: [String]

  /// The ways to complete the word at the end of a line.
  ///
  /// - Parameters:
  ///   - word: What was typed of it; may be empty.
  ///   - head: What stands before it in the line.
  /// - Returns: Whole words, or the rest of a term of several words that `head` begins; sorted.
  func matches(of word: String, after head: String) -> [String] {
    if head.isEmpty, word.hasPrefix(".") {
      return commands.filter { $0.hasPrefix(word) }.sorted()
    }
    let before = head.split(separator: " ").suffix(4).map(String.init)
    var found: Set<String> = []
    for count in stride(from: before.count, through: 0, by: -1) {
      let typed = (before.suffix(count) + [word]).joined(separator: " ").lowercased()
      if typed.isEmpty { continue }
      for candidate in words where candidate.lowercased().hasPrefix(typed) {
        let rest = candidate.split(separator: " ").dropFirst(count).joined(separator: " ")
        if !rest.isEmpty { found.insert(rest) }
      }
      if !found.isEmpty { break }
    }
    return found.sorted()
  }

  /// The longest beginning that all matches share whatever their case; `nil` without a match.
  static func commonPrefix(_ matches: [String]) -> String? {
    guard var prefix = matches.first else { return nil }
    for match in matches.dropFirst() {
      let shared = zip(prefix, match).prefix { $0.lowercased() == $1.lowercased() }.count
      prefix = String(prefix.prefix(shared))
    }
    return prefix
  }
}
