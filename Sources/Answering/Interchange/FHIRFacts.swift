public import Evidence
internal import FEEL

/// The facts of a patient in a resource of FHIR R4.
public struct FHIRFacts: Sendable {
  /// What was found, in the order of the resource.
  public private(set) var facts: [StatedFact] = []
  /// Items and observations that no entry of the mapping names.
  public private(set) var unmapped: [String] = []

  /// Why a resource cannot be taken.
  public enum Problem: Error, Hashable, Sendable {
    /// The text is no JSON object with a `resourceType`.
    case noResource
    /// The resource is none of those that are read.
    case otherResource(String)
    /// The protocol has no mapping.
    case noMapping
    /// A quantity has a unit that the mapping does not know.
    case unknownUnit(String, item: String)
    /// A coding stands for no value that the mapping knows.
    case unknownCode(String, item: String)
    /// An answer has a form that the fact cannot take.
    case unusableAnswer(item: String)
  }

  private let mapping: FHIRMapping

  /// Reads a QuestionnaireResponse, an Observation, or a Bundle of them.
  ///
  /// - Parameters:
  ///   - bytes: The resource as JSON.
  ///   - root: The corpus folder, whose first protocol's mapping is used.
  /// - Throws: `Problem`; `CorpusError` when the mapping cannot be read.
  public init(_ bytes: [UInt8], corpus root: String) throws {
    guard let mapping = try FHIRMapping.first(corpus: root) else { throw Problem.noMapping }
    self.mapping = mapping
    guard let resource = JSONValue.read(bytes) else { throw Problem.noResource }
    try read(resource, isInBundle: false)
  }

  private mutating func read(_ resource: JSONValue, isInBundle: Bool) throws(Problem) {
    guard let type = resource["resourceType"]?.string else { throw .noResource }
    switch type {
    case "QuestionnaireResponse": try items(resource)
    case "Observation": try observation(resource)
    case "Bundle" where !isInBundle:
      for entry in resource["entry"]?.array ?? [] {
        if let inner = entry["resource"] { try read(inner, isInBundle: true) }
      }
    default:
      if !isInBundle { throw .otherResource(type) }
      unmapped.append(type)
    }
  }

  /// The items of a resource, those below others and below answers as well.
  private mutating func items(_ parent: JSONValue) throws(Problem) {
    for item in parent["item"]?.array ?? [] {
      let answers = item["answer"]?.array ?? []
      let linkId = item["linkId"]?.string ?? ""
      if let first = answers.first {
        if let entry = mapping.entry(linkId: linkId) {
          guard answers.count == 1 else { throw .unusableAnswer(item: linkId) }
          try take(first, entry, item: linkId)
        } else {
          unmapped.append(linkId)
        }
      }
      try items(item)
      for answer in answers { try items(answer) }
    }
  }

  private mutating func observation(_ resource: JSONValue) throws(Problem) {
    let codings = resource["code"]?["coding"]?.array ?? []
    let codes = codings.map { "\($0["system"]?.string ?? "")|\($0["code"]?.string ?? "")" }
    let name = codes.first ?? "Observation"
    guard let entry = codes.compactMap({ mapping.entry(code: $0) }).first else {
      return unmapped.append(name)
    }
    // What was entered in error or never done says nothing of the patient.
    let status = resource["status"]?.string ?? ""
    if ["entered-in-error", "cancelled", "unknown"].contains(status) { return }
    if resource["dataAbsentReason"] != nil { return }
    try take(resource, entry, item: name)
  }

  private mutating func take(
    _ answer: JSONValue,
    _ entry: FHIRMapping.Entry,
    item: String
  ) throws(Problem) {
    let value: StatedValue
    if case .bool(let truth)? = answer["valueBoolean"] {
      value = .boolean(truth)
    } else if case .number(let digits)? = answer["valueDecimal"] ?? answer["valueInteger"] {
      value = .number(digits)
    } else if let quantity = answer["valueQuantity"] {
      value = try Self.quantity(quantity, entry, item)
    } else if let coding = answer["valueCoding"]
      ?? answer["valueCodeableConcept"]?["coding"]?.array?.first
    {
      value = try Self.code(coding, entry, item)
    } else if let text = answer["valueString"]?.string {
      value = .text(entry.values[text.lowercased()] ?? text)
    } else {
      throw .unusableAnswer(item: item)
    }
    facts.append(StatedFact(id: entry.fact, value: value))
  }

  private static func quantity(
    _ quantity: JSONValue,
    _ entry: FHIRMapping.Entry,
    _ item: String
  ) throws(Problem) -> StatedValue {
    guard case .number(let digits)? = quantity["value"], let number = Number(digits[...]) else {
      throw .unusableAnswer(item: item)
    }
    let names = [quantity["code"]?.string, quantity["unit"]?.string].compactMap { $0 }
    guard let factor = names.lazy.compactMap({ entry.units[$0] }).first,
      let scaled = factor.scaled(number)
    else { throw .unknownUnit(names.first ?? "", item: item) }
    let comparator = quantity["comparator"]?.string ?? ""
    return comparator.isEmpty
      ? .number(scaled.description) : .text("\(comparator) \(scaled.description)")
  }

  private static func code(
    _ coding: JSONValue,
    _ entry: FHIRMapping.Entry,
    _ item: String
  ) throws(Problem) -> StatedValue {
    let names = [coding["code"]?.string, coding["display"]?.string].compactMap { $0 }
    if let value = names.lazy.compactMap({ entry.values[$0.lowercased()] }).first {
      return .text(value)
    }
    // The two answers of HL7's table 0136, which forms use for yes and no.
    switch names.first {
    case "Y": return .boolean(true)
    case "N": return .boolean(false)
    default: throw .unknownCode(names.first ?? "", item: item)
    }
  }
}

extension FHIRFacts.Problem: CustomStringConvertible {
  /// What is wrong, in one sentence without a stop.
  public var description: String {
    switch self {
    case .noResource: "the text is no resource of FHIR"
    case .otherResource(let type):
      "a resource \(type) is not read; QuestionnaireResponse, Observation and Bundle are"
    case .noMapping: "the protocol has no file \(FHIRMapping.file)"
    case .unknownUnit(let unit, let item): "\(item): the unit ‘\(unit)’ is not in the mapping"
    case .unknownCode(let code, let item): "\(item): the code ‘\(code)’ is not in the mapping"
    case .unusableAnswer(let item): "\(item): the answer is not one value that the fact can take"
    }
  }
}
