internal import CReadline
internal import Glibc

/// Lines typed on a terminal, with GNU readline's editing, history, search and completion.
///
/// Readline keeps its state in C globals, so there is one of these at a time, on the main actor.
@MainActor
struct ReadlineLineSource: @MainActor LineSource {
  /// What stands before the next line.
  var prompt: String
  private let history: History?

  // Readline calls a C function for completion, which can carry nothing with it.
  private static var completion = Completion(commands: [], words: [])

  /// Prepares readline; the terminal itself is left alone until a line is asked for.
  ///
  /// - Parameters:
  ///   - prompt: May hold escape sequences, each between U+0001 and U+0002.
  ///   - history: Where earlier lines come from and new ones go to; `nil` keeps none.
  ///   - completion: What the Tab key offers.
  init(prompt: String, history: History?, completion: Completion) {
    self.prompt = prompt
    self.history = history
    Self.completion = completion
    unsafe curbside_readline_start { text, start, _ in
      let word = unsafe text.map { unsafe String(cString: $0) } ?? ""
      let line = unsafe curbside_line_buffer().map { unsafe String(cString: $0) } ?? ""
      let address = MainActor.assumeIsolated {
        ReadlineLineSource.matches(of: word, after: String(line.utf8.prefix(Int(start))) ?? "")
      }
      return unsafe UnsafeMutablePointer(bitPattern: address)
    }
    for line in history?.load() ?? [] { unsafe add_history(Sanitizer.visible(line)) }
  }

  mutating func next() -> Line {
    guard let pointer = unsafe readline(prompt) else {
      // Ctrl-D leaves the cursor behind the prompt.
      if curbside_ends_last_line() == 0 { rl_crlf() }
      return .end
    }
    defer { unsafe free(pointer) }
    let bytes = unsafe UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map {
      UInt8(bitPattern: $0)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .unusable(.notUTF8) }
    // A paste of several lines is one question.
    let line = Sanitizer.visible(text.joiningLines)
    if !line.trimmingBlanks.isEmpty { unsafe add_history(line) }
    return .text(line)
  }

  /// Keeps a line for later prompts.
  func keep(_ line: String) {
    if !line.trimmingBlanks.isEmpty { history?.append(line) }
  }

  /// Gives the terminal back as it was found.
  func restoreTerminal() {
    curbside_restore_terminal()
  }

  /// The address of a list as readline wants it, made with `malloc`: what the matches have in common,
  /// then the matches, then null; 0 without a match.
  private static func matches(of word: String, after head: String) -> UInt {
    curbside_completion_is_final()
    let matches = completion.matches(of: word, after: head)
    guard let common = Completion.commonPrefix(matches) else { return 0 }
    let entries = matches.count == 1 ? matches : [common] + matches
    let size = MemoryLayout<UInt>.stride
    guard let memory = unsafe calloc(entries.count + 1, size) else { return 0 }
    let list = unsafe memory.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    for (index, entry) in entries.enumerated() { unsafe list[index] = unsafe strdup(entry) }
    return UInt(bitPattern: list)
  }
}
