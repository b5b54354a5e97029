internal import ArgumentParser
internal import Retrieval

/// Where words that searching treats on their own are listed, and how texts are kept.
struct IndexOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Memory for collecting, such as 256M or 2G.", valueName: "size"))
  var memory = MemorySize(bytes: 256 << 20)

  @Option(
    help: ArgumentHelp(
      "Threads that analyse documents, 0 for as many as can run at once; the index is the same.",
      valueName: "n"
    )
  )
  var threads = 0

  @Flag(
    inversion: .prefixedNo,
    help: """
      Store the texts, for phrases, fields, snippets and answers: by default, or as the index does that \
      documents are added to.
      """
  )
  var text: Bool?

  @Flag(inversion: .prefixedNo, help: "Store the order of words, to rank by proximity; likewise.")
  var positions: Bool?

  @Option(
    help: ArgumentHelp(
      "What all inputs are: jsonl, markdown, text, nbib, ris or csl; else by name and content.",
      valueName: "kind"
    )
  )
  var kind: DocumentKind?

  private static let mostThreads = 64

  func validate() throws {
    guard (0...Self.mostThreads).contains(threads) else {
      throw ValidationError("--threads is a number from 0 to \(Self.mostThreads)")
    }
  }

  /// What the writer needs to know.
  ///
  /// - Parameter present: The index that is added to; nil for a new one.
  /// - Returns: What was asked for, and for the rest what that index does.
  func options(addingTo present: DirectoryReader? = nil) -> DirectoryWriter.Options {
    var options = DirectoryWriter.Options()
    options.memory = memory.bytes
    options.threads =
      threads > 0 ? threads : min(DirectoryWriter.Options.processors, Self.mostThreads)
    options.keepsTexts = text ?? present?.hasTexts ?? true
    options.keepsPositions = positions ?? present?.hasPositions ?? true
    return options
  }
}

extension DocumentKind: ExpressibleByArgument {}

extension ImportReport {
  /// Says on standard error what was passed over.
  func tell() {
    if skippedFiles > 0 {
      StandardError.report(
        "passed over \(skippedFiles) files that are hidden or of no known kind; name one to index it"
      )
    }
    if repeated > 0 {
      StandardError.report("passed over \(repeated) documents whose id came before")
    }
  }
}
