internal import Answering
internal import Dialogue

/// Answers the lines of standard input one after the other; lines of one conversation share their
/// context.
struct AskBatch {
  let assistant: Assistant
  let limit: Int
  /// For whom; nil adds nothing.
  var audience: Audience?

  /// Writes a reply or an error for each line that is not blank.
  ///
  /// - Throws: `ExitCode` 65 at the end when there was a bad line, `CommandError` for input or output
  ///   that fails.
  func run() throws {
    var shelf = ConversationShelf()
    var cases = CaseConversations(assistant)
    // Single questions need no cues.
    var desk: ConversationDesk?
    let identifiers = assistant.identifiers
    try LineBatch().run { line throws(BatchLineError) in
      var request: AskRequest
      do throws(AskRequestError) {
        request = try AskRequest(line: line)
      } catch {
        throw BatchLineError(id: error.id, message: error.description)
      }
      let screened = identifiers.screen(request.question)
      request.question = screened.text
      var reply: Reply
      // A protocol without decisions has no cases; a fact that cannot be is answered as a question.
      let ofCase = request.conversation.flatMap { try? cases.reply(to: request.question, in: $0) }
      if let ofCase {
        reply = ofCase
      } else if let name = request.conversation {
        let prepared = desk ?? assistant.conversationDesk
        desk = prepared
        var conversation = Conversation(assistant, prepared, state: shelf[name])
        let patient = cases.evidenceWords(for: request.question, in: name)
        reply = conversation.ask(request.question, limit: limit, for: patient)
        shelf[name] = conversation.state
      } else {
        reply = assistant.answer(request.question, limit: limit)
      }
      reply.id = request.id
      reply.identifiers = screened.kinds
      if let audience { reply = assistant.explaining(reply, for: audience) }
      return "\(reply.json)\n"
    }
  }
}
