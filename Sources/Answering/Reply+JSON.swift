internal import Evidence

extension Reply {
  /// The reply as one line of JSON of the schema `curbside.reply/1`, without a line end.
  ///
  /// Keys stand in a fixed order and nothing in it changes from run to run.
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
      reply.string(resolved)
      reply.key("carried")
      reply.array(carried) { $0.string($1) }
      reply.key("status")
      reply.string(status.rawValue)
      reply.key("confidence")
      reply.number(confidence)
      reply.key("statements")
      reply.array(statements) { $1.write(to: &$0) }
      reply.key("disagreements")
      reply.array(disagreements) { writer, claims in
        writer.object {
          $0.key("claims")
          $0.array(claims) { $0.string($1) }
        }
      }
      reply.key("references")
      reply.array(references) { $1.write(to: &$0) }
      reply.key("case")
      if let report = self.case { report.write(to: &reply) } else { reply.null() }
      reply.key("suggestions")
      reply.array(suggestions) { $0.string($1) }
      reply.key("corpus")
      corpus.write(to: &reply)
      reply.key("refusal")
      write(refusal, to: &reply)
      reply.key("corrections")
      reply.array(corrections) { writer, correction in
        writer.object {
          $0.key("from")
          $0.string(correction.from)
          $0.key("to")
          $0.string(correction.to)
        }
      }
      if let words { words.write(to: &reply) }
    }
    return writer.text
  }

  private func write(_ refusal: Refusal?, to writer: inout JSONWriter) {
    guard let refusal else { return writer.null() }
    writer.object {
      $0.key("unknownWords")
      $0.array(refusal.unknownWords) { $0.string($1) }
      $0.key("neighbouringTopics")
      $0.array(refusal.neighbouringTopics) { $0.string($1) }
      $0.key("nearestSections")
      $0.array(refusal.nearestSections) { $0.string($1) }
    }
  }
}

extension ReplyWords {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.key("audience")
    writer.string(audience.rawValue)
    writer.key("terms")
    writer.array(terms) { writer, term in
      writer.object {
        $0.key("term")
        $0.string(term.term)
        $0.key("abbreviations")
        $0.array(term.abbreviations) { $0.string($1) }
        $0.key("definition")
        $0.string(term.definition)
      }
    }
  }
}

extension Statement {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("text")
      $0.string(text)
      $0.key("claim")
      $0.string(claim)
      $0.key("kind")
      $0.string(kind.rawValue)
      $0.key("citations")
      $0.array(citations) { $0.string($1) }
      $0.key("span")
      $0.object {
        $0.key("file")
        $0.string(span.file)
        $0.key("start")
        $0.number(span.start)
        $0.key("end")
        $0.number(span.end)
      }
      $0.key("score")
      $0.number(score)
    }
  }
}

extension NumberedReference {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("number")
      $0.number(number)
      $0.key("id")
      $0.string(id)
      $0.key("text")
      $0.string(text)
      $0.key("kind")
      $0.string(kind.rawValue)
      $0.key("url")
      $0.string(url)
      if let retraction {
        $0.key("retraction")
        $0.string(retraction)
      }
    }
  }
}

extension CorpusIdentity {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("protocol")
      $0.string(protocolID)
      $0.key("version")
      $0.string(version)
      $0.key("lastUpdated")
      $0.string(lastUpdated)
      $0.key("reviewStatus")
      $0.string(reviewStatus.rawValue)
      $0.key("digest")
      $0.string(digest)
    }
  }
}
