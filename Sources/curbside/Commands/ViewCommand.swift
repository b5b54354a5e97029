internal import Answering
internal import ArgumentParser
internal import Evidence

/// A command that shows something of the evidence, on the command line and at the prompt.
protocol EvidenceCommand: ParsableCommand {
  /// Where the evidence is read from; the prompt has read it already.
  var place: CorpusOption { get }

  /// For whom it is shown; nil where nothing is said.
  var audience: Audience? { get }

  /// How text is laid out on the command line.
  var form: OutputStyle.Form { get }

  /// What is written, with line ends; empty where a file was written instead.
  ///
  /// - Throws: `CommandError` for a name that the evidence does not know.
  func text(_ base: EvidenceBase, _ showing: ViewShowing) throws -> String
}

extension EvidenceCommand {
  func run() throws { try show() }

  /// Writes to standard output.
  ///
  /// - Throws: As `text(_:_:)`, and `CommandError` for output that fails.
  func show() throws {
    let base = try EvidenceBase.open(place.corpus)
    var showing = ViewShowing(style: .standardOutput(form))
    if let audience {
      showing.reader = (assistant: try CorpusLocation.open(place.corpus), audience: audience)
    }
    var output = StandardOutput()
    try output.write(text(base, showing))
    try output.flush()
  }
}

/// A command that gives one view of the evidence.
protocol ViewCommand: EvidenceCommand {
  var options: ViewOptions { get }

  /// What the command shows.
  ///
  /// - Throws: `CommandError` for a name that the evidence does not know.
  func view(_ base: EvidenceBase) throws -> EvidenceView
}

extension ViewCommand {
  var place: CorpusOption { options.corpus }

  var audience: Audience? { options.reader.audience?.kind }

  var form: OutputStyle.Form { options.form.form }

  func text(_ base: EvidenceBase, _ showing: ViewShowing) throws -> String {
    text(of: try view(base), base, showing)
  }

  /// The view in the form asked for, with line ends.
  func text(of view: EvidenceView, _ base: EvidenceBase, _ showing: ViewShowing) -> String {
    options.chosen.text(of: showing.explained(view), base.identity, showing.style)
  }
}

/// How a view is shown.
struct ViewShowing {
  /// How text is laid out.
  var style: OutputStyle
  /// For whom terms are explained, and who knows them; nil explains nothing.
  var reader: (assistant: Assistant, audience: Audience)?

  /// A view with what its reader wants explained.
  func explained(_ view: EvidenceView) -> EvidenceView {
    guard let reader else { return view }
    return reader.assistant.explaining(view, for: reader.audience)
  }
}

extension EvidenceBase {
  /// Reads the corpus that `CorpusLocation` finds.
  ///
  /// - Throws: `CommandError`, with every issue of a broken corpus.
  static func open(_ option: String?) throws(CommandError) -> EvidenceBase {
    let root = try CorpusLocation.find(option)
    do throws(CorpusError) {
      return try EvidenceBase.read(corpus: root)
    } catch {
      throw .brokenCorpus(error.issues)
    }
  }
}
