internal import Answering
internal import Evidence
internal import Retrieval

/// A question to any index, or a batch of them.
struct IndexAsk {
  /// The folder of the index.
  var index: String
  /// The value of `--corpus`, whose lexicon says when a question is refused.
  var corpus: String?
  var form: OutputStyle.Form
  var isJSON: Bool
  /// The most statements in an answer.
  var limit: Int

  /// Answers a question, and writes the answer.
  ///
  /// - Throws: `ExitCode` for what is not an answer, `CommandError` for what went wrong.
  func run(_ question: String) throws {
    var assistant = try open()
    let reply = try IndexFailure.reported(index) { try assistant.answer(question, limit: limit) }
    var output = StandardOutput()
    if isJSON {
      try output.write("\(reply.json)\n")
    } else {
      try output.write(IndexReplyRenderer(style: .standardOutput(form)).render(reply))
    }
    try output.flush()
    try ExitStatus(reply.status).end()
  }

  /// Answers the lines of standard input, each for itself.
  func runBatch() throws {
    var assistant = try open()
    try LineBatch().run { line throws(BatchLineError) in
      let request: AskRequest
      do throws(AskRequestError) {
        request = try AskRequest(line: line)
      } catch {
        throw BatchLineError(id: error.id, message: error.description)
      }
      do throws(IndexError) {
        var reply = try assistant.answer(request.question, limit: limit)
        reply.id = request.id
        return "\(reply.json)\n"
      } catch {
        throw BatchLineError(id: request.id, message: "the index \(error.description)")
      }
    }
  }

  /// Opens the index.
  ///
  /// - Throws: `CommandError`.
  func open() throws -> IndexAssistant {
    let lexicon = try CorpusLocation.find(corpus)
    let numbers: IndexAnsweringNumbers
    let everyday: EverydayWords
    do throws(CorpusError) {
      numbers = try IndexAnsweringNumbers.read("\(lexicon)/lexicon/index-answering.yaml")
      everyday = try EverydayWords.read("\(lexicon)/lexicon/everyday-words.yaml")
    } catch {
      throw CommandError.brokenCorpus(error.issues)
    }
    return try IndexFailure.reported(index) {
      try IndexAssistant(DirectoryReader(path: index), numbers, everyday)
    }
  }
}
