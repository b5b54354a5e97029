import DMN
import FEEL

/// Models as texts, for tests.
enum ModelText {
  static let namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/"

  /// A model named Test whose namespace is `test`.
  static func model(_ content: String, namespace: String = namespace) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="\(namespace)" name="Test" namespace="test" id="model">
    \(content)
    </definitions>
    """
  }

  /// Input data.
  static func input(_ name: String, _ type: String = "Any") -> String {
    """
    <inputData id="i-\(name)" name="\(name)"><variable name="\(name)" typeRef="\(type)"/></inputData>
    """
  }

  /// A decision with logic, which requires what is named.
  static func decision(
    _ name: String,
    type: String = "Any",
    inputs: [String] = [],
    decisions: [String] = [],
    knowledge: [String] = [],
    _ logic: String
  ) -> String {
    let requirements =
      inputs.map { requirement("information", "requiredInput", "i-\($0)") }
      + decisions.map { requirement("information", "requiredDecision", "d-\($0)") }
      + knowledge.map { requirement("knowledge", "requiredKnowledge", "k-\($0)") }
    return """
      <decision id="d-\(name)" name="\(name)"><variable name="\(name)" typeRef="\(type)"/>
      \(requirements.joined(separator: "\n"))
      \(logic)
      </decision>
      """
  }

  /// A business knowledge model with parameters of any type.
  static func knowledge(
    _ name: String,
    _ parameters: [String],
    requires: [String] = [],
    _ body: String
  ) -> String {
    let formal = parameters.map { "<formalParameter name=\"\($0)\"/>" }.joined()
    let required = requires.map { requirement("knowledge", "requiredKnowledge", "k-\($0)") }
    return """
      <businessKnowledgeModel id="k-\(name)" name="\(name)"><variable name="\(name)"/>
      <encapsulatedLogic>\(formal)\(body)</encapsulatedLogic>
      \(required.joined(separator: "\n"))
      </businessKnowledgeModel>
      """
  }

  /// A decision service.
  static func service(
    _ name: String,
    outputs: [String],
    encapsulated: [String] = [],
    decisions: [String] = [],
    inputs: [String] = []
  ) -> String {
    let parts =
      outputs.map { "<outputDecision href=\"#d-\($0)\"/>" }
      + encapsulated.map { "<encapsulatedDecision href=\"#d-\($0)\"/>" }
      + decisions.map { "<inputDecision href=\"#d-\($0)\"/>" }
      + inputs.map { "<inputData href=\"#i-\($0)\"/>" }
    return """
      <decisionService id="k-\(name)" name="\(name)"><variable name="\(name)"/>
      \(parts.joined(separator: "\n"))
      </decisionService>
      """
  }

  private static func requirement(_ kind: String, _ element: String, _ id: String) -> String {
    "<\(kind)Requirement><\(element) href=\"#\(id)\"/></\(kind)Requirement>"
  }

  /// A literal expression.
  static func literal(_ text: String, type: String? = nil) -> String {
    let attribute = type.map { " typeRef=\"\($0)\"" } ?? ""
    return "<literalExpression\(attribute)><text>\(escaped(text))</text></literalExpression>"
  }

  /// A decision table; each rule has its tests and its outputs.
  static func table(
    _ attributes: String,
    inputs: [String],
    outputs: [String],
    _ rules: [([String], [String])]
  ) -> String {
    let clauses = inputs.map {
      "<input><inputExpression><text>\($0)</text></inputExpression></input>"
    }
    let rows = rules.map { tests, values in
      "<rule>" + tests.map { "<inputEntry><text>\(escaped($0))</text></inputEntry>" }.joined()
        + values.map { "<outputEntry><text>\(escaped($0))</text></outputEntry>" }.joined()
        + "</rule>"
    }
    return "<decisionTable \(attributes)>" + (clauses + outputs + rows).joined(separator: "\n")
      + "</decisionTable>"
  }

  /// A text as it stands in XML.
  static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "<": "&lt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  /// Reads a model's text.
  static func read(_ text: String) throws(ModelError) -> DecisionModel {
    try DecisionModelReader().read(ModelFile(name: "test.dmn", text: text))
  }

  /// Reads and compiles the content of a model.
  static func compile(_ content: String) throws(ModelError) -> CompiledModel {
    try CompiledModel(read(model(content)))
  }
}

extension CompiledModel {
  /// The value of a decision as FEEL text.
  func text(_ decision: String, _ inputs: [(key: String, value: Value)] = []) -> String {
    evaluate(decision: decision, inputs: Context(inputs)).value.feelText
  }
}

extension Value {
  /// A number.
  static func number(_ value: Int) -> Value { .number(Number(value)) }
}
