internal import Answering
internal import ArgumentParser

/// The turns of conversations made to stand alone.
struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the turns of conversations stand alone.",
    discussion: """
      Each line of standard input is {"id","turns":["…"]}, each line of output {"id","resolved":["…"]}. \
      A bad line gets an error in its place, and the batch goes on.
      """
  )

  @OptionGroup var corpus: CorpusOption

  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.")
  var batch = false

  func validate() throws {
    if !batch { throw ValidationError("resolve reads standard input; add --batch.") }
  }

  func run() throws {
    let resolver = try CorpusLocation.open(corpus.corpus).followUps
    try LineBatch().run { line throws(BatchLineError) in
      do throws(ResolveRequestError) {
        return "\(try ResolveRequest(line: line).reply(resolver))\n"
      } catch {
        throw BatchLineError(id: error.id, message: error.description)
      }
    }
  }
}
