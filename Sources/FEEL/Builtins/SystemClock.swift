internal import Glibc

/// The clock of the machine, read in this one place.
enum SystemClock {
  /// The moment, with the offset that the machine's zone has now; nil when the clock cannot be read.
  static func now() -> DateAndTime? {
    var moment = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &moment) == 0 else { return nil }
    var local = unsafe tm()
    guard unsafe localtime_r(&moment.tv_sec, &local) != nil else { return nil }
    let offset = unsafe local.tm_gmtoff
    let second = moment.tv_sec + offset
    let day = (second - second.modulo(86_400)) / 86_400
    guard let date = CalendarDate(epochDay: day),
      let time = time(
        secondOfDay: second.modulo(86_400),
        nanosecond: moment.tv_nsec,
        offset: offset
      )
    else { return nil }
    return DateAndTime(date: date, time: time)
  }

  private static func time(secondOfDay: Int, nanosecond: Int, offset: Int) -> TimeOfDay? {
    TimeOfDay(
      hour: secondOfDay / 3_600,
      minute: secondOfDay / 60 % 60,
      second: secondOfDay % 60,
      nanosecond: nanosecond,
      zone: .offset(seconds: offset)
    )
  }
}

extension Int {
  /// The remainder that is never negative, for a positive divisor.
  fileprivate func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
