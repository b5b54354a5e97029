/// The way from a text to the terms of an index, the same for passages and questions.
public struct Analyzer: Sendable {
  /// Changes with every release that turns some text into other tokens.
  private static let version = "TextAnalysis 1"

  private let tokenizer: Tokenizer
  private let filters: [any TokenFilter]

  /// Identifies the analysis, so that an index made by another one is refused.
  ///
  /// FNV-1a, 64 bits (Fowler, Noll and Vo), over the version of this module and the given seed.
  public let fingerprint: UInt64

  /// Makes an analyzer.
  ///
  /// - Parameters:
  ///   - tokenizer: Cuts the text into words.
  ///   - filters: The steps after it, in order.
  ///   - fingerprintSeed: Names whatever the filters depend on: their order, word lists, units.
  public init(
    tokenizer: Tokenizer = Tokenizer(),
    filters: [any TokenFilter],
    fingerprintSeed: String
  ) {
    self.tokenizer = tokenizer
    self.filters = filters
    fingerprint = Self.fnv1a(Self.version + "\0" + fingerprintSeed)
  }

  /// The terms of a text, with the places they come from.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, with the filters of this module.
  public func analyze(_ text: String) -> [Token] {
    filters.reduce(tokenizer.tokenize(text)) { tokens, filter in filter.filter(tokens) }
  }

  private static func fnv1a(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }
}
