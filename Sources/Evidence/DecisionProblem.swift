/// What can be wrong with a protocol's decision model.
public enum DecisionProblem: Hashable, Sendable {
  /// The model cannot be used at all; the element and what is wrong with it.
  case brokenModel(String)
  /// An expression cannot be parsed.
  case unreadableExpression(String, complaint: String)
  /// A finding of the analysis of a decision table.
  case table(String)
  /// A rule, or an entry of `notEncoded`, names a claim that stands in no text.
  case unwrittenClaim(String, namedBy: String)
  /// A rule that decides something names no claim.
  case ruleWithoutClaim(rule: String)
  /// A rule that decides something has no sentence for the clinician.
  case ruleWithoutSentence(rule: String)
  /// A sentence reads a name that is neither a fact nor a decision, or its expression cannot be parsed.
  case unreadableSentence(rule: String, expression: String)
  /// A figure in a sentence that neither the rule's claims nor its tests state.
  case unsourcedFigure(String, rule: String)
  /// A rule cites a reference that is no knowledge source of its decision.
  case unlistedAuthority(reference: String, decision: String)
  /// A knowledge source that `references.json` does not hold.
  case unknownAuthority(String)
  /// Input data without a question that asks for it.
  case inputWithoutQuestion(String)
  /// `siteFacts` names what is no input of the model.
  case unknownSiteFact(String)
  /// A rule on days names what the model does not have.
  case unknownDay(decision: String)
  /// Words of evidence stand under what is no fact, decision or outcome of the model.
  case unknownEvidence(subject: String, value: String)
  /// A recommendation on which no rule rests and that is not listed as left out.
  case unencodedRecommendation(claim: String)
  /// `notEncoded` lists a claim on which a rule does rest.
  case encodedAfterAll(claim: String)
  /// `notEncoded` lists a claim that recommends nothing.
  case noRecommendation(claim: String)
  /// There are worked cases, or recommendations left out, and no decision model.
  case withoutModel
}

extension DecisionProblem: CustomStringConvertible {
  /// One clear sentence without the place.
  public var description: String {
    switch self {
    case .brokenModel(let words): words
    case .unreadableExpression(let text, let complaint): "“\(text)”: \(complaint)"
    case .table(let words): words
    case .unwrittenClaim(let id, let owner):
      "\(owner) names the claim ‘\(id)’, which stands in no text"
    case .ruleWithoutClaim(let rule): "rule \(rule) names no claim on which it rests"
    case .ruleWithoutSentence(let rule): "rule \(rule) has no sentence"
    case .unreadableSentence(let rule, let expression):
      "the sentence of rule \(rule) has {\(expression)}, which no fact or decision can fill"
    case .unsourcedFigure(let figure, let rule):
      "the figure \(figure) in rule \(rule) stands neither in its claims nor in its tests"
    case .unlistedAuthority(let reference, let decision):
      "‘\(decision)’ cites ‘\(reference)’, which is none of its knowledge sources"
    case .unknownAuthority(let name):
      "the knowledge source ‘\(name)’ is no reference of references.json"
    case .inputWithoutQuestion(let name): "the input ‘\(name)’ has no question as its description"
    case .unknownSiteFact(let name): "‘siteFacts’ names ‘\(name)’, which is no input of the model"
    case .unknownDay(let decision):
      "‘days’ has a rule for ‘\(decision)’ that lacks a sentence or names a decision, numeric fact or outcome that the model does not have"
    case .unknownEvidence(let subject, let value):
      "‘evidence’ has words for ‘\(subject)’ = ‘\(value)’, which is no outcome of a decision and no value of a fact"
    case .unencodedRecommendation(let claim):
      "no rule rests on the recommendation ‘\(claim)’; encode it or list it in ‘notEncoded’"
    case .encodedAfterAll(let claim):
      "‘notEncoded’ lists ‘\(claim)’, on which a rule of decisions.dmn rests"
    case .noRecommendation(let claim): "‘notEncoded’ lists ‘\(claim)’, which recommends nothing"
    case .withoutModel: "there is no decisions.dmn to which this belongs"
    }
  }
}
