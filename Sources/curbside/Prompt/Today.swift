internal import Glibc

/// The day by the clock, from which the prompt counts dates; commands are told it instead.
enum Today {
  /// As in 2025-11-05, in the local time zone; nil where the clock gives none.
  static var iso: String? {
    var seconds = time(nil)
    var parts = unsafe tm()
    guard unsafe localtime_r(&seconds, &parts) != nil else { return nil }
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return unsafe "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }
}
