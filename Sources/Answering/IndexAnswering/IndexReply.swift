/// A sentence of a document, byte for byte.
public struct IndexStatement: Hashable, Sendable {
  /// The sentence.
  public var text: String
  /// The document's id.
  public var document: String
  /// The document's number among the references of the reply.
  public var reference: Int
  /// Its bytes in the document's stored text.
  public var range: Range<Int>
  /// Comparable within one reply.
  public var score: Double
}

/// A document that is cited.
public struct IndexReference: Hashable, Sendable {
  /// The document's id.
  public var id: String
  /// Empty where it has none.
  public var title: String
}

/// The answer to a question out of an index.
public struct IndexReply: Hashable, Sendable {
  /// As given in a batch.
  public var id: String? = nil
  /// As typed.
  public var question: String
  /// Estimated probability that the index covers the question, 0 to 1.
  public var confidence: Double = 0
  /// Best first; none when the question is refused.
  public var statements: [IndexStatement] = []
  /// In the order of their numbers, which count from 1.
  public var references: [IndexReference] = []
  /// Words of the question, as typed, that no document has.
  public var unknownWords: [String] = []
  /// A word of the question, as typed, that documents have, but none near the others; nil where that is
  /// not why it is refused.
  public var separateWord: String?
  /// The documents that come nearest to a question that is refused.
  public var nearest: [IndexReference] = []
  /// Documents of the index.
  public var documentCount: Int

  /// Answered or not covered.
  public var status: ReplyStatus { statements.isEmpty ? .notCovered : .answered }
}

extension IndexReply {
  /// The reply as one line of JSON of the schema `curbside.reply/1`, without a line end.
  ///
  /// What an index does not have is null or empty: claims, links, and the identity of a corpus.
  public var json: String {
    var writer = JSONWriter()
    writer.object { reply in
      reply.key("schema")
      reply.string("curbside.reply/1")
      if let id {
        reply.key("id")
        reply.string(id)
      }
      reply.key("question")
      reply.string(question)
      reply.key("resolved")
      reply.string(question)
      reply.emptyArray("carried")
      reply.key("status")
      reply.string(status.rawValue)
      reply.key("confidence")
      reply.number(confidence)
      reply.key("statements")
      reply.array(statements) { $1.write(to: &$0) }
      reply.emptyArray("disagreements")
      reply.key("references")
      reply.array(Array(references.enumerated())) {
        $1.element.write(to: &$0, number: $1.offset + 1)
      }
      reply.key("case")
      reply.null()
      reply.emptyArray("suggestions")
      writeCorpus(to: &reply)
      writeRefusal(to: &reply)
      reply.emptyArray("corrections")
    }
    return writer.text
  }

  private func writeCorpus(to writer: inout JSONWriter) {
    writer.key("corpus")
    writer.object {
      for key in ["protocol", "version", "lastUpdated", "reviewStatus", "digest"] {
        $0.key(key)
        $0.null()
      }
      $0.key("documents")
      $0.number(documentCount)
    }
  }

  private func writeRefusal(to writer: inout JSONWriter) {
    writer.key("refusal")
    guard status == .notCovered else { return writer.null() }
    writer.object {
      $0.key("unknownWords")
      $0.array(unknownWords) { $0.string($1) }
      $0.emptyArray("neighbouringTopics")
      $0.key("nearestSections")
      $0.array(nearest) { $0.string($1.title.isEmpty ? $1.id : $1.title) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func emptyArray(_ name: String) {
    key(name)
    array { _ in }
  }
}

extension IndexStatement {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("text")
      $0.string(text)
      $0.key("claim")
      $0.null()
      $0.key("kind")
      $0.string("passage")
      $0.key("citations")
      $0.array { $0.string(document) }
      $0.key("span")
      $0.object {
        $0.key("file")
        $0.string(document)
        $0.key("start")
        $0.number(range.lowerBound)
        $0.key("end")
        $0.number(range.upperBound)
      }
      $0.key("score")
      $0.number(score)
    }
  }
}

extension IndexReference {
  fileprivate func write(to writer: inout JSONWriter, number: Int) {
    writer.object {
      $0.key("number")
      $0.number(number)
      $0.key("id")
      $0.string(id)
      $0.key("text")
      $0.string(title)
      $0.key("kind")
      $0.string("document")
      $0.key("url")
      $0.string("")
    }
  }
}
