internal import Answering
internal import ArgumentParser

extension Explore {
  /// The whole evidence in a file.
  struct Export: ViewCommand {
    /// What can be exported.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
      case html
    }

    static let configuration = CommandConfiguration(
      abstract: "Writes the protocol with its evidence as one page that needs no network."
    )

    @OptionGroup var options: ViewOptions

    @Argument(help: "What to write: html.")
    var kind: Kind

    @Argument(help: "The file, or - for standard output.")
    var file: String

    func view(_ base: EvidenceBase) throws -> EvidenceView { base.topics }

    func text(_ base: EvidenceBase, _ style: OutputStyle) throws -> String {
      let page = ProtocolPage(base: base).text
      if file == "-" { return page }
      try OutputFile.write(page, to: file)
      return ""
    }
  }
}
