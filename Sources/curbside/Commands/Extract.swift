internal import Answering
internal import ArgumentParser

/// Quantities of texts, and the polarity of a concept in each.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds quantities in texts and says whether a concept is affirmed or denied.",
    discussion: """
      Each line of standard input is {"id","text","concept"?}, each line of output \
      {"id","quantities":[{"start","end","low","high","unit","words"}],"polarity"}; offsets are bytes, and \
      the polarity is that of the concept's first mention. A bad line gets an error in its place, and the \
      batch goes on.
      """
  )

  @OptionGroup var corpus: CorpusOption

  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.")
  var batch = false

  func validate() throws {
    if !batch { throw ValidationError("extract reads standard input; add --batch.") }
  }

  func run() throws {
    let extractor = try TextExtractor(CorpusLocation.open(corpus.corpus))
    try LineBatch().run { line throws(BatchLineError) in
      do throws(ExtractRequestError) {
        return "\(extractor.json(try ExtractRequest(line: line)))\n"
      } catch {
        throw BatchLineError(id: error.id, message: error.description)
      }
    }
  }
}
