/// Turns the entries of wording files into a language.
struct FactLanguageBuilder {
  private let entries: [WordingEntry]
  private var classNumbers: [String: Int] = [:]
  var vocabulary = Vocabulary()
  var abbreviations: Set<String> = []
  var classes: [PhrasePattern] = []
  var quantities = QuantityLanguage()
  var assertion = AssertionLanguage()
  var facts: [FactDefinition] = []
  var phrases: [FactPhrase] = []
  var corrections: [PhrasePattern] = []
  var todays: [PhrasePattern] = []
  var carried: [PhrasePattern] = []
  var sites = SiteLanguage()
  var breaks: Set<Int> = []
  var fillers: Set<Int> = []

  init(_ entries: [WordingEntry]) {
    self.entries = entries
  }

  mutating func build() throws(WordingError) {
    try readClasses()
    for entry in entries where entry.section != "words" {
      switch entry.section {
      case "cues": try readCues(entry)
      case "signs": try readSigns(entry)
      case "facts", "events", "context": try readFact(entry)
      case "sites": try readSites(entry)
      default:
        guard try readQuantities(entry) else {
          throw WordingError(
            section: entry.section,
            name: entry.name,
            phrase: "",
            problem: .unknownSection
          )
        }
      }
    }
  }

  // MARK: Patterns

  func failure(
    _ entry: WordingEntry,
    _ phrase: String,
    _ problem: WordingError.Problem
  ) -> WordingError {
    WordingError(section: entry.section, name: entry.name, phrase: phrase, problem: problem)
  }

  mutating func pattern(
    _ phrase: String,
    _ entry: WordingEntry
  ) throws(WordingError) -> PhrasePattern {
    do throws(PatternError) {
      return try PatternParser.pattern(phrase, &vocabulary, classes: classNumbers)
    } catch {
      throw failure(entry, phrase, .pattern(error))
    }
  }

  mutating func patterns(
    _ list: [String],
    _ entry: WordingEntry
  ) throws(WordingError) -> [PhrasePattern] {
    var found: [PhrasePattern] = []
    for phrase in list { found.append(try pattern(phrase, entry)) }
    return found
  }

  private mutating func readClasses() throws(WordingError) {
    let named = entries.filter { $0.section == "words" }
    for entry in named where classNumbers[entry.name] == nil {
      classNumbers[entry.name] = classNumbers.count
    }
    var options = [[PhrasePattern]](repeating: [], count: classNumbers.count)
    for entry in named {
      guard let number = classNumbers[entry.name] else { continue }
      options[number] += try patterns(entry[""], entry)
    }
    classes = options.map { .choice($0) }
    for entry in named {
      guard let number = classNumbers[entry.name] else { continue }
      if reaches(number, from: classes[number], depth: 0) {
        throw failure(entry, "", .pattern(.circularClass(entry.name)))
      }
    }
  }

  /// Whether a pattern names a class, itself or through others.
  private func reaches(_ target: Int, from pattern: PhrasePattern, depth: Int) -> Bool {
    switch pattern {
    case .named(let number):
      number == target || depth > classes.count
        || reaches(target, from: classes[number], depth: depth + 1)
    case .sequence(let parts), .choice(let parts):
      parts.contains { reaches(target, from: $0, depth: depth) }
    case .optional(let inner): reaches(target, from: inner, depth: depth)
    case .atom, .quantity, .gap, .sentenceStart: false
    }
  }

  // MARK: Cues and signs

  private mutating func readCues(_ entry: WordingEntry) throws(WordingError) {
    let effect: NegationRule.Effect
    switch entry.value("is") ?? "" {
    case "historical": effect = .historical
    case "nothing": effect = .none
    case let name:
      guard let polarity = Polarity(rawValue: name) else {
        throw failure(entry, name, .value(name))
      }
      effect = .polarity(polarity)
    }
    let direction = entry.value("towards") ?? "forward"
    guard let direction = NegationRule.Direction(rawValue: direction) else {
      throw failure(entry, direction, .value(direction))
    }
    for phrase in entry["phrases"] {
      assertion.rules.append(
        NegationRule(
          effect: effect,
          direction: direction,
          reach: Int(entry.number("reach") ?? 12),
          spansLists: entry.value("lists") == "true",
          closers: entry["closed by"].isEmpty ? nil : Set(entry["closed by"]),
          pattern: try pattern(phrase, entry)
        )
      )
    }
  }

  private mutating func readSigns(_ entry: WordingEntry) throws(WordingError) {
    let words = entry[""]
    switch entry.name {
    case "abbreviations": abbreviations.formUnion(words)
    case "connectives": assertion.connectives.formUnion(words)
    case "terminators": assertion.terminators += try patterns(words, entry)
    case "yes", "no":
      for pattern in try patterns(words, entry) {
        assertion.answers.append((entry.name == "yes", pattern))
      }
    case "carried": carried += try patterns(words, entry)
    case "today": todays += try patterns(words, entry)
    case "corrections": corrections += try patterns(words, entry)
    case "breaks": for word in words { breaks.insert(vocabulary.atom(word)) }
    case "fillers": for word in words { fillers.insert(vocabulary.atom(word)) }
    default: throw failure(entry, "", .unknownList(entry.name))
    }
  }

  private mutating func readSites(_ entry: WordingEntry) throws(WordingError) {
    let role: SiteLanguage.Role
    switch entry.name {
    case "label": role = .label
    case "all": role = .all
    case "joined":
      sites.joints.formUnion(entry[""])
      return
    default:
      guard let position = Int(entry.name) else { throw failure(entry, "", .value(entry.name)) }
      role = .position(position)
    }
    for pattern in try patterns(entry[""], entry) { sites.patterns.append((role, pattern)) }
  }
}
