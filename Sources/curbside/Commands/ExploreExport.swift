internal import Answering
internal import ArgumentParser

extension Explore {
  /// The whole evidence in a file.
  struct Export: EvidenceCommand {
    /// What can be exported.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
      case html
    }

    static let configuration = CommandConfiguration(
      abstract: "Writes the protocol with its evidence as one page that needs no network."
    )

    @OptionGroup var place: CorpusOption

    @Argument(help: "What to write: html.")
    var kind: Kind

    @Argument(help: "The file, or - for standard output.", completion: .file())
    var file: String

    /// The page holds the glossary for everybody.
    var audience: Audience? { nil }

    var form: OutputStyle.Form { .screen }

    func text(_ base: EvidenceBase, _ showing: ViewShowing) throws -> String {
      let page = ProtocolPage(base: base).text
      if file == "-" { return page }
      try OutputFile.write(page, to: file)
      return ""
    }
  }
}
