internal import Evidence
internal import FEEL

/// How the facts of a protocol stand in FHIR, from its file `fhir.yaml`.
struct FHIRMapping {
  /// One fact.
  struct Entry {
    var fact: String
    var linkIds: [String]
    var codes: [String]
    /// By unit, what turns a quantity into the fact's own; empty where no unit may stand.
    var units: [String: Factor]
    /// By code or display in small letters, the value meant.
    var values: [String: String]
  }

  /// What a quantity is multiplied with and divided by, so that 42 days are 6 weeks exactly.
  struct Factor {
    var times: Number
    var by: Number

    /// Reads `10` or `1/7`.
    init?(_ text: String) {
      let parts = text.split(separator: "/").compactMap { Number($0) }
      guard let first = parts.first, parts.count < 3 else { return nil }
      times = first
      by = parts.count == 2 ? parts[1] : .one
    }

    /// The quantity in the fact's unit; nil where it has no room.
    func scaled(_ number: Number) -> Number? { number.multiplied(by: times)?.divided(by: by) }
  }

  let entries: [Entry]

  /// The file's name in the protocol's folder.
  static let file = "fhir.yaml"

  /// Reads the mapping of a protocol; nil where it has none.
  ///
  /// - Throws: `CorpusError` for a file that cannot be read.
  init?(corpus root: String, folder: String) throws(CorpusError) {
    guard let tree = try StatedTree.optional("\(folder)/\(Self.file)", in: root),
      case .mapping(let facts)? = tree["facts"]?.content
    else { return nil }
    entries = facts.map { entry in
      Entry(
        fact: entry.key,
        linkIds: [entry.key] + entry.value.texts("linkIds"),
        codes: entry.value.texts("codes"),
        units: Self.units(entry.value["units"]),
        values: Self.values(entry.value["values"])
      )
    }
  }

  /// The mapping of a corpus's first protocol; nil where it has none.
  ///
  /// - Throws: `CorpusError` for a file that cannot be read.
  static func first(corpus root: String) throws(CorpusError) -> FHIRMapping? {
    let names = (try? FileBytes.list(root)) ?? []
    let folder = names.first { name in
      ((try? FileBytes.list("\(root)/\(name)")) ?? []).contains("protocol.yaml")
    }
    guard let folder else { return nil }
    return try FHIRMapping(corpus: root, folder: folder)
  }

  private static func units(_ tree: StatedTree?) -> [String: Factor] {
    guard case .mapping(let pairs)? = tree?.content else { return [:] }
    var units: [String: Factor] = [:]
    for pair in pairs { units[pair.key] = pair.value.text.flatMap { Factor($0) } }
    return units
  }

  private static func values(_ tree: StatedTree?) -> [String: String] {
    guard case .mapping(let pairs)? = tree?.content else { return [:] }
    var values: [String: String] = [:]
    for pair in pairs {
      values[pair.key.lowercased()] = pair.key
      guard case .list(let codes) = pair.value.content else { continue }
      for code in codes { values[code.text?.lowercased() ?? ""] = pair.key }
    }
    return values
  }

  /// The entry of an item.
  func entry(linkId: String) -> Entry? { entries.first { $0.linkIds.contains(linkId) } }

  /// The entry of an observation.
  func entry(code: String) -> Entry? { entries.first { $0.codes.contains(code) } }
}
