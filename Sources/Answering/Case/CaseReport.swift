/// What was decided of a case, and how.
public struct CaseReport: Hashable, Sendable {
  /// Whether it is about a supposed case, and the stored one is unchanged.
  public var isHypothetical = false
  /// The outcomes of the stored case beside a supposed one, by decision; those of sites behind the label.
  public var before: [String: String] = [:]
  /// Claims that answer a question which was asked beside the case; they are the first statements.
  public var answering: [String] = []
  /// The decisions of which what disputes them was asked for.
  public var disputed: [String] = []
  /// The open question whose reason was asked for.
  public var questioned: FactRequest?
  /// The open question to which something else was said than what it takes.
  public var unanswered: FactRequest?
  /// Facts that hold of the patient.
  public var facts: [CaseFact] = []
  /// What the words of a case only mention.
  public var mentioned: [CaseFact] = []
  /// What they contradict themselves about.
  public var conflicts: [ConflictReport] = []
  /// Decisions that apply to the patient as a whole; with one site all of them.
  public var decisions: [DecisionReport] = []
  /// The sites, when there are several.
  public var sites: [SiteReport] = []
  /// What would change decisions, as asked.
  public var changes: [ChangeReport] = []
  /// The actions, in order.
  public var plan: [PlannedAction] = []
  /// What to ask, the most telling first.
  public var ask: [FactRequest] = []
  /// Why decisions came out as they did, as asked.
  public var why: [ProofReport] = []
  /// Why decisions did not come out otherwise, as asked.
  public var whyNot: [ProofReport] = []

  /// Whether every decision that applies is made.
  public var isDecided: Bool {
    (decisions + sites.flatMap(\.decisions)).allSatisfy {
      $0.outcome != DecisionReport.undetermined
    }
  }
}

/// A value as JSON has it: an interval is a text.
public enum FactValue: Hashable, Sendable {
  case boolean(Bool)
  /// The digits of a number.
  case number(String)
  case text(String)
}

/// A fact that holds.
public struct CaseFact: Hashable, Sendable {
  /// The fact.
  public var id: String
  /// Its value.
  public var value: FactValue
  /// The label of the site to which it belongs; nil for the patient or a single site.
  public var site: String?
  /// The words that gave it; nil for a fact of a file.
  public var words: FactWords?
}

/// The words that gave a fact.
public struct FactWords: Hashable, Sendable {
  /// How they stand to it: `affirmed`, `negated`, `uncertain`, `hypothetical`, `planned` or `other`.
  public var polarity: String
  /// The words.
  public var text: String
  /// The bytes at which they stand in the text of the case.
  public var bytes: Range<Int>
}

/// Values of one fact that contradict each other; the fact is unknown until one is chosen.
public struct ConflictReport: Hashable, Sendable {
  /// The fact.
  public var id: String
  /// The values, in the order of the text.
  public var values: [FactValue]
  /// The words of each value.
  public var words: [FactWords]
  /// The site; nil for the patient or a single site.
  public var site: String?
}

/// What became of one decision.
public struct DecisionReport: Hashable, Sendable {
  /// The outcome of a decision that unknown facts can still change.
  public static let undetermined = "undetermined"
  /// The outcome of a decision that the phase of care excludes.
  public static let notApplicable = "notApplicable"

  /// The decision.
  public var id: String
  /// The outcome.
  public var outcome: String
  /// The outcomes that are still possible, one when it is decided.
  public var possible: [String]
  /// The sentence for the clinician; empty while undetermined.
  public var text: String
  /// Keys of the references on which it rests.
  public var citations: [String]
  /// Ids of the claims on which it rests.
  public var claims: [String]
  /// The rule that fired, `decision/number` from 1; nil while undetermined.
  public var rule: String?
  /// The facts that it used.
  public var usedFacts: [String]
  /// The unknown facts that can still change it.
  public var missing: [String]
  /// What the outcome comes with.
  public var warnings: [String]
  /// Ids of claims that dispute those on which it rests.
  public var dissent: [String]
}

/// One of several sites.
public struct SiteReport: Hashable, Sendable {
  /// What it is called.
  public var label: String
  /// Its own facts.
  public var facts: [CaseFact]
  /// Decisions that are made for it.
  public var decisions: [DecisionReport]
}

/// The smallest sets of changes that give an outcome.
public struct ChangeReport: Hashable, Sendable {
  /// The decision.
  public var decision: String
  /// The outcome wanted.
  public var outcome: String
  /// The site; nil for the patient or a single site.
  public var site: String?
  /// The sets; one empty set when the outcome holds already, none when it is out of reach.
  public var sets: [[Change]]

  /// A fact that would be different.
  public struct Change: Hashable, Sendable {
    /// The fact.
    public var fact: String
    /// What it would be.
    public var to: FactValue
  }
}

/// An action of the plan.
public struct PlannedAction: Hashable, Sendable {
  /// The words.
  public var text: String
  /// The decision from which it follows.
  public var decision: String
  /// Ids of the claims on which it rests.
  public var claims: [String]
  /// Keys of the references on which it rests.
  public var citations: [String]
  /// The site; nil for the patient or a single site.
  public var site: String?
}

/// A fact to ask for.
public struct FactRequest: Hashable, Sendable {
  /// The fact.
  public var fact: String
  /// The question.
  public var question: String
  /// The decisions that it can change.
  public var because: [String]
  /// The outcomes still possible of the first of them.
  public var outcomes: [String]
  /// The site; nil for the patient or a single site.
  public var site: String?
  /// What can be typed for it.
  public var accepts: FactKind = .truth
}

/// What can be typed for a fact.
public enum FactKind: Hashable, Sendable {
  /// Yes or no.
  case truth
  /// A number in the fact's unit, or an interval of numbers.
  case number
  /// One of some words.
  case choice([String])
}

/// Why a decision came out as it did, or why not otherwise.
public struct ProofReport: Hashable, Sendable {
  /// The decision.
  public var decision: String
  /// The outcome asked about; nil when the question is why.
  public var asked: String?
  /// The outcome, or `undetermined`.
  public var outcome: String
  /// The site; nil for the patient or a single site.
  public var site: String?
  /// The rules that speak.
  public var rules: [Rule]

  /// A rule and how the facts stand to it.
  public struct Rule: Hashable, Sendable {
    /// `decision/number`, from 1.
    public var rule: String
    /// `holds`, `fails` or `unknown`.
    public var standing: String
    /// Its conditions.
    public var conditions: [Condition]
    /// Ids of the claims on which it rests.
    public var claims: [String]
    /// Keys of the references on which it rests.
    public var citations: [String]
  }

  /// A condition and what was read for it.
  public struct Condition: Hashable, Sendable {
    /// What is tested.
    public var expression: String
    /// The test.
    public var test: String
    /// `holds`, `fails` or `unknown`.
    public var standing: String
    /// The fact that was read; nil for a decision.
    public var fact: String?
    /// What was read; nil when nothing is known.
    public var value: FactValue?
    /// Why the decision that was read came out as it did.
    public var because: [ProofReport]
  }
}
