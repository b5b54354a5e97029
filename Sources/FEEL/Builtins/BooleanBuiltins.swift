extension Builtin {
  /// The boolean function (DMN 1.5, 10.3.4.2); `all` and `any` are with the list functions.
  static let boolean: [Builtin] = [
    .row("not", [.init("negand", .boolean, acceptsNull: true)]) { arguments, _ in
      guard case .boolean(let negand)? = arguments[0] else { return .null }
      return .boolean(!negand)
    }
  ]
}
