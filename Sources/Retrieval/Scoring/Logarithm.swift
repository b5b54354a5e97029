internal import Glibc

/// Natural logarithms without Foundation.
enum Logarithm {
  /// `ln value` for a value above 0.
  static func natural(_ value: Float) -> Float {
    logf(value)
  }
}
