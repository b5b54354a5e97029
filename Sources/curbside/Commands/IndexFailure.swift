internal import Retrieval

/// Errors of the index as errors of the command.
enum IndexFailure {
  /// Runs what works on an index.
  ///
  /// - Parameters:
  ///   - folder: Named in the message.
  ///   - body: What to run.
  /// - Returns: What `body` gives.
  /// - Throws: `CommandError`.
  static func reported<R>(_ folder: String, _ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as IndexError {
      throw CommandError.index(folder: folder, error)
    } catch let error as SourceError {
      throw CommandError.source(error)
    }
  }
}
