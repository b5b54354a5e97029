internal import CPCRE2

/// A pattern that PCRE2 has compiled; the only place that calls PCRE2.
///
/// Unsafe calls are safe here because: the code is freed by `deinit` alone; everything else is made and
/// freed within one call; the bytes outlive the call that searches them.
///
/// `@unchecked Sendable`, because PCRE2 never writes to compiled code once `pcre2_compile` has returned
/// (pcre2api(3), "Multithreading"), and nothing here changes after `init`.
@safe
final class CompiledPattern: @unchecked Sendable {
  private let code: OpaquePointer
  private let hasBackReferences: Bool

  /// Compiles a translated pattern.
  ///
  /// - Throws: `.limit` when PCRE2 takes it to be too large.
  init(
    _ translation: PatternTranslator.Translation,
    flags: RegularExpression.Flags
  ) throws(RegularExpression.Failure) {
    let context = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    let pattern = Array(translation.pattern.utf8) + [0]
    var error: Int32 = 0
    var place = 0
    let code = unsafe pcre2_compile_8(
      pattern,
      pattern.count - 1,
      Self.options(flags),
      &error,
      &place,
      context
    )
    guard let code = unsafe code else { throw .limit }
    unsafe self.code = code
    hasBackReferences = translation.hasBackReferences
  }

  deinit { unsafe pcre2_code_free_8(code) }

  private static func options(_ flags: RegularExpression.Flags) -> UInt32 {
    var options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_AUTO_CALLOUT | PCRE2_DOLLAR_ENDONLY
      | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C
    if flags.contains(.pointMatchesLineEnds) { options |= PCRE2_DOTALL }
    if flags.contains(.anchorsMatchLines) { options |= PCRE2_MULTILINE }
    if flags.contains(.ignoresCase) { options |= PCRE2_CASELESS }
    return options
  }
}

extension CompiledPattern {
  /// Finds the matches in a text from left to right, none overlapping another.
  ///
  /// - Parameters:
  ///   - text: The text in UTF-8.
  ///   - steps: The steps that may be spent yet; what the search spends is taken off.
  ///   - body: Gets the place of the match and of each group, nil for a group that took no part; false
  ///     ends the search.
  /// - Throws: `.limit` when the search takes too many steps or too much memory; what `body` throws.
  func forEachMatch(
    in text: [UInt8],
    steps: inout Int,
    _ body: ([Range<Int>?]) throws(RegularExpression.Failure) -> Bool
  ) throws(RegularExpression.Failure) {
    let meter = Meter(charge: charge(forCount: text.count), steps: steps)
    guard let search = unsafe Search(code, meter) else { throw .limit }
    defer { steps -= search.spent }
    var groups: [Range<Int>?] = []
    var start = 0
    while start <= text.count, try unsafe search.next(code, in: text, from: start, &groups) {
      guard let match = groups.first, let match, try body(groups) else { return }
      start = match.isEmpty ? text.place(behind: match.upperBound) : match.upperBound
    }
  }

  /// What each step costs: back-references compare up to the whole text in one step.
  private func charge(forCount count: Int) -> Int {
    hasBackReferences ? 1 + count / 64 : 1
  }
}

extension [UInt8] {
  /// The place of the code point behind the one at a place.
  fileprivate func place(behind place: Int) -> Int {
    var place = place + 1
    while place < count, self[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}

/// Counts the steps of a search and ends it when they are spent.
///
/// PCRE2 calls out before each item of the pattern that it tries. A call costs one step, and one more for
/// each four bytes since the last one, so that long runs (`a*`) count too. PCRE2's own limit is counted
/// afresh at each place of the text, which would let a search of a long text go on for hours.
private struct Meter {
  /// The most steps of one search: a fraction of a second.
  static let mostSteps = 10_000_000

  private(set) var spent = 0
  private var place = 0
  private let charge: Int
  private let steps: Int

  /// A meter for a search whose calls cost `charge`, and which may spend so many steps.
  init(charge: Int, steps: Int) {
    self.charge = charge
    self.steps = min(steps, Self.mostSteps)
  }

  /// Whether the search may go on at another place.
  mutating func spend(to newPlace: Int) -> Bool {
    spent += charge + abs(newPlace - place) / 4
    place = newPlace
    return spent < steps
  }
}

/// PCRE2's memory for one search.
@safe
private struct Search: ~Copyable {
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let meter: UnsafeMutablePointer<Meter>

  /// What the notes of a match may take, in KiB.
  private static let memoryLimit: UInt32 = 128 * 1_024

  /// Nil when there is no memory.
  init?(_ code: OpaquePointer, _ meter: Meter) {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else { return nil }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(data)
      return nil
    }
    unsafe self.data = data
    unsafe self.context = context
    unsafe self.meter = .allocate(capacity: 1)
    unsafe self.meter.initialize(to: meter)
    unsafe pcre2_set_heap_limit_8(context, Self.memoryLimit)
    unsafe pcre2_set_callout_8(context, Self.callout, self.meter)
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe meter.deallocate()
  }

  /// The steps spent so far.
  var spent: Int { unsafe meter.pointee.spent }

  private static let callout:
    @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 =
      { block, data in
        guard let block = unsafe block, let data = unsafe data else { return PCRE2_ERROR_CALLOUT }
        let meter = unsafe data.assumingMemoryBound(to: Meter.self)
        let goesOn = unsafe meter.pointee.spend(to: block.pointee.current_position)
        return goesOn ? 0 : PCRE2_ERROR_CALLOUT
      }

  /// Finds the next match and writes its places; false when there is none.
  borrowing func next(
    _ code: OpaquePointer,
    in text: [UInt8],
    from start: Int,
    _ groups: inout [Range<Int>?]
  ) throws(RegularExpression.Failure) -> Bool {
    let subject = text.isEmpty ? [0] : text
    let options = start == 0 ? 0 : PCRE2_NO_UTF_CHECK
    let result = unsafe pcre2_match_8(code, subject, text.count, start, options, data, context)
    if result == PCRE2_ERROR_NOMATCH { return false }
    guard result > 0 else { throw .limit }
    let count = Int(unsafe pcre2_get_ovector_count_8(data))
    guard let places = unsafe pcre2_get_ovector_pointer_8(data) else { throw .limit }
    let offsets = unsafe UnsafeBufferPointer(start: places, count: 2 * count)
    groups.removeAll(keepingCapacity: true)
    for group in 0..<count {
      let (lower, upper) = unsafe (offsets[2 * group], offsets[2 * group + 1])
      let isSet = 0 <= lower && lower <= upper && upper <= text.count
      groups.append(isSet ? lower..<upper : nil)
    }
    return true
  }
}
