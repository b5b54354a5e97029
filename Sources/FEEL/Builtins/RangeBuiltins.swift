extension Builtin {
  /// The range functions (DMN 1.5, 10.3.4.7) and the conversion `range` (10.3.4.1).
  ///
  /// Where a point stands for a range it is the range of that one value. The standard gives
  /// `before(point, range)` and `before(range, point)` the same names, so that names alone
  /// cannot tell them apart; a call with named arguments means the one whose order it has (so too
  /// `after`).
  static let range: [Builtin] =
    relation("before", .everyForm) { $0.isBefore }
    + relation("after", .everyForm) { $0.isAfter }
    + relation("meets", [.ranges]) { $0.meets }
    + relation("met by", [.ranges]) { $0.isMetBy }
    + relation("overlaps", [.ranges]) { $0.overlaps }
    + relation("overlaps before", [.ranges]) { $0.overlapsBefore }
    + relation("overlaps after", [.ranges]) { $0.overlapsAfter }
    + relation("finishes", [.ranges]) { $0.finishes }
    + relation("finishes", [.pointAndRange]) { $0.endsAlike }
    + relation("finished by", [.ranges]) { $0.isFinishedBy }
    + relation("finished by", [.rangeAndPoint]) { $0.endsAlike }
    + relation("includes", [.ranges, .rangeAndPoint]) { $0.includes }
    + relation("during", [.ranges, .pointAndRange]) { $0.isDuring }
    + relation("starts", [.ranges]) { $0.isStarting }
    + relation("starts", [.pointAndRange]) { $0.startsAlike }
    + relation("started by", [.ranges]) { $0.isStartedBy }
    + relation("started by", [.rangeAndPoint]) { $0.startsAlike }
    + relation("coincides", [.ranges, .points]) { $0.coincides }
    + [rangeConversion]

  /// The rows of a relation, one for each form of its arguments.
  private static func relation(
    _ name: String,
    _ forms: [RelationForm],
    _ holds: @escaping @Sendable (RangePair) -> Bool
  ) -> [Builtin] {
    forms.map { form in
      .row(name, form.parameters) { call, _ throws(BuiltinRefusal) in
        guard let first = form.firstIsRange ? try call.range(0) : call.point(0),
          let second = form.secondIsRange ? try call.range(1) : call.point(1),
          let pair = RangePair(first, second)
        else { throw call.refusal }
        return .boolean(holds(pair))
      }
    }
  }
}

/// What a relation has as arguments.
private enum RelationForm {
  case ranges, pointAndRange, rangeAndPoint, points

  var firstIsRange: Bool { self == .ranges || self == .rangeAndPoint }
  var secondIsRange: Bool { self == .ranges || self == .pointAndRange }

  /// The formal parameters with the names that the standard gives them.
  var parameters: [Builtin.Parameter] {
    switch self {
    case .ranges: [.init("range1", .range(.any)), .init("range2", .range(.any))]
    case .pointAndRange: [.init("point", .any), .init("range", .range(.any))]
    case .rangeAndPoint: [.init("range", .range(.any)), .init("point", .any)]
    case .points: [.init("point1", .any), .init("point2", .any)]
    }
  }
}

extension [RelationForm] {
  fileprivate static let everyForm: [RelationForm] = [
    .ranges, .pointAndRange, .rangeAndPoint, .points,
  ]
}

extension BuiltinCall {
  /// A point argument as the range of that value; nil when there is none of its kind.
  fileprivate func point(_ place: Int) -> ValueRange? {
    self[place].flatMap { $0.ordering(to: $0) == nil ? nil : ValueRange(of: $0) }
  }
}
