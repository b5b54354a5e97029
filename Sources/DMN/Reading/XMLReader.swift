internal import CExpat

/// Reads an XML document into a tree of elements with expat.
///
/// A document type declaration of any kind is refused, so that there are no entities but the five of
/// XML itself and nothing outside the document is ever read. This file holds all unsafe code of the
/// reader.
struct XMLReader {
  /// The deepest nesting of elements.
  static let maximumDepth = 200
  /// The largest document in bytes.
  static let maximumSize = 1 << 25

  /// Reads a whole document.
  ///
  /// - Parameter bytes: The document in an encoding that expat knows (UTF-8, UTF-16, Latin-1, ASCII).
  /// - Returns: The root with all that it contains.
  /// - Throws: Where the document is not well formed, too deep, too large or has a document type.
  /// - Complexity: O(n).
  func read(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
    try read(bytes, rootOnly: false)
  }

  /// Reads the root's start tag and nothing behind it.
  ///
  /// - Parameter bytes: The document.
  /// - Returns: The root without what it contains.
  /// - Throws: Where the document is wrong up to there.
  func readRoot(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
    try read(bytes, rootOnly: true)
  }

  private func read(_ bytes: [UInt8], rootOnly: Bool) throws(XMLError) -> XMLElement {
    guard bytes.count <= Self.maximumSize else {
      throw XMLError(reason: .tooLarge(maximum: Self.maximumSize), line: 1)
    }
    guard let parser = unsafe XML_ParserCreateNS(nil, ParsedName.separator) else {
      throw XMLError(reason: .malformed("no memory"), line: 1)
    }
    defer { unsafe XML_ParserFree(parser) }
    let builder = unsafe TreeBuilder(parser: parser, rootOnly: rootOnly)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    unsafe setHandlers(of: parser)
    let status = withExtendedLifetime(builder) {
      unsafe bytes.withUnsafeBytes { buffer in
        let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe XML_Parse(parser, start, Int32(buffer.count), 1)
      }
    }
    if let error = builder.error { throw error }
    let isWhole = rootOnly || status == XML_STATUS_OK
    if isWhole, let root = builder.root { return root }
    let line = unsafe Int(clamping: XML_GetCurrentLineNumber(parser))
    guard status == XML_STATUS_ERROR, let text = unsafe XML_ErrorString(XML_GetErrorCode(parser))
    else { throw XMLError(reason: .malformed("no element found"), line: line) }
    throw unsafe XMLError(reason: .malformed(String(cString: text)), line: line)
  }

  private func setHandlers(of parser: XML_Parser) {
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let builder = unsafe TreeBuilder.from(data), let name = unsafe name else { return }
        unsafe builder.start(name, attributes)
      },
      { data, _ in unsafe TreeBuilder.from(data)?.end() }
    )
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let builder = unsafe TreeBuilder.from(data), let text = unsafe text else { return }
      unsafe builder.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      unsafe TreeBuilder.from(data)?.stop(.documentType)
    }
  }
}

/// Builds the tree while expat calls back.
///
/// It is a class because expat hands it around by its address; it lives no longer than one reading.
@safe private final class TreeBuilder {
  private let parser: XML_Parser
  private let rootOnly: Bool
  private var open: [XMLElement] = []
  var root: XMLElement?
  var error: XMLError?

  init(parser: XML_Parser, rootOnly: Bool) {
    unsafe self.parser = unsafe parser
    self.rootOnly = rootOnly
  }

  static func from(_ data: UnsafeMutableRawPointer?) -> TreeBuilder? {
    unsafe data.map { unsafe Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private var line: Int { unsafe Int(clamping: XML_GetCurrentLineNumber(parser)) }

  func stop(_ reason: XMLError.Reason) {
    if error == nil { error = XMLError(reason: reason, line: line) }
    unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  func start(_ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard error == nil else { return }
    guard open.count < XMLReader.maximumDepth else {
      return stop(.tooDeep(maximum: XMLReader.maximumDepth))
    }
    let parsed = unsafe ParsedName(String(cString: name))
    var element = XMLElement(name: parsed.name, namespace: parsed.namespace, line: line)
    var next = unsafe pairs
    while let pair = unsafe next, let name = unsafe pair[0], let value = unsafe pair[1] {
      let parsed = unsafe ParsedName(String(cString: name))
      let attribute = unsafe XMLElement.Attribute(
        name: parsed.name,
        namespace: parsed.namespace,
        value: String(cString: value)
      )
      element.attributes.append(attribute)
      unsafe next = unsafe pair + 2
    }
    guard !rootOnly else {
      root = element
      unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE))
      return
    }
    open.append(element)
  }

  func end() {
    guard error == nil, let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  func characters(_ characters: UnsafeBufferPointer<CChar>) {
    guard error == nil, !open.isEmpty else { return }
    let text = unsafe characters.withMemoryRebound(to: UInt8.self) { bytes in
      unsafe String(decoding: bytes, as: UTF8.self)
    }
    let last = open.count - 1
    if open[last].textLine == 0,
      text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
    {
      open[last].textLine = line
    }
    open[last].text += text
  }
}

/// A name as expat gives it: the namespace, a separator and the name without prefix.
private struct ParsedName {
  /// A line feed, which a name cannot contain and which is a space in the value of an attribute.
  static let separator: CChar = 0x0A
  var namespace: String
  var name: String

  init(_ text: String) {
    let utf8 = text.utf8
    guard let place = utf8.lastIndex(of: UInt8(ascii: "\n")) else {
      namespace = ""
      name = text
      return
    }
    namespace = String(text[..<place])
    name = String(text[utf8.index(after: place)...])
  }
}
