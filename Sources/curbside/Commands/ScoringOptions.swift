internal import ArgumentParser
internal import Retrieval

/// How a search weighs words, and whether it takes words from the best documents.
struct ScoringOptions: ParsableArguments {
  /// The names of the models.
  enum Scorer: String, ExpressibleByArgument, CaseIterable {
    case bm25
    case bm25f
    case tfidf = "tf-idf"
  }

  @Option(
    help: ArgumentHelp(
      "How words are weighed: bm25, bm25f (over title and text) or tf-idf.",
      valueName: "scorer"
    )
  )
  var scorer = Scorer.bm25

  @Option(help: ArgumentHelp("BM25: how soon further occurrences stop to count; 1.2."))
  var k1: Float?

  @Option(help: ArgumentHelp("BM25: how far length lowers a weight, 0 to 1; 0.75."))
  var b: Float?

  @Option(help: ArgumentHelp("BM25F: what a word in the title counts beside one in the text; 2."))
  var titleWeight: Float?

  @Option(
    help: ArgumentHelp(
      "Lines of an abbreviation, a tabulator and a meaning; each is searched for the other as well.",
      valueName: "file"
    )
  )
  var abbreviations: String?

  @Flag(help: "Search again with words of the best documents (RM3); needs stored texts.")
  var feedback = false

  @Option(help: ArgumentHelp("Documents that words are taken from, 1 to 100; 10.", valueName: "n"))
  var feedbackDocuments: Int?

  @Option(help: ArgumentHelp("The most words that are taken, 1 to 1000; 10.", valueName: "n"))
  var feedbackTerms: Int?

  @Option(
    help: ArgumentHelp("What the query's own words weigh beside them, 0 to 1; 0.5.", valueName: "w")
  )
  var feedbackWeight: Float?

  func validate() throws {
    if scorer == .tfidf, k1 != nil || b != nil {
      throw ValidationError("--k1 and --b go with --scorer bm25 and bm25f.")
    }
    if scorer != .bm25f, titleWeight != nil {
      throw ValidationError("--title-weight goes with --scorer bm25f.")
    }
    if let titleWeight, !(titleWeight >= 0 && titleWeight <= 100) {
      throw ValidationError("--title-weight takes a number from 0 to 100.")
    }
    if let k1, !(k1 > 0 && k1 <= 100) {
      throw ValidationError("--k1 takes a number above 0 and up to 100.")
    }
    if let b, !(0...1).contains(b) { throw ValidationError("--b takes a number from 0 to 1.") }
    if !feedback, feedbackDocuments != nil || feedbackTerms != nil || feedbackWeight != nil {
      throw ValidationError("--feedback-… goes with --feedback.")
    }
    if let feedbackDocuments, !(1...100).contains(feedbackDocuments) {
      throw ValidationError("--feedback-documents takes a number from 1 to 100.")
    }
    if let feedbackTerms, !(1...1000).contains(feedbackTerms) {
      throw ValidationError("--feedback-terms takes a number from 1 to 1000.")
    }
    if let feedbackWeight, !(0...1).contains(feedbackWeight) {
      throw ValidationError("--feedback-weight takes a number from 0 to 1.")
    }
  }

  /// The model with its parameters.
  var model: ScoringModel {
    switch scorer {
    case .bm25:
      var parameters = BM25Parameters()
      if let k1 { parameters.saturation = k1 }
      if let b { parameters.lengthNormalization = b }
      return .bm25(parameters)
    case .bm25f:
      var parameters = BM25FParameters()
      if let k1 { parameters.saturation = k1 }
      if let b { parameters.lengthNormalization = b }
      if let titleWeight { parameters.titleWeight = titleWeight }
      return .bm25f(parameters)
    case .tfidf: return .tfidf(PivotedParameters())
    }
  }

  /// The numbers of feedback; nil where none is asked for.
  var relevanceFeedback: RelevanceFeedback? {
    guard feedback else { return nil }
    var numbers = RelevanceFeedback()
    if let feedbackDocuments { numbers.documents = feedbackDocuments }
    if let feedbackTerms { numbers.terms = feedbackTerms }
    if let feedbackWeight { numbers.originalWeight = feedbackWeight }
    return numbers
  }
}
