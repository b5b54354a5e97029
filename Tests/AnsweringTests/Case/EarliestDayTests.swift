import DMN
import Dialogue
import Evidence
import Testing

@testable import Answering

/// The day of the plan on which the wait after chemotherapy is over.
@Suite struct `The earliest day` {
  private static func plan(_ text: String, today: String?) throws -> [PlannedAction] {
    let assistant = try Bundled.assistant.get()
    let reply = try assistant.decide(
      TextCase(text, today: today),
      FactSheet(),
      CaseQuestions()
    )
    let days = try Self.rules()
    return try #require(reply.case).plan.filter { action in
      days.contains { $0.decision == action.decision } && action.text.contains("20")
    }
  }

  private static func rules() throws -> [EarliestDay] {
    EarliestDay.rules(try BundledCase.source.get().factWordings)
  }

  /// Weeks count from the last cycle; the day is the first on which they are complete.
  @Test(
    arguments: [
      ("last cycle 1 October with bev", "2026-10-20", "2026-11-12", "2026-10-01"),
      ("last FOLFOX on 30 January 2028, no bevacizumab", "2028-02-01", "2028-02-20", "2028-01-30"),
      // 2028 has a leap day, 2027 has none.
      ("last FOLFIRI 20 Feb with avastin", "2028-02-25", "2028-04-02", "2028-02-20"),
      ("last FOLFIRI 20 Feb with avastin", "2027-02-25", "2027-04-03", "2027-02-20"),
      ("last cycle on 29 February with bevacizumab", "2028-03-01", "2028-04-11", "2028-02-29"),
      // Ends of months and years.
      ("last cycle 31 December, without bevacizumab", "2027-01-05", "2027-01-21", "2026-12-31"),
      ("last dose of FOLFOX-bev 31 July", "2026-08-10", "2026-09-11", "2026-07-31"),
      ("last cycle with bev 4 weeks ago", "2026-11-24", "2026-12-08", "2026-10-27"),
      (
        "letter of 24 November 2026. last cycle with bev on 3 November", nil, "2026-12-15",
        "2026-11-03"
      ),
    ] as [(String, String?, String, String)]
  )
  func `is named with the day from which it counts`(
    text: String,
    today: String?,
    day: String,
    start: String
  ) throws {
    let words = try #require(try Self.plan(text, today: today).first?.text)
    #expect(words.contains(day), "\(words)")
    #expect(words.contains(start), "\(words)")
  }

  @Test func `rests on the claims that make the decision wait`() throws {
    let action = try #require(
      try Self.plan("last cycle 1 October with bev", today: "2026-10-20").first
    )
    #expect(action.claims.contains("wait-after-bevacizumab"))
    #expect(!action.citations.isEmpty)
  }

  /// The day before the boundary it lies ahead, on the boundary it has come.
  @Test(arguments: [("2026-11-11", true), ("2026-11-12", false), ("2026-11-13", false)])
  func `lies ahead up to the day before`(today: String, isAhead: Bool) throws {
    let plan = try Self.plan("resectable, last cycle 1 October with bev", today: today)
    let rule = try #require(try Self.rules().first)
    let opening = (isAhead ? rule.ahead : rule.passed).prefix { $0 != "{" }
    #expect(plan.contains { $0.text.hasPrefix(opening) }, "\(plan.map(\.text))")
    let reply = try Bundled.assistant.get().decide(
      TextCase("resectable, last cycle 1 October with bev", today: today),
      FactSheet(),
      CaseQuestions()
    )
    let timing = try #require(reply.case).decision(rule.decision)
    #expect((timing.outcome == rule.until) == isAhead)
  }

  @Test func `is given for both answers where one that would shorten it is open`() throws {
    let text = try #require(
      try Self.plan("resectable, last cycle 1 October", today: "2026-10-05").first?.text
    )
    #expect(text.contains("2026-11-12"))
    #expect(text.contains("2026-10-22"))
  }

  @Test(
    arguments: [
      ("last cycle 1 October with bev", nil), ("no chemo yet", "2026-10-20"),
      ("operation planned 5 weeks after the last cycle, with bev", "2026-10-20"),
    ] as [(String, String?)]
  )
  func `is not named where the day or today is not known`(text: String, today: String?) throws {
    #expect(try Self.plan(text, today: today).isEmpty)
  }

  @Test(arguments: [3, 0xDA7E] as [UInt64])
  func `a date is written as it is read`(seed: UInt64) throws {
    print("seed", seed)
    for number in stride(from: Int(seed % 400) - 400_000, to: 2_000_000, by: 397) {
      let day = CalendarDay(number: number)
      #expect(CalendarDay(day.iso) == day)
    }
  }
}
