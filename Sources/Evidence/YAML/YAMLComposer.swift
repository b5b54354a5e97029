/// Makes the tree of a YAML document from its events.
///
/// Keys must be texts, each once in its mapping. An alias stands for a copy of what its anchor named;
/// what a document would be with all of them written out is bounded, and so is its depth.
struct YAMLComposer: ~Copyable {
  /// The most lists and mappings inside each other.
  static let deepest = 64
  /// The most values of a document, those that aliases repeat counted each time.
  static let mostNodes = 1 << 20

  private var events: YAMLEvents
  private var anchors: [String: (node: YAMLNode, size: Int)] = [:]
  private var size = 0

  private init(_ bytes: [UInt8]) throws(YAMLProblem) {
    events = try YAMLEvents(bytes)
  }

  /// Reads the only document of a text.
  ///
  /// - Parameter bytes: The text in UTF-8.
  /// - Returns: The document, `nil` where the text holds none.
  /// - Throws: `YAMLProblem` with a complaint and its place.
  /// - Complexity: O(n) in the text's bytes, but for mappings, O(n log n) in their keys.
  static func document(_ bytes: [UInt8]) throws(YAMLProblem) -> YAMLNode? {
    var composer = try YAMLComposer(bytes)
    _ = try composer.events.next()
    guard case .documentStart = try composer.events.next().kind else { return nil }
    let node = try composer.node(try composer.events.next(), depth: 0)
    _ = try composer.events.next()
    let rest = try composer.events.next()
    guard case .end = rest.kind else {
      throw YAMLProblem("but found another document", at: rest.mark)
    }
    return node
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLProblem) -> YAMLNode {
    let before = size
    size += 1
    let name: String?
    let content: YAMLNode.Content
    switch event.kind {
    case .alias(let name):
      guard let known = anchors[name] else {
        throw YAMLProblem("found undefined alias", at: event.mark)
      }
      size += known.size
      guard size <= Self.mostNodes else {
        throw YAMLProblem("the aliases stand for too much", at: event.mark)
      }
      return known.node
    case .scalar(let text, let isPlain, let anchor):
      (name, content) = (anchor, .scalar(text, isPlain: isPlain))
    case .sequenceStart(let anchor):
      (name, content) = (anchor, .sequence(try items(below: event, depth: depth)))
    case .mappingStart(let anchor):
      (name, content) = (anchor, .mapping(try pairs(below: event, depth: depth)))
    case .streamStart, .documentStart, .documentEnd, .collectionEnd, .end:
      throw YAMLProblem("found no value", at: event.mark)
    }
    let node = YAMLNode(content: content, line: event.mark.line)
    if let name { anchors[name] = (node, size - before) }
    return node
  }

  private mutating func items(
    below start: YAMLEvent,
    depth: Int
  ) throws(YAMLProblem) -> [YAMLNode] {
    try check(depth, start)
    var items: [YAMLNode] = []
    while let event = try nextInCollection() {
      items.append(try node(event, depth: depth + 1))
    }
    return items
  }

  private mutating func pairs(
    below start: YAMLEvent,
    depth: Int
  ) throws(YAMLProblem) -> [YAMLNode.Pair] {
    try check(depth, start)
    var pairs: [YAMLNode.Pair] = []
    var lines: [String: Int] = [:]
    var repeated: (key: String, line: Int)?
    while let event = try nextInCollection() {
      let name = try node(event, depth: depth + 1)
      guard let key = name.text else {
        throw YAMLProblem("a key must be a text", at: event.mark)
      }
      let value = try node(try events.next(), depth: depth + 1)
      if let first = lines.updateValue(event.mark.line, forKey: key), repeated == nil {
        repeated = (key, first)
      }
      pairs.append(YAMLNode.Pair(key: key, line: event.mark.line, value: value))
    }
    if let repeated {
      throw YAMLProblem(
        line: repeated.line,
        complaint: "the key ‘\(repeated.key)’ stands twice"
      )
    }
    return pairs
  }

  private mutating func nextInCollection() throws(YAMLProblem) -> YAMLEvent? {
    let event = try events.next()
    if case .collectionEnd = event.kind { return nil }
    return event
  }

  private func check(_ depth: Int, _ event: YAMLEvent) throws(YAMLProblem) {
    guard depth < Self.deepest else {
      throw YAMLProblem("lists and mappings stand too deep in each other", at: event.mark)
    }
  }
}
