/// A rule that goes on forever: one offset, or two that take turns every year (POSIX.1, 8.3, `TZ`).
struct ZoneRule: Sendable, Hashable {
  /// The offset outside of summer time, in seconds east of UTC.
  let standardOffset: Int
  /// Summer time, nil for a zone without it.
  let summer: Summer?

  /// Summer time, which may also be winter time behind the standard time (Ireland).
  struct Summer: Sendable, Hashable {
    /// The offset in seconds east of UTC.
    let offset: Int
    /// When it begins, on the clock of standard time.
    let start: YearlyTime
    /// When it ends, on the clock of summer time.
    let end: YearlyTime
  }

  /// The offset at an instant.
  func offset(atInstant instant: Int) -> Int {
    changes(around: instant).last { $0.instant <= instant }?.offset ?? standardOffset
  }

  /// The changes of the year of an instant (by UTC), the year before and the year after, in order of time.
  func changes(around instant: Int) -> [ZoneHistory.Change] {
    guard let summer else { return [] }
    let day = instant.dividedRoundingDown(by: 86_400).quotient
    let year = CivilCalendar.civil(ofDay: day).year
    let changes = (year - 1...year + 1).flatMap { year in
      [
        ZoneHistory.Change(
          instant: summer.end.local(in: year) - summer.offset,
          offset: standardOffset
        ),
        ZoneHistory.Change(
          instant: summer.start.local(in: year) - standardOffset,
          offset: summer.offset
        ),
      ]
    }
    // Where summer time ends and begins at one instant, it goes on.
    return changes.enumerated().sorted { left, right in
      (left.element.instant, left.offset) < (right.element.instant, right.offset)
    }.map(\.element)
  }

  /// A time of a day that comes every year.
  struct YearlyTime: Sendable, Hashable {
    /// The day.
    let day: Day
    /// Seconds after its midnight, from -167 to 167 hours (RFC 8536, 3.3.1).
    let seconds: Int

    /// How the day is given.
    enum Day: Sendable, Hashable {
      /// `J60`: the day from 1 to 365, 29 February not counted.
      case withoutLeapDay(Int)
      /// `59`: the day from 0 to 365, 29 February counted.
      case withLeapDay(Int)
      /// `M3.5.0`: the week from 1 to 5, where 5 is the last, and the weekday from Sunday 0 to Saturday 6.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    /// The local time in a year, in seconds since 1970-01-01T00:00:00.
    func local(in year: Int) -> Int { dayNumber(in: year) * 86_400 + seconds }

    private func dayNumber(in year: Int) -> Int {
      switch day {
      case .withoutLeapDay(let day):
        let afterLeapDay = day >= 60 && CivilCalendar.isLeap(year) ? 1 : 0
        return CivilCalendar.dayNumber(year: year, month: 1, day: day + afterLeapDay)
      case .withLeapDay(let day):
        return CivilCalendar.dayNumber(year: year, month: 1, day: day + 1)
      case .weekday(let month, let week, let weekday):
        let first = CivilCalendar.dayNumber(year: year, month: month, day: 1)
        let wait = (weekday - CivilCalendar.weekday(ofDay: first)).dividedRoundingDown(by: 7)
        let last = CivilCalendar.length(ofMonth: month, in: year) - 1
        let place = wait.remainder + (week - 1) * 7
        return first + (place > last ? place - 7 : place)
      }
    }
  }
}
