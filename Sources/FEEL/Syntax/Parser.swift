/// Reads FEEL texts (DMN 1.5, 10.3.1.2) by recursive descent.
///
/// A function that reads has the name of its grammar rule and consumes what it reads; functions that
/// only look do not change the parser. Operators of two operands follow the table `Precedence`.
/// Reading ends with an expression or a `Diagnostic`, whatever the text: every loop consumes a token,
/// and nesting is limited.
public struct Parser {
  let tokens: [Token]
  var place = 0
  private var failure: Diagnostic?
  private let names: KnownNames
  private var localNames: [KnownNames] = []
  private var keys = KnownNames()
  private var depth = 0
  private var height = 0

  /// Expressions inside each other beyond this are refused, so that a thread's stack of 512 KiB holds.
  static let maximumDepth = 100
  /// Trees higher than this are refused, so that whatever walks them by recursion ends within a stack
  /// of 8 MiB, the usual one on Linux.
  ///
  /// A chain of operators, paths or filters is as high as it is long. Measured per level, for printing:
  /// up to 3 KiB without optimization.
  static let maximumHeight = 1_600

  private static let builtinNames = KnownNames(Set(Builtin.all.map(\.name)))

  /// Prepares to read a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - names: The names in scope, besides the built-in functions.
  public init(_ text: String, names: KnownNames = KnownNames()) {
    self.names = names
    do {
      tokens = try Lexer.tokens(of: text)
    } catch {
      tokens = [Token(kind: .end, range: SourceRange(0, 0), hasSpaceBefore: false)]
      failure = error
    }
  }

  /// Reads the whole text as an expression.
  public mutating func parseExpression() throws(Diagnostic) -> Expression {
    try start()
    let expression = try expression()
    try finish()
    return expression
  }

  /// Reads the whole text as the tests of an input entry (rules 13 to 15).
  public mutating func parseUnaryTests() throws(Diagnostic) -> UnaryTests {
    try start()
    let tests = try unaryTests()
    try finish()
    return tests
  }

  /// Reads the whole text as a type (rule 52).
  public mutating func parseTypeReference() throws(Diagnostic) -> TypeReference {
    try start()
    let type = try type()
    try finish()
    return type
  }

  private mutating func start() throws(Diagnostic) {
    if let failure { throw failure }
    place = 0
    height = 0
  }

  private func finish() throws(Diagnostic) {
    if current.kind != .end { throw unexpected("the end") }
  }

  // MARK: Tokens

  var current: Token { tokens[place] }

  /// The token so many places ahead; the end behind the last one.
  func peek(_ offset: Int) -> Token { tokens[min(place + offset, tokens.count - 1)] }

  func at(sign: String) -> Bool { current.kind == .sign(sign) }

  func at(word: String) -> Bool { current.kind == .word(word) }

  mutating func advance() {
    if place < tokens.count - 1 { place += 1 }
  }

  /// Consumes a sign if it is there.
  mutating func eat(sign: String) -> Bool {
    guard at(sign: sign) else { return false }
    advance()
    return true
  }

  /// Consumes a word if it is there.
  mutating func eat(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  mutating func expect(sign: String) throws(Diagnostic) {
    if !eat(sign: sign) { throw unexpected("‘\(sign)’") }
  }

  mutating func expect(word: String) throws(Diagnostic) {
    if !eat(word: word) { throw unexpected("‘\(word)’") }
  }

  func unexpected(_ expected: String) -> Diagnostic {
    switch current.kind {
    case .end: Diagnostic(.unexpectedEnd(expected: expected), at: current.range)
    case .word(let text), .number(let text), .sign(let text):
      Diagnostic(.unexpected(text, expected: expected), at: current.range)
    case .string(let text):
      Diagnostic(.unexpected("\"\(text)\"", expected: expected), at: current.range)
    }
  }

  /// From the start of a token to the end of the one before the current.
  func range(from start: Int) -> SourceRange {
    SourceRange(
      tokens[start].range.start,
      max(tokens[start].range.start, tokens[max(0, place - 1)].range.end)
    )
  }

  // MARK: Nesting and names

  /// Reads one level deeper.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard depth < Self.maximumDepth else {
      throw Diagnostic(.tooDeep(maximum: Self.maximumDepth), at: current.range)
    }
    depth += 1
    let outer = height
    height = 0
    defer {
      depth -= 1
      height = max(outer, height + 1)
    }
    return try body(&self)
  }

  /// Counts an operation on top of what has been read on this level.
  mutating func link() throws(Diagnostic) {
    height += 1
    guard height <= Self.maximumHeight else {
      throw Diagnostic(.tooDeep(maximum: Self.maximumHeight), at: tokens[max(0, place - 1)].range)
    }
  }

  /// Reads with further names in scope.
  mutating func scoped<Result>(
    _ names: [String],
    _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    localNames.append(KnownNames(names))
    defer { localNames.removeLast() }
    return try body(&self)
  }

  /// Brings a further name into scope until the innermost scope ends.
  mutating func bind(_ name: String) {
    guard !localNames.isEmpty else { return }
    localNames[localNames.count - 1].insert(name)
  }

  /// Brings a context's key into scope, and makes it known behind dots.
  mutating func bind(key: String) {
    bind(key)
    keys.insert(key)
  }

  /// The longest name in scope that begins at the current token; of equal ones the innermost.
  func knownName() -> KnownNames.Match? {
    longer(nameInScope(), Self.builtinNames.match(tokens[place...]))
  }

  /// The longest name behind a dot: one in scope or the key of a context in this text.
  ///
  /// Built-in functions are no properties: `a.date and time(b)` is a conjunction.
  func knownProperty() -> KnownNames.Match? { longer(nameInScope(), keys.match(tokens[place...])) }

  private func nameInScope() -> KnownNames.Match? {
    let rest = tokens[place...]
    var best = names.match(rest)
    for scope in localNames { best = longer(scope.match(rest), best) }
    return best
  }

  private func longer(
    _ first: KnownNames.Match?,
    _ second: KnownNames.Match?
  ) -> KnownNames.Match? {
    (first?.length ?? 0) >= (second?.length ?? 0) ? first : second
  }
}
