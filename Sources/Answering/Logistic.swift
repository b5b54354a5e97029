internal import Glibc

/// The logistic function.
enum Logistic {
  /// `1 / (1 + e^−x)`, between 0 and 1.
  static func value(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }
}
