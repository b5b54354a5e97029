/// Brings documents into runs on several threads, while they are being read on another.
///
/// Each thread takes documents that follow each other, so that the index is the same whatever the
/// number of threads.
struct RunPool {
  private let words: IndexedWords
  private let options: DirectoryWriter.Options
  private let folder: String
  private var chunk = DocumentChunk()
  /// Those that run, the oldest first.
  private var tasks: [RunTask] = []
  private var taskCount = 0
  private var runs: [RunTask.Run] = []

  /// A run takes about so many times the bytes of its chunk.
  private static let growth = 4
  /// Fewer bytes are not worth a thread.
  private static let leastChunk = 1 << 18

  init(_ words: IndexedWords, _ options: DirectoryWriter.Options, folder: String) {
    self.words = words
    self.options = options
    self.folder = folder
  }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - record: The document.
  ///   - memory: Bytes for all that is being collected.
  /// - Throws: What a thread could not write.
  mutating func add(_ record: DocumentRecord, memory: Int) throws(IndexError) {
    chunk.append(record)
    let share = memory / (options.threads * (Self.growth + 1) + 1)
    guard chunk.size > share else { return }
    try start(0..<chunk.count, memory: Self.growth * share)
    chunk.removeAll()
  }

  /// Waits for all threads.
  ///
  /// - Returns: The runs in the order of their documents.
  /// - Throws: What a thread could not write.
  mutating func finish(memory: Int) throws(IndexError) -> [RunTask.Run] {
    let share = memory / (options.threads * (Self.growth + 1) + 1)
    let parts = max(1, min(options.threads, chunk.size / Self.leastChunk))
    for part in 0..<parts where chunk.count > 0 {
      let documents = chunk.count * part / parts..<chunk.count * (part + 1) / parts
      try start(documents, memory: Self.growth * share)
    }
    chunk.removeAll()
    while !tasks.isEmpty { try finishOldest() }
    return runs
  }

  private mutating func start(_ documents: Range<Int>, memory: Int) throws(IndexError) {
    if tasks.count == options.threads { try finishOldest() }
    taskCount += 1
    tasks.append(
      try RunTask(
        RunTask.Job(
          chunk: chunk,
          documents: documents,
          words: words,
          options: options,
          memory: memory,
          path: "\(folder)/part-\(taskCount)"
        )
      )
    )
  }

  private mutating func finishOldest() throws(IndexError) {
    runs += try tasks.removeFirst().finish()
  }
}
