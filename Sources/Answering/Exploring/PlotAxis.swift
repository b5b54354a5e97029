#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The axis of a plot, from its first tick to its last.
public struct PlotAxis: Hashable, Sendable {
  /// The values that are marked, upwards; at least two.
  public var ticks: [Double]
  /// Whether equal ratios have equal lengths.
  public var isLogarithmic: Bool

  /// An axis on which values have room, with round ticks.
  ///
  /// - Parameters:
  ///   - values: What is drawn.
  ///   - isLogarithmic: For ratios; ignored where a value is not above 0.
  ///   - isPercent: From 0 to 100, unless a value lies outside.
  public init(_ values: [Double], isLogarithmic: Bool, isPercent: Bool) {
    let lowest = values.min() ?? 0
    let highest = values.max() ?? 1
    self.isLogarithmic = isLogarithmic && lowest > 0
    if self.isLogarithmic {
      ticks = Self.ratioTicks(min(lowest, 1), max(highest, 1))
    } else if isPercent, lowest >= 0, highest <= 100 {
      ticks = [0, 25, 50, 75, 100]
    } else {
      ticks = Self.evenTicks(lowest, highest)
    }
  }

  /// Where a value lies between the first tick (0) and the last (1).
  public func position(_ value: Double) -> Double {
    guard let first = ticks.first, let last = ticks.last, last > first else { return 0 }
    let place =
      isLogarithmic
      ? log(value / first) / log(last / first) : (value - first) / (last - first)
    return min(max(place, 0), 1)
  }

  private static func ratioTicks(_ lowest: Double, _ highest: Double) -> [Double] {
    let all = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    let first = all.last { $0 <= lowest } ?? all[0]
    let last = all.first { $0 >= highest && $0 > first } ?? all[all.count - 1]
    let ticks = all.filter { $0 >= first && $0 <= last }
    return ticks.count > 1 ? ticks : [0.5, 1, 2]
  }

  /// Two to six steps of 1, 2 or 5 times a power of ten, from 0 where that is not far.
  private static func evenTicks(_ lowest: Double, _ highest: Double) -> [Double] {
    let isNearZero = lowest >= 0 && (lowest <= 0.7 * highest || lowest == highest)
    let start = isNearZero ? 0 : lowest
    let span = highest > start ? highest - start : max(abs(highest), 1)
    let power = pow(10, log10(span).rounded(.down))
    let factor = [0.2, 0.5, 1, 2].first { span / (power * $0) <= 5 } ?? 2
    let step = power * factor
    let first = (start / step).rounded(.down)
    let last = max((highest / step).rounded(.up), first + 1)
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// A tick as it is written.
  public static func label(_ tick: Double) -> String {
    let scaled = (abs(tick) * 1000).rounded()
    let whole = Int(scaled / 1000)
    var digits = "\(Int(scaled) % 1000)"
    if digits == "0" { return tick < 0 && whole > 0 ? "-\(whole)" : "\(whole)" }
    digits = String(repeating: "0", count: 3 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(tick < 0 ? "-" : "")\(whole).\(digits)"
  }
}
