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
  /// Fewer bytes of what is left at the end are not worth a thread.
  private static let leastChunk = 1 << 18
  /// Rather than bring fewer bytes into a run, and so have many runs to merge, fewer threads are used.
  private static let leastShare = 1 << 21

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
    let (threads, share) = division(of: memory)
    guard chunk.size > share else { return }
    try start(0..<chunk.count, memory: Self.growth * share, threads)
    chunk.removeAll()
  }

  /// How many threads share the memory, and how many bytes of documents each is given.
  private func division(of memory: Int) -> (threads: Int, share: Int) {
    let each = Self.growth + 1
    let threads = max(1, min(options.threads, memory / (each * Self.leastShare)))
    return (threads, memory / (threads * each + 1))
  }

  /// Waits for all threads.
  ///
  /// - Returns: The runs in the order of their documents.
  /// - Throws: What a thread could not write.
  mutating func finish(memory: Int) throws(IndexError) -> [RunTask.Run] {
    let (threads, share) = division(of: memory)
    let parts = max(1, min(threads, chunk.size / Self.leastChunk))
    for part in 0..<parts where chunk.count > 0 {
      let documents = chunk.count * part / parts..<chunk.count * (part + 1) / parts
      try start(documents, memory: Self.growth * share, threads)
    }
    chunk.removeAll()
    while !tasks.isEmpty { try finishOldest() }
    return runs
  }

  private mutating func start(
    _ documents: Range<Int>,
    memory: Int,
    _ threads: Int
  ) throws(IndexError) {
    while tasks.count >= threads { try finishOldest() }
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
