extension BuiltinCall {
  /// The text of an optional argument; nil when it was not given or is null.
  func optionalString(_ place: Int) -> String? {
    guard case .string(let text)? = self[place] else { return nil }
    return text
  }

  /// The number of an optional argument; nil when it was not given or is null.
  func optionalNumber(_ place: Int) -> Number? {
    guard case .number(let number)? = self[place] else { return nil }
    return number
  }
}
