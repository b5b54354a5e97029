internal import Answering
internal import Retrieval

/// A document that a search found, with what is shown of it.
struct FoundDocument {
  var identifier: String
  var score: Float
  /// Nil where texts are not stored.
  var stored: StoredDocument?
  /// Of the stored text.
  var snippet: Snippet?
  var shares: ScoreShares?

  /// Looks up what is shown of each hit.
  ///
  /// - Parameters:
  ///   - hits: What was found.
  ///   - terms: The query's, with what each counts.
  ///   - reader: The index.
  /// - Returns: In the order of the hits.
  /// - Throws: `IndexError`.
  static func documents(
    _ hits: [Hit],
    terms: [WeightedTerm],
    _ reader: DirectoryReader
  ) throws(IndexError) -> [FoundDocument] {
    let maker = SnippetMaker(reader.analysis, terms: terms)
    var documents: [FoundDocument] = []
    for hit in hits {
      let identifier = String(decoding: try reader.identifier(of: hit.document), as: UTF8.self)
      var document = FoundDocument(identifier: identifier, score: hit.score)
      document.stored = try reader.document(hit.document)
      document.snippet = document.stored.map { maker.snippet(of: $0.text) }
      documents.append(document)
    }
    return documents
  }
}

/// What was found, as one line of JSON of the schema `curbside.search/1`.
struct SearchJSON {
  let query: String
  let documents: [FoundDocument]

  /// Without a line end; keys stand in a fixed order.
  var text: String {
    var writer = JSONWriter()
    writer.object {
      $0.key("schema")
      $0.string("curbside.search/1")
      $0.key("query")
      $0.string(query)
      $0.key("hits")
      $0.array(documents) { write($1, to: &$0) }
    }
    return writer.text
  }

  private func write(_ document: FoundDocument, to writer: inout JSONWriter) {
    writer.object {
      $0.key("id")
      $0.string(document.identifier)
      $0.key("score")
      $0.number(digits: "\(document.score)")
      $0.key("title")
      if let stored = document.stored { $0.string(stored.title) } else { $0.null() }
      $0.key("snippet")
      if let stored = document.stored, let snippet = document.snippet {
        write(snippet, of: stored.text, to: &$0)
      } else {
        $0.null()
      }
      if let shares = document.shares {
        $0.key("explanation")
        write(shares, to: &$0)
      }
    }
  }

  private func write(_ snippet: Snippet, of text: String, to writer: inout JSONWriter) {
    writer.object {
      $0.key("text")
      $0.string(String(decoding: Array(text.utf8)[snippet.range], as: UTF8.self))
      $0.key("start")
      $0.number(snippet.range.lowerBound)
      $0.key("end")
      $0.number(snippet.range.upperBound)
      $0.key("marks")
      $0.array(snippet.marks) { writer, mark in
        writer.array {
          $0.number(mark.lowerBound)
          $0.number(mark.upperBound)
        }
      }
    }
  }

  private func write(_ shares: ScoreShares, to writer: inout JSONWriter) {
    writer.object {
      $0.key("terms")
      $0.array(shares.shares) { writer, share in
        writer.object {
          $0.key("term")
          $0.string(String(decoding: share.term, as: UTF8.self))
          $0.key("frequency")
          $0.number(share.frequency)
          $0.key("documents")
          $0.number(share.documentFrequency)
          $0.key("steps")
          $0.number(share.steps)
        }
      }
      $0.key("stepsPerPoint")
      $0.number(digits: "\(shares.scale)")
      $0.key("termScore")
      $0.number(digits: "\(shares.termScore)")
      $0.key("proximity")
      $0.number(digits: "\(shares.proximity)")
    }
  }
}
