internal import CYAML

/// The events of one YAML stream, read by libyaml.
///
/// This file is all unsafe code of reading YAML: the parser's memory, its events and their texts stay
/// inside, and what leaves it are values.
@safe
struct YAMLEvents: ~Copyable {
  // libyaml keeps pointers to its parser and to the input, so neither may move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutablePointer<UInt8>

  /// Starts to read a text, which need not be valid in any way.
  ///
  /// - Throws: `YAMLProblem` when there is no memory for the parser.
  init(_ bytes: [UInt8]) throws(YAMLProblem) {
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe input = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    for (index, byte) in bytes.enumerated() { unsafe input[index] = byte }
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      // What a failed start leaves is empty, and the deinitialiser frees it.
      throw YAMLProblem(line: nil, complaint: "has no memory to be read in")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after the end of the stream there is none but `end`.
  ///
  /// - Throws: `YAMLProblem` with the parser's complaint.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { unsafe yaml_event_delete(&event) }
    let mark = YAMLMark(
      line: Int(unsafe event.start_mark.line) + 1,
      column: Int(unsafe event.start_mark.column) + 1
    )
    return YAMLEvent(kind: unsafe kind(event), mark: mark)
  }

  private func kind(_ event: yaml_event_t) -> YAMLEvent.Kind {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_ALIAS_EVENT:
      .alias(unsafe text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      .scalar(
        unsafe text(event.data.scalar.value, event.data.scalar.length),
        isPlain: unsafe event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
        anchor: unsafe text(event.data.scalar.anchor)
      )
    case YAML_SEQUENCE_START_EVENT:
      .sequenceStart(anchor: unsafe text(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      .mappingStart(anchor: unsafe text(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    default: .end
    }
  }

  private func text(_ start: UnsafeMutablePointer<UInt8>, _ length: Int) -> String {
    // A scalar may hold NUL.
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }

  private func text(_ start: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let start = unsafe start else { return nil }
    return unsafe String(cString: start)
  }

  private func problem() -> YAMLProblem {
    let complaint =
      unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "is not YAML"
    switch unsafe parser.pointee.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      let mark = unsafe parser.pointee.problem_mark
      return YAMLProblem(
        complaint,
        at: YAMLMark(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
      )
    default: return YAMLProblem(line: nil, complaint: complaint)
    }
  }
}

/// A step of a YAML stream.
struct YAMLEvent {
  enum Kind {
    case streamStart, documentStart, documentEnd, collectionEnd, end
    case alias(String)
    case scalar(String, isPlain: Bool, anchor: String?)
    case sequenceStart(anchor: String?)
    case mappingStart(anchor: String?)
  }

  var kind: Kind
  var mark: YAMLMark
}

/// A place in a YAML text, line and column from 1.
struct YAMLMark {
  var line: Int
  var column: Int
}

/// Why a text is no YAML document.
struct YAMLProblem: Error {
  var line: Int?
  var complaint: String

  init(line: Int?, complaint: String) {
    self.line = line
    self.complaint = complaint
  }

  init(_ complaint: String, at mark: YAMLMark) {
    self.init(line: mark.line, complaint: "\(complaint) (column \(mark.column))")
  }
}
