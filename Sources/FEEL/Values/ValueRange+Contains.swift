extension ValueRange {
  /// Whether a value is between the ends; nil where it cannot be compared with one of them.
  ///
  /// An end that excludes the value decides even where the other end cannot be compared, as in
  /// `e >= a and e <= b`. A comparison with both ends is `(= a)` or `(!= a)` and asks for equality
  /// (DMN 1.5, 10.3.2.7 and table 55, suite 0072).
  ///
  /// - Complexity: O(1), for strings O(n).
  public func contains(_ value: Value) -> Bool? {
    if form == .comparison, let lower, upper != nil {
      let equal = value.isEqual(to: lower)
      return includesLower ? equal : equal.map { !$0 }
    }
    let above = lower.map { reaches(value, from: $0, .less, or: includesLower) } ?? true
    let below = upper.map { reaches(value, from: $0, .greater, or: includesUpper) } ?? true
    if above == false || below == false { return false }
    return above == nil || below == nil ? nil : true
  }

  private func reaches(
    _ value: Value,
    from end: Value,
    _ side: Ordering,
    or included: Bool
  ) -> Bool? {
    end.ordering(to: value).map { $0 == side || (included && $0 == .equal) }
  }
}
