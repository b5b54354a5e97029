/// Tells from its cues how a turn leans on earlier ones.
struct IntentClassifier {
  let cues: FollowUpCues

  /// Whether a turn is nothing but thanks.
  func isCourtesy(_ turn: Utterance) -> Bool {
    turn.words.count > 0 && cues.length(of: .thanks, in: turn.words, at: 0) == turn.words.count
  }

  /// How a turn leans on earlier ones by its words alone, with the place where what it adds begins;
  /// `nil` where only its syntax can tell.
  func intent(of turn: Utterance) -> (intent: Intent, start: Int)? {
    let words = turn.words
    if let start = correctionStart(turn) { return (.correction, start) }
    let body = turn.body
    guard body < words.count else { return nil }
    for start in Set([0, body]).sorted() {
      let length = cues.length(of: .whatAbout, in: words, at: start)
      if length > 0 { return (.whatAbout, start + length) }
    }
    if cues.length(of: .source, in: words, at: body) > 0 { return (.source, body) }
    if cues.length(of: .why, in: words, at: body) > 0 { return (.why, body) }
    return nil
  }

  /// Where what is meant instead begins: "sorry, I meant X", "X, I mean".
  private func correctionStart(_ turn: Utterance) -> Int? {
    for start in 0...turn.body where start < turn.words.count {
      let length = cues.length(of: .correction, in: turn.words, at: start)
      if length > 0 { return start + length }
    }
    return nil
  }

  /// The number of words of a correction mark at the end of a turn.
  func correctionTail(_ turn: Utterance) -> Int {
    for length in stride(from: min(5, turn.words.count - 1), through: 1, by: -1) {
      let start = turn.words.count - length
      if cues.length(of: .correctionEnd, in: turn.words, at: start) == length { return length }
    }
    return 0
  }
}
