internal import FEEL

/// Compiles a model and the models that it imports, each once.
struct ModelCompiler {
  /// What has been compiled so far.
  private(set) var program = Program()
  /// The expressions of the outermost model that cannot be parsed.
  private(set) var problems: [ModelProblem] = []
  private var compiled: [String: CompiledParts] = [:]

  /// What is left of a compiled model for those that import it.
  struct CompiledParts {
    var inputs: [CompiledInput] = []
    var decisions: [CompiledDecision] = []
    var services: [CompiledService] = []
    var types: [String: FEELType] = [:]
    var resolved: [String: CompiledType] = [:]
    /// The names of what others can see by reference.
    var names: [ElementReference: String] = [:]
    /// The functions that others can call.
    var functions: [ElementReference: Function] = [:]
    /// The decisions by name.
    var references: [String: ElementReference] = [:]
    /// The names of components and entries, which stand behind dots.
    var partNames: Set<String> = []
  }

  /// Compiles a model behind its imports.
  mutating func compile(_ model: DecisionModel) throws(ModelError) -> CompiledParts {
    try compile(model, path: [])
  }

  private mutating func compile(
    _ model: DecisionModel,
    path: [String]
  ) throws(ModelError) -> CompiledParts {
    if let known = compiled[model.namespace] { return known }
    program.importPaths[model.namespace] = path
    var imports: [ImportedParts] = []
    for entry in model.imports {
      let parts = try compile(entry.model, path: path + [entry.name])
      imports.append(
        ImportedParts(name: entry.name, namespace: entry.model.namespace, parts: parts)
      )
    }
    problems = []
    var elements = try ElementCompiler(model, imports: imports)
    try elements.compile(into: &program)
    problems = elements.problems
    compiled[model.namespace] = elements.parts
    return elements.parts
  }
}

/// An imported model under the name of its import.
struct ImportedParts {
  /// The name of the import, empty when the elements come unqualified.
  var name: String
  /// The namespace of the imported model.
  var namespace: String
  /// What it offers.
  var parts: ModelCompiler.CompiledParts
}
