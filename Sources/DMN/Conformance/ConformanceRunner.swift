public import FEEL

/// Runs the cases of a folder with models and test files, such as those of the DMN TCK.
///
/// A case passes when every decision that it names has the expected value. Numbers are equal when they
/// differ by less than 0.00000001, as in the runners of the TCK; all other values when FEEL has them
/// equal and of one kind, contexts when they have the same entries. Null is expected where the
/// file says so or says that the evaluation fails. Every case counts; one whose model cannot be
/// used fails.
public struct ConformanceRunner: Sendable {
  /// The folder that holds the suite.
  public var folder: String

  /// The deepest folder in the folder.
  static let maximumDepth = 10

  /// Prepares to run the cases of a folder and of the folders in it.
  public init(folder: String) { self.folder = folder }

  /// What became of a case.
  public struct Outcome: Sendable {
    /// The folder with the test file, without the suite's own.
    public var folder: String
    /// The case's id.
    public var id: String
    /// Whether null is expected and nothing else.
    public var expectsNull: Bool
    /// Why the model could not be used; nil when it could.
    public var problem: String?
    /// What was expected of each decision, and what came.
    public var results: [Comparison]

    /// Whether everything came as expected.
    public var passed: Bool { problem == nil && results.allSatisfy(\.passed) }
  }

  /// What was expected of a decision, and what came.
  public struct Comparison: Sendable {
    /// The decision's name.
    public var name: String
    /// The expected value.
    public var expected: Value
    /// The value that came.
    public var actual: Value
    /// The notes of the evaluation.
    public var notes: [DecisionNote]
    /// Whether the two agree.
    public var passed: Bool
  }

  /// Runs all cases, in the order of the paths.
  ///
  /// - Parameter report: Gets each outcome.
  /// - Throws: When a folder or a test file cannot be read.
  public func run(_ report: (Outcome) -> Void) throws(ConformanceError) {
    for path in try testFiles(in: folder, depth: 0) {
      let file = try ConformanceReader.read(path)
      let parent = ModelFolder.split(path).folder.path
      let name = String(parent.dropFirst(folder.count).drop { $0 == "/" })
      let model: Result<CompiledModel, ModelError> = Result { () throws(ModelError) in
        let read = try DecisionModelReader().read(path: parent + "/" + file.modelName)
        return try CompiledModel(read)
      }
      for testCase in file.cases { report(outcome(of: testCase, in: name, model)) }
    }
  }

  private func testFiles(in folder: String, depth: Int) throws(ConformanceError) -> [String] {
    let names: [String]
    do {
      names = try FolderAccess.list(folder)
    } catch {
      throw ConformanceError(path: error.path, line: 0, words: error.words)
    }
    var files: [String] = []
    for name in names {
      let path = folder + "/" + name
      if FolderAccess.isFolder(path) {
        if depth < Self.maximumDepth { files += try testFiles(in: path, depth: depth + 1) }
      } else if name.hasSuffix(".xml"), name.contains("-test-") {
        files.append(path)
      }
    }
    return files
  }

  private func outcome(
    of testCase: ConformanceCase,
    in folder: String,
    _ model: Result<CompiledModel, ModelError>
  ) -> Outcome {
    var outcome = Outcome(
      folder: folder,
      id: testCase.id,
      expectsNull: testCase.expectsNull,
      results: []
    )
    switch model {
    case .failure(let error): outcome.problem = error.description
    case .success(let model): outcome.results = model.comparisons(of: testCase)
    }
    return outcome
  }
}

extension CompiledModel {
  fileprivate func comparisons(
    of testCase: ConformanceCase
  ) -> [ConformanceRunner.Comparison] {
    let service = testCase.service.map { invoke(service: $0, inputs: testCase.inputs) }
    return testCase.expectations.map { expectation in
      let result =
        service.map { $0.result(of: expectation.name) }
        ?? evaluate(decision: expectation.name, inputs: testCase.inputs)
      return ConformanceRunner.Comparison(
        name: expectation.name,
        expected: expectation.value,
        actual: result.value,
        notes: result.required.flatMap(\.notes) + result.notes,
        passed: expectation.value.agrees(with: result.value)
      )
    }
  }
}

extension DecisionResult {
  /// What a service says of one of its output decisions.
  ///
  /// Null when the service has no value; the value itself when it has one output.
  fileprivate func result(of name: String) -> DecisionResult {
    let outputs = required.filter { $0.name == name }
    guard case .context(let context) = value, outputs.count == 1, let own = context[name] else {
      return self
    }
    var result = self
    result.value = own
    return result
  }
}

extension Value {
  /// Whether a value came as expected.
  fileprivate func agrees(with actual: Value) -> Bool {
    switch (self, actual) {
    case (.number(let left), .number(let right)):
      guard let difference = left.subtracting(right), let limit = Number("0.00000001") else {
        return false
      }
      return difference.magnitude < limit
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.agrees(with: $1) }
    case (.context(let left), .context(let right)):
      return left.entries.count == right.entries.count
        && left.entries.allSatisfy { right[$0.key].map($0.value.agrees(with:)) ?? false }
    default: return isIdentical(to: actual) || (kind == actual.kind && isEqual(to: actual) == true)
    }
  }
}
