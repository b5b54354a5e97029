internal import Glibc

/// What the place that text is shown at can do.
struct OutputStyle: Sendable {
  /// How an answer is laid out.
  enum Form: Sendable {
    /// In columns, for the eye.
    case screen
    /// One labelled line after the other, for a screen reader.
    case linear
  }

  /// How words are set off from others.
  enum Marks: Sendable {
    case none
    case colours
    case coloursAndLinks
  }

  var form: Form
  var marks: Marks
  /// Columns of a line.
  var width: Int
  /// Lines of the screen; `nil` where there is none.
  var height: Int?

  /// What a pipe gets.
  static let pipe = OutputStyle(form: .screen, marks: .none, width: 80)

  /// The style for standard output.
  ///
  /// - Parameter form: What the command line asks for; `ACCESSIBLE` in the environment asks for the
  ///   linear form as well.
  /// - Returns: No colour and no links unless on a terminal that has them and with `NO_COLOR`
  ///   unset; the terminal's width within 60 to 100 columns, else 80.
  static func standardOutput(_ form: Form) -> OutputStyle {
    if form == .linear || Environment.value("ACCESSIBLE") != nil {
      return OutputStyle(form: .linear, marks: .none, width: 80)
    }
    guard isatty(STDOUT_FILENO) == 1 else { return .pipe }
    var style = OutputStyle(form: .screen, marks: .none, width: 80)
    style.measureTerminal()
    let terminal = Environment.value("TERM") ?? "dumb"
    if terminal != "dumb", Environment.value("NO_COLOR") == nil {
      style.marks = showsLinks(terminal) ? .coloursAndLinks : .colours
    }
    return style
  }

  private mutating func measureTerminal() {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return }
    if size.ws_col > 0 { width = min(max(Int(size.ws_col), 60), 100) }
    if size.ws_row > 0 { height = Int(size.ws_row) }
  }

  /// Whether the terminal is one of those known to show OSC 8 links; there is no way to ask it.
  private static func showsLinks(_ terminal: String) -> Bool {
    if ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra"].contains(terminal) {
      return true
    }
    let telltales = [
      "WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_EXECUTABLE", "FORCE_HYPERLINK",
    ]
    if telltales.contains(where: { Environment.value($0) != nil }) { return true }
    // VTE shows them since 0.50.
    if let version = Environment.value("VTE_VERSION").flatMap(Int.init) { return version >= 5000 }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"]
    return Environment.value("TERM_PROGRAM").map(programs.contains) ?? false
  }

  /// Text that stands out.
  func bold(_ text: String) -> String { marked(text, "1") }

  /// Text that steps back.
  func dim(_ text: String) -> String { marked(text, "2") }

  /// Text that leads to an address where the terminal can follow one.
  func link(_ text: String, to address: String) -> String {
    let isAddress =
      address.hasPrefix("https://") && address.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard case .coloursAndLinks = marks, isAddress else { return text }
    return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  private func marked(_ text: String, _ code: String) -> String {
    switch marks {
    case .none: text
    case .colours, .coloursAndLinks: text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
  }
}
