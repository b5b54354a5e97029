/// What a line at the prompt asks for.
enum PromptCommand: Equatable {
  case nothing
  case question(String)
  case help
  case more
  case source(Int?)
  case explain
  case define(String)
  /// For whom answers are shown; without a word what is set.
  case audience(String)
  case disagreements
  /// A view of the evidence, by its command without the dot.
  case explore(String, String)
  case new
  /// What is carried, or the word that shall not be any longer.
  case context(drop: String?)
  case export(String)
  case showCase
  /// The file that holds a case.
  case loadCase(String)
  /// The file that a case goes to, and whether it may take the place of another.
  case saveCase(String, mayReplace: Bool)
  case set(String)
  case why(String)
  case whyNot(String)
  case change(String)
  case thanks
  case greeting
  case quit
  /// A command that does not exist, or one whose argument is none.
  case unknown(String, near: [String])

  /// The commands as they are typed.
  static let names = [
    ".audience", ".case", ".change", ".claims", ".compare", ".context", ".define", ".disagreements",
    ".explain", ".export", ".help", ".more", ".new", ".plot", ".quit", ".quiz", ".references",
    ".set", ".show", ".source", ".table", ".topics", ".why", ".whynot", ".without",
  ]

  /// Reads a line: a dot and a letter begin a command, some plain words stand for one, and all else
  /// is a question.
  init(_ line: String) {
    let text = line.trimmingBlanks
    let parts = text.split(separator: " ").map(String.init)
    guard let head = parts.first else {
      self = .nothing
      return
    }
    if head.hasPrefix("."), head.dropFirst().first?.isLetter == true {
      self = Self.command(head.lowercased(), argument: parts.dropFirst().joined(separator: " "))
    } else {
      self = Self.plain(parts) ?? .question(text)
    }
  }

  private static func command(_ name: String, argument: String) -> PromptCommand {
    switch name {
    case ".help": .help
    case ".more": .more
    case ".source": argument.isEmpty ? .source(nil) : source(argument)
    case ".explain": .explain
    case ".define":
      argument.isEmpty ? .unknown(name, near: [".define WORD"]) : .define(argument)
    case ".audience": .audience(argument)
    case ".disagreements": disagreements(argument)
    case ".claims", ".compare", ".plot", ".quiz", ".references", ".show", ".table",
      ".topics", ".without":
      .explore(String(name.dropFirst()), argument)
    case ".new": .new
    case ".context": context(argument)
    case ".export":
      argument.isEmpty
        ? .unknown(name, near: [".export FILE"])
        : argument.hasPrefix("html ") ? .explore("export", argument) : .export(argument)
    case ".case": ofCase(argument)
    case ".set":
      argument.isEmpty ? .unknown(name, near: [".set FACT=VALUE"]) : .set(argument)
    case ".why": .why(argument)
    case ".whynot":
      argument.isEmpty ? .unknown(name, near: [".whynot OUTCOME"]) : .whyNot(argument)
    case ".change":
      argument.isEmpty ? .unknown(name, near: [".change OUTCOME"]) : .change(argument)
    case ".quit", ".exit": .quit
    default: .unknown(name, near: near(name))
    }
  }

  /// Those of the last answer, or with `all` or a topic those of the corpus.
  private static func disagreements(_ argument: String) -> PromptCommand {
    switch argument {
    case "": .disagreements
    case "all": .explore("disagreements", "")
    default: .explore("disagreements", "--topic \"\(argument)\"")
    }
  }

  private static func ofCase(_ argument: String) -> PromptCommand {
    if argument.isEmpty { return .showCase }
    let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts[0], parts.dropFirst().first) {
    case ("load", let path?): return .loadCase(path)
    case ("save", let path?): return .saveCase(path, mayReplace: false)
    case ("save!", let path?): return .saveCase(path, mayReplace: true)
    case ("load", nil), ("save", nil), ("save!", nil):
      return .unknown(".case \(parts[0])", near: [".case \(parts[0]) FILE"])
    default: return .loadCase(argument)
    }
  }

  /// Whether the line names a file, which is taken as it was typed.
  var namesFile: Bool {
    switch self {
    case .loadCase, .saveCase, .export: true
    default: false
    }
  }

  private static func context(_ argument: String) -> PromptCommand {
    if argument.isEmpty { return .context(drop: nil) }
    let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0] == "drop" else {
      return .unknown(".context \(argument)", near: [".context drop WORD"])
    }
    return .context(drop: parts[1])
  }

  private static func source(_ argument: String) -> PromptCommand {
    guard let number = Int(argument), number > 0 else {
      return .unknown(".source \(argument)", near: [".source 1"])
    }
    return .source(number)
  }

  private static func plain(_ parts: [String]) -> PromptCommand? {
    var words = parts.map { $0.lowercased() }
    while let last = words.last, let sign = last.last, ".!?".contains(sign) {
      words[words.count - 1] = String(last.dropLast())
      if words[words.count - 1].isEmpty { words.removeLast() }
    }
    if let number = words.last.flatMap(Int.init), number > 0 {
      let rest = words.dropLast().joined(separator: " ")
      if ["source", "show source", "show the source of"].contains(rest) { return .source(number) }
    }
    switch words.joined(separator: " ") {
    case "more", "show more": return .more
    case "source", "show source", "show the source", "show me the source": return .source(nil)
    case "thanks", "thank you", "thx": return .thanks
    case "hello", "hi", "hey", "hello there", "hi there", "good morning", "good afternoon",
      "good evening":
      return .greeting
    case "help": return .help
    case "quit", "exit", "bye": return .quit
    default: return nil
    }
  }

  /// The commands that are at most two edits away or begin alike, nearest first.
  private static func near(_ name: String) -> [String] {
    let typed = Array(name.utf8.prefix(32))
    let rated = names.map { candidate in
      let beginsAlike = candidate.hasPrefix(name) || candidate.hasPrefix(String(name.prefix(3)))
      return (candidate, beginsAlike ? 1 : edits(typed, Array(candidate.utf8)))
    }
    return rated.filter { $0.1 <= 2 }.sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
  }

  /// The Levenshtein distance.
  private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
