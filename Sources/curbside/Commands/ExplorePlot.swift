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

    @Option(help: ArgumentHelp("Write the picture to a file as SVG.", valueName: "file"))
    var svg: String?

    @Argument(help: "The words of the measure.")
    var measure: [String]

    func view(_ base: EvidenceBase) throws -> EvidenceView { try plot(base).view }

    func text(_ base: EvidenceBase, _ style: OutputStyle) throws -> String {
      let plot = try plot(base)
      if let svg {
        try OutputFile.write(PlotSVG(plot: plot).text, to: svg)
        return ""
      }
      guard options.chosen == .text else { return text(of: plot.view, base, style) }
      return PlotText(plot: plot, style: style).text
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
