internal import DMN
internal import Evidence
internal import FEEL
internal import TextAnalysis

/// The one place where what was stated becomes what a decision model knows: a stated truth becomes
/// true, a stated denial false, and what nobody said stays unknown.
struct FactMapping {
  let model: ReasoningModel
  let siteFacts: Set<String>

  /// Adds stated facts to known ones; later ones replace earlier ones.
  ///
  /// - Parameters:
  ///   - stated: The facts as they were written.
  ///   - facts: The known facts, to which the stated ones are added.
  ///   - site: The label of the site to which the facts belong; nil for the patient.
  /// - Returns: What is wrong with them.
  func state(_ stated: [StatedFact], in facts: inout CaseFacts, site: String?) -> [CaseProblem] {
    stated.compactMap { fact in
      func problem(_ reason: CaseProblem.Reason) -> CaseProblem {
        CaseProblem(id: fact.id, site: site, line: fact.line, reason: reason)
      }
      guard let input = model.inputs.first(where: { $0.name == fact.id }) else {
        return problem(.unknownFact(nearest: nearest(to: fact.id)))
      }
      if site != nil, !siteFacts.contains(fact.id) { return problem(.notOfASite) }
      do {
        if let knowledge = try knowledge(fact.value, of: input) {
          try facts.state(fact.id, knowledge, in: model)
        } else {
          facts[fact.id] = nil
        }
        return nil
      } catch let error as FactError {
        return problem(Self.reason(error))
      } catch let reason as MappingError {
        return problem(reason.reason)
      } catch {
        return problem(.wrongType(value: fact.value.description, expected: "a value"))
      }
    }
  }

  private struct MappingError: Error {
    var reason: CaseProblem.Reason
  }

  /// What a stated value says; nil when it says that nothing is known.
  private func knowledge(_ value: StatedValue, of input: CompiledInput) throws -> Knowledge? {
    switch (value, input.type) {
    case (.unknown, _): return nil
    case (.boolean(let truth), .boolean): return .value(.boolean(truth))
    case (.text(let text), .boolean):
      if let truth = Self.truths[text.lowercased()] { return .value(.boolean(truth)) }
      throw MappingError(reason: .wrongType(value: text, expected: Self.name(of: input.type)))
    case (.number(let digits), .number), (.text(let digits), .number):
      guard let range = NumberRange(stated: digits) else {
        throw MappingError(reason: .notANumber(value: digits))
      }
      return range.single.map { .value(.number($0)) } ?? .numbers(range)
    case (.text(let text), .string), (.number(let text), .string):
      return .value(.string(text))
    default:
      let expected = Self.name(of: input.type)
      throw MappingError(reason: .wrongType(value: value.description, expected: expected))
    }
  }

  /// What may be typed for a truth value besides `true` and `false`.
  private static let truths = ["yes": true, "no": false, "true": true, "false": false]

  private static func name(of type: FEELType) -> String {
    switch type {
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    default: "a value of type \(type)"
    }
  }

  private static func reason(_ error: FactError) -> CaseProblem.Reason {
    switch error {
    case .unknownInput: .unknownFact(nearest: nil)
    case .wrongType(_, let value, let expected):
      .wrongType(value: value.feelText, expected: name(of: expected))
    case .notAllowed(_, let value, let allowed): .notAllowed(value: value, allowed: allowed)
    case .emptyInterval(_, let value): .emptyInterval(value: value)
    }
  }

  private func nearest(to id: String) -> String? {
    let limit = max(2, id.count / 3)
    let near = model.inputs.compactMap { input in
      editDistance(id.lowercased(), input.name.lowercased(), atMost: limit).map {
        (name: input.name, distance: $0)
      }
    }
    return near.min { $0.distance < $1.distance }?.name
  }
}

extension NumberRange {
  /// Reads a number or an interval as facts are written: `12`, `< 10`, `>= 8`, `= 6`, `25..28` (both
  /// ends included) and `[3..6)`; nil for anything else.
  init?(stated text: String) {
    let compact = text.filter { !$0.isWhitespace }
    for (sign, isLower, isClosed) in Self.signs where compact.hasPrefix(sign) {
      guard let end = Number(compact.dropFirst(sign.count)) else { return nil }
      switch isLower {
      case true?: self.init(lower: end, includesLower: isClosed)
      case false?: self.init(upper: end, includesUpper: isClosed)
      case nil: self.init(end)
      }
      return
    }
    if let number = Number(compact) {
      self.init(number)
      return
    }
    var inner = compact[...]
    var (includesLower, includesUpper) = (true, true)
    if let first = inner.first, "[(".contains(first), let last = inner.last, "])".contains(last) {
      (includesLower, includesUpper) = (first == "[", last == "]")
      inner = inner.dropFirst().dropLast()
    }
    guard let dots = inner.firstRange(of: ".."), let lower = Number(inner[..<dots.lowerBound]),
      let upper = Number(inner[dots.upperBound...])
    else { return nil }
    self.init(
      lower: lower,
      includesLower: includesLower,
      upper: upper,
      includesUpper: includesUpper
    )
  }

  private static let signs: [(sign: String, isLower: Bool?, isClosed: Bool)] = [
    ("<=", false, true), (">=", true, true), ("≤", false, true), ("≥", true, true),
    ("<", false, false), (">", true, false), ("=", nil, true),
  ]
}
