internal import Answering
internal import ArgumentParser

extension Explore {
  /// All values of one measure, drawn.
  struct Plot: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draws all values of a measure by source, in the terminal or as SVG.",
      discussion: """
        A measure is found by its words: “sensitivity”, “complete pathological response”, “hazard \
        ratio overall survival”. Values of one unit share an axis; nothing is pooled.
        """
    )

    @OptionGroup var options: ViewOptions

    @Option(
      help: ArgumentHelp("Write the picture to a file as SVG.", valueName: "file"),
      completion: .file()
    )
    var svg: String?

    @Argument(help: "The words of the measure.")
    var measure: [String]

    func view(_ base: EvidenceBase) throws -> EvidenceView { try plot(base).view }

    func text(_ base: EvidenceBase, _ showing: ViewShowing) throws -> String {
      let plot = try plot(base)
      if let svg {
        try OutputFile.write(PlotSVG(plot: plot).text, to: svg)
        return ""
      }
      guard options.chosen == .text else { return text(of: plot.view, base, showing) }
      let words = showing.explained(plot.view).tables.last.flatMap { $0.id == "words" ? $0 : nil }
      return PlotText(plot: plot, style: showing.style).text
        + (words.map { "\n" + ViewText.text(of: $0, showing.style) } ?? "")
    }

    private func plot(_ base: EvidenceBase) throws -> MeasurePlot {
      let words = measure.joined(separator: " ")
      guard let plot = base.plot(words) else {
        throw CommandError.unknownEvidence(.measure, words, near: [])
      }
      return plot
    }
  }
}
