internal import Answering
internal import ArgumentParser
internal import Evidence
internal import Retrieval

/// How well answering out of an index tells questions that it covers from others.
struct IndexMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measures how well an index refuses questions that it does not cover.",
    discussion: """
      Files of questions are JSON Lines with "_id" and "text". Prints the share of each file that is \
      answered, and how often a covered question gets the higher probability than another (AUC).
      """
  )

  @Argument(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var folder: String

  @Option(
    help: ArgumentHelp("Questions that the index covers.", valueName: "file"),
    completion: .file()
  )
  var covered: String

  @Option(
    help: ArgumentHelp("Questions that it does not cover.", valueName: "file"),
    completion: .file()
  )
  var other: [String]

  @Flag(help: "Print the measures of each question as well, for fitting.")
  var features = false

  @OptionGroup var corpus: CorpusOption

  func run() throws {
    let ask = IndexAsk(
      index: folder,
      corpus: corpus.corpus,
      form: .screen,
      isJSON: false,
      limit: 1
    )
    var assistant = try ask.open()
    let inside = try measures(of: covered, &assistant)
    var lines = inside.lines("covered", covered, features)
    for file in other {
      let outside = try measures(of: file, &assistant)
      lines += outside.lines("other", file, features)
      lines.append("auc  \(Self.percent(inside.auc(against: outside))) %  \(file)")
    }
    var output = StandardOutput()
    for line in lines { try output.write("\(Sanitizer.visible(line))\n") }
    try output.flush()
  }

  private func measures(
    of path: String,
    _ assistant: inout IndexAssistant
  ) throws -> Measures {
    try IndexFailure.reported(folder) {
      var source = try JSONLinesSource(path: path)
      var record = DocumentRecord()
      var measures = Measures()
      while try source.next(&record) {
        let question = String(decoding: record.text, as: UTF8.self)
        let reply = try assistant.answer(question, limit: 1)
        measures.probabilities.append(reply.confidence)
        measures.coverages.append(try assistant.coverage(of: question))
        if reply.status == .answered { measures.answered += 1 }
      }
      return measures
    }
  }

  fileprivate static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// What came of the questions of one file.
private struct Measures {
  var probabilities: [Double] = []
  var coverages: [IndexCoverage] = []
  var answered = 0

  func lines(_ label: String, _ path: String, _ features: Bool) -> [String] {
    let share = probabilities.isEmpty ? 0 : Double(answered) / Double(probabilities.count)
    let counts = "\(answered) of \(probabilities.count)"
    var lines = ["\(label)  answered \(IndexMeasure.percent(share)) % (\(counts))  \(path)"]
    if features {
      lines += coverages.map { "\(label)  \($0.window) \($0.document) \($0.unknown) \($0.score)" }
    }
    return lines
  }

  /// The share of pairs in which a question of this file has the higher probability; equals count half.
  func auc(against other: Measures) -> Double {
    var sum = 0.0
    for first in probabilities {
      for second in other.probabilities {
        sum += first > second ? 1 : first == second ? 0.5 : 0
      }
    }
    return sum / Double(max(1, probabilities.count * other.probabilities.count))
  }
}
