extension Builtin {
  /// The context functions (DMN 1.5, 10.3.4.10).
  static let context: [Builtin] = [
    .row("get value", [Parameter("m", .context([])), Parameter("key", .string)]) {
      call,
      _ throws(BuiltinRefusal) in
      let key = try call.string(1)
      guard let value = try call.context(0)[key] else {
        throw BuiltinRefusal(.unknownProperty(key, of: "context"))
      }
      return value
    },
    .row("get entries", [Parameter("m", .context([]))]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let entries = try call.context(0).entries
      try evaluation.charge(entries.count)
      return .list(
        entries.map { .context(Context([("key", .string($0.key)), ("value", $0.value)])) }
      )
    },
    .row("context", [Parameter("entries", .list(.any))]) {
      call,
      evaluation throws(BuiltinRefusal) in
      .context(try call.contextOfEntries(charging: &evaluation))
    },
    .row("context put", [.context, Parameter("key", .string), Parameter("value", .any)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let context = try call.context(0)
      let path = [try call.string(1)]
      return .context(try call.put(at: path, into: context, charging: &evaluation))
    },
    .row("context put", [.context, Parameter("keys", .list(.string)), Parameter("value", .any)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let context = try call.context(0)
      var path: [String] = []
      for key in try call.items(1) {
        guard case .string(let key) = key else { throw call.refusal(of: "keys") }
        path.append(key)
      }
      return .context(try call.put(at: path, into: context, charging: &evaluation))
    },
    .row("context merge", [Parameter("contexts", .list(.context([])))]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let contexts = try call.list(0)
      var merged = Context()
      for context in contexts {
        guard case .context(let context) = context else { throw call.refusal(of: contexts) }
        for entry in context.entries {
          try evaluation.charge(1 + merged.entries.count)
          merged[entry.key] = entry.value
        }
      }
      return .context(merged)
    },
  ]
}

extension Builtin.Parameter {
  fileprivate static let context = Builtin.Parameter("context", .context([]))
}

extension BuiltinCall {
  /// The context that a list of contexts with `key` and `value` describes; other entries are ignored,
  /// missing ones and a second entry of one key refused.
  fileprivate func contextOfEntries(
    charging evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> Context {
    let entries = try list(0)
    var result = Context()
    for entry in entries {
      try evaluation.charge(1 + result.entries.count)
      guard case .context(let entry) = entry, case .string(let key) = entry["key"],
        let value = entry["value"], result[key] == nil
      else { throw refusal(of: "entries") }
      result[key] = value
    }
    return result
  }

  /// The context with the third argument at the end of a path of one key or more.
  ///
  /// Every key but the last must lead to a context. It goes down and up again in loops, so that a long
  /// path cannot exhaust the stack.
  fileprivate func put(
    at path: [String],
    into context: Context,
    charging evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> Context {
    var levels = [context]
    for key in path.dropLast() {
      guard case .context(let inner) = levels[levels.count - 1][key] else {
        throw refusal(of: "keys")
      }
      levels.append(inner)
    }
    var value = self.value(2)
    for (var level, key) in zip(levels, path).reversed() {
      try evaluation.charge(1 + level.entries.count)
      level[key] = value
      value = .context(level)
    }
    guard case .context(let result) = value else { throw refusal(of: "keys") }
    return result
  }
}
