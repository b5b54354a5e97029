/// How a question is widened by the words of the documents that fit it best: RM3 (Lavrenko and Croft,
/// "Relevance-Based Language Models", SIGIR 2001; Abdul-Jaleel and others, "UMass at TREC 2004").
package struct RelevanceFeedback: Hashable, Sendable {
  /// So many of the best documents are taken for relevant.
  package var documents = 10
  /// The most terms that are taken from them.
  package var terms = 10
  /// What the question's own words weigh beside them, 0 to 1.
  package var originalWeight: Float = 0.5

  /// The usual numbers.
  package init() {}
}
