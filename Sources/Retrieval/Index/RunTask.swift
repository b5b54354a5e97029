internal import Synchronization

/// Brings a chunk of documents, or a part of it, into runs on a thread of its own.
final class RunTask {
  /// A segment that was written and has no number yet.
  struct Run: Sendable {
    var path: String
    var documentCount: Int
    var tokenCount: Int
  }

  /// What a thread needs to know.
  struct Job: Sendable {
    var chunk: DocumentChunk
    /// The documents of the chunk that are added.
    var documents: Range<Int>
    var words: IndexedWords
    var options: DirectoryWriter.Options
    /// How many bytes a run may take.
    var memory: Int
    /// What the paths of its runs begin with.
    var path: String

    fileprivate func runs() throws(IndexError) -> [Run] {
      // Of its own: threads that count references to the same tables would wait for each other.
      let analysis = WordAnalysis(words)
      var runs: [Run] = []
      var run = RunBuilder(
        analysis: analysis,
        keepsTexts: options.keepsTexts,
        keepsPositions: options.keepsPositions
      )
      for document in documents {
        chunk.add(document, to: &run)
        if run.size > memory || document == documents.upperBound - 1 {
          let path = "\(path)-\(runs.count).segment"
          try run.write(to: path)
          runs.append(
            Run(path: path, documentCount: run.documentCount, tokenCount: run.tokenCount)
          )
          run.removeAll()
        }
      }
      return runs
    }
  }

  private final class Outcome: Sendable {
    let value = Mutex<Result<[Run], IndexError>>(.success([]))
  }

  private let outcome = Outcome()
  private let thread: SystemThread

  /// Starts.
  ///
  /// - Throws: `IndexError.unwritable` when the system gives no thread.
  init(_ job: Job) throws(IndexError) {
    let outcome = outcome
    thread = try IndexError.writing { () throws(SystemError) in
      try SystemThread {
        let result = Result { () throws(IndexError) in try job.runs() }
        outcome.value.withLock { $0 = result }
      }
    }
  }

  /// Waits for the end.
  ///
  /// - Returns: The runs in the order of their documents.
  func finish() throws(IndexError) -> [Run] {
    thread.join()
    return try outcome.value.withLock { $0 }.get()
  }
}
