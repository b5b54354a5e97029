internal import DMN
public import Evidence
internal import FEEL

/// Evaluates decision models that lie in files, whatever they are about.
public struct ModelEvaluation: Sendable {
  private let model: CompiledModel

  /// Reads a model, with what it imports from the same folder.
  ///
  /// - Parameter path: The path of the model.
  /// - Throws: `ModelFailure` when the model cannot be used.
  public init(path: String) throws(ModelFailure) {
    do throws(ModelError) {
      let read = try DecisionModelReader().read(path: path)
      do throws(ModelError) {
        model = try CompiledModel(read)
      } catch {
        throw error.named(path.split(separator: "/").last.map(String.init), insteadOf: read.name)
      }
    } catch {
      throw .model(error.description)
    }
  }

  /// Evaluates decisions.
  ///
  /// - Parameters:
  ///   - names: Decisions or decision services; none for all decisions of the model.
  ///   - inputs: What is known, a mapping of input to value; nil when nothing is.
  /// - Returns: A result for each.
  /// - Throws: `ModelFailure` for a name that the model does not have, or inputs that do not fit.
  public func evaluate(
    _ names: [String],
    inputs: StatedTree?
  ) throws(ModelFailure) -> ModelReport {
    var reader = ModelInput(model)
    let context = inputs.map { reader.context($0) } ?? Context()
    if !reader.problems.isEmpty { throw .inputs(reader.problems) }
    let known = model.decisions.map(\.name)
    let services = model.services.map(\.name)
    for name in names where !(known + services).contains(name) {
      throw .unknownDecision(name, known: known + services)
    }
    let results =
      names.isEmpty
      ? model.evaluateAll(inputs: context)
      : names.map { name in
        known.contains(name)
          ? model.evaluate(decision: name, inputs: context)
          : model.invoke(service: name, inputs: context)
      }
    return ModelReport(
      model: model.model.name,
      decisions: results.map(report),
      required: required(results, except: names).map(report),
      problems: model.problems.map(Self.sentence)
    )
  }

  /// What was evaluated before, each once.
  private func required(_ results: [DecisionResult], except names: [String]) -> [DecisionResult] {
    var shown = Set(names)
    return results.flatMap(\.required).filter { shown.insert($0.name).inserted }
  }

  private func report(_ result: DecisionResult) -> ModelReport.Decision {
    let table = model.decisions.first { $0.name == result.name }?.logic.decisionTable
    return ModelReport.Decision(
      id: result.id,
      name: result.name,
      value: ModelValue(result.value),
      rules: result.matchedRules.map { place in
        ModelReport.Rule(
          number: place + 1,
          annotations: table?.rules[place].annotations.filter { !$0.isEmpty } ?? []
        )
      },
      notes: result.notes.map { note in
        let words = "\(note.note.reason)"
        return note.text.map { "line \($0.line): ‘\($0.text)’: \(words)" } ?? words
      }
    )
  }

  private static func sentence(_ problem: ModelProblem) -> String {
    let drawn = problem.diagnostic.rendered(in: problem.text.text)
    return "‘\(problem.element)’, line \(problem.text.line) of the model:\n\(drawn)"
  }
}

/// What came of evaluating a model.
public struct ModelReport: Hashable, Sendable {
  /// The model's name.
  public var model: String
  /// What was asked for, in that order.
  public var decisions: [Decision]
  /// What was evaluated on the way, in the order of evaluation.
  public var required: [Decision]
  /// Expressions that cannot be parsed: the place, the line with a caret, a sentence.
  public var problems: [String]

  /// A decision with its value.
  public struct Decision: Hashable, Sendable {
    /// The id in the model.
    public var id: String
    /// The name.
    public var name: String
    /// The value.
    public var value: ModelValue
    /// Where the logic is a table: the rules that matched.
    public var rules: [Rule]
    /// Why something became null, or what was odd on the way.
    public var notes: [String]
  }

  /// A rule that matched.
  public struct Rule: Hashable, Sendable {
    /// Its place in the table, from 1.
    public var number: Int
    /// Its annotations, those that are empty left out.
    public var annotations: [String]
  }
}

/// A value of a decision, as text and as JSON.
public struct ModelValue: Hashable, Sendable {
  /// FEEL text of the value.
  public var text: String
  /// The value as JSON: what JSON does not have (dates, durations, ranges) is a text.
  public var json: String

  init(_ value: Value) {
    text = value.feelText
    var writer = JSONWriter()
    value.write(to: &writer)
    json = writer.text
  }
}

/// Why a model cannot be evaluated.
public enum ModelFailure: Error, Sendable {
  /// The model cannot be used: file, line, element and what is wrong.
  case model(String)
  /// The inputs do not fit the model.
  case inputs([ModelInputProblem])
  /// The model has no such decision and no such service; those that it has.
  case unknownDecision(String, known: [String])
}

extension ModelFailure: CustomStringConvertible {
  /// What is wrong, a line for each problem.
  public var description: String {
    switch self {
    case .model(let words): words
    case .inputs(let problems): problems.map(\.description).joined(separator: "\n")
    case .unknownDecision(let name, let known):
      "‘\(name)’ is no decision of the model; decisions are \(known.joined(separator: ", "))"
    }
  }
}

extension ModelError {
  /// The error with the file's name where it has that of the model.
  fileprivate func named(_ file: String?, insteadOf model: String) -> ModelError {
    var error = self
    if error.model == model, let file { error.model = file }
    return error
  }
}
