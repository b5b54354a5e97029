/// An earlier question without the words that ask: what it was about as a whole.
struct Restatement {
  let context: TurnContext

  private var cues: FollowUpCues { context.cues }

  /// What a question is about.
  func text(of question: String) -> String {
    let reading = context.resolver.read(question)
    let start = opening(of: reading)
    return start < reading.words.count ? reading.bare(from: start) : reading.bare()
  }

  /// The number of words at the beginning that ask: "how often do", "should", "what is".
  func opening(of reading: Utterance) -> Int {
    let words = reading.words
    var index = reading.body
    if index < words.count, words[index].part == .preposition, index + 1 < words.count,
      words[index + 1].part == .interrogative
    {
      index += 1
    }
    let asks = index
    if index < words.count, words[index].part == .interrogative {
      index += 1
      if index < words.count, cues.holds(words[index].lower, .degree) { index += 1 }
    }
    if index < words.count, words[index].part == .auxiliary { index += 1 }
    return index == asks ? reading.body : index
  }
}
