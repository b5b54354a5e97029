/// Reads decision models from their files.
///
/// ```swift
/// let model = try DecisionModelReader().read(ModelFile(name: "triage.dmn", bytes: bytes))
/// ```
///
/// Models of DMN 1.2 to 1.5 become one form; what differs between the versions stays in here.
/// Elements that the form does not have (diagrams, extensions, artifacts) are skipped.
public struct DecisionModelReader: Sendable {
  /// Finds the file of an imported model, by its namespace and the location that the import gives.
  ///
  /// Nil when there is none.
  public typealias Resolver =
    (_ namespace: String, _ location: String?) throws(ModelFileError) -> ModelFile?

  /// Creates a reader.
  public init() {}

  /// Reads a model and the models that it imports.
  ///
  /// - Parameters:
  ///   - file: The file's content and name.
  ///   - resolver: Finds imported models; without it a model with imports is an error.
  /// - Returns: The model with its imports inside.
  /// - Throws: What is wrong with this file or an imported one, with element and line.
  /// - Complexity: O(n) in the size of all files.
  public func read(
    _ file: ModelFile,
    resolver: Resolver = { _, _ in nil }
  ) throws(ModelError) -> DecisionModel {
    var imports = ImportReading()
    return try imports.read(file, resolver: resolver)
  }

  /// Reads a model that lies in a folder, and what it imports from the same folder.
  ///
  /// - Parameter path: The path of the file.
  /// - Returns: The model with its imports inside.
  /// - Throws: What is wrong with this file or an imported one, with element and line.
  public func read(path: String) throws(ModelError) -> DecisionModel {
    let (folder, name) = ModelFolder.split(path)
    let file: ModelFile
    do {
      file = try folder.file(named: name)
    } catch {
      let element = ModelError.Element(tag: "", line: 1)
      throw ModelError(model: name, element: element, reason: .unreadable(error.words))
    }
    return try read(file) { namespace, location throws(ModelFileError) in
      try folder.file(namespace: namespace, location: location)
    }
  }
}

/// Reads a model's imports before the model, each file once.
private struct ImportReading {
  private var known: [String: DecisionModel] = [:]
  private var chain: [String] = []

  mutating func read(
    _ file: ModelFile,
    resolver: DecisionModelReader.Resolver
  ) throws(ModelError) -> DecisionModel {
    let (reader, root) = try ElementReader.open(file)
    let namespace = try reader.required("namespace", of: root)
    chain.append(namespace)
    var imports: [ModelImport] = []
    for element in root.children("import") where try reader.isModelImport(element) {
      imports.append(try readImport(element, reader, resolver))
    }
    chain.removeLast()
    return try reader.model(root, imports: imports)
  }

  private mutating func readImport(
    _ element: XMLElement,
    _ reader: ElementReader,
    _ resolver: DecisionModelReader.Resolver
  ) throws(ModelError) -> ModelImport {
    let namespace = try reader.required("namespace", of: element)
    let name = (element["name"] ?? "").normalizedName
    if let model = known[namespace] {
      return ModelImport(name: name, model: model, line: element.line)
    }
    if let start = chain.firstIndex(of: namespace) {
      throw reader.error(element, .importCycle(chain[start...] + [namespace]))
    }
    let file = try find(namespace, element, reader, resolver)
    let model = try read(file, resolver: resolver)
    guard model.namespace == namespace else {
      throw reader.error(element, .importNamespace(expected: namespace, found: model.namespace))
    }
    known[namespace] = model
    return ModelImport(name: name, model: model, line: element.line)
  }

  private func find(
    _ namespace: String,
    _ element: XMLElement,
    _ reader: ElementReader,
    _ resolver: DecisionModelReader.Resolver
  ) throws(ModelError) -> ModelFile {
    let found: ModelFile?
    do {
      found = try resolver(namespace, element["locationURI"])
    } catch {
      throw reader.error(element, .unreadable(error.words))
    }
    guard let found else { throw reader.error(element, .missingImport(namespace: namespace)) }
    return found
  }
}
