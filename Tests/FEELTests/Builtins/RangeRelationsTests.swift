internal import FEEL
internal import Testing

/// Every relation against the sets of points that small ranges are.
struct RangeRelationsTests {
  @Test(arguments: SmallRange.all)
  func `relations of ranges are relations of their points`(first: SmallRange) throws {
    for second in SmallRange.all {
      for (name, expected) in first.relations(to: second) {
        let value = try call(name, [first.value, second.value]).value
        #expect(value.isIdentical(to: .boolean(expected)), "\(name)(\(first), \(second))")
      }
    }
  }

  @Test(arguments: SmallRange.all)
  func `a point that is during a range is neither before nor after it`(range: SmallRange) throws {
    for point in 0...4 {
      let number = Value.number(Number(point))
      let during = try truth("during", number, range.value)
      #expect(during == range.points.contains(point * SmallRange.grain))
      #expect(try truth("includes", range.value, number) == during)
      let before = try truth("before", number, range.value)
      let after = try truth("after", number, range.value)
      #expect([during, before, after].filter { $0 }.count == 1)
      #expect(try truth("after", range.value, number) == before)
      #expect(try truth("before", range.value, number) == after)
      let starts = range.includesLower && range.lower == point
      #expect(try truth("starts", number, range.value) == starts)
      #expect(try truth("started by", range.value, number) == starts)
      let finishes = range.includesUpper && range.upper == point
      #expect(try truth("finishes", number, range.value) == finishes)
      #expect(try truth("finished by", range.value, number) == finishes)
    }
  }

  /// What the form of a relation that fits the arguments says.
  private func truth(_ name: String, _ first: Value, _ second: Value) throws -> Bool {
    let kinds = [first.kind, second.kind]
    let row = Builtin.named(name).firstIndex { row in
      zip(row.parameters, kinds).allSatisfy { ($0.type == .range(.any)) == ($1 == "range") }
    }
    let value = try call(name, [first, second], row: try #require(row)).value
    guard case .boolean(let truth) = value else {
      Issue.record("\(name) gave \(value.feelText)")
      return false
    }
    return truth
  }
}

/// A range with small whole ends that holds one point at least, or goes on without an end.
struct SmallRange: Sendable, CustomTestStringConvertible, CustomStringConvertible {
  let lower: Int?
  let includesLower: Bool
  let upper: Int?
  let includesUpper: Bool

  /// Points between two whole numbers; enough to see every gap that open ends make.
  static let grain = 4

  /// Where an absent end is cut off: beyond all others.
  private static let edge = 20 * grain

  /// All of them with ends from 0 to 3.
  static let all: [SmallRange] = {
    let ends: [Int?] = [nil, 0, 1, 2, 3]
    var ranges: [SmallRange] = []
    for lower in ends {
      for upper in ends where lower != nil || upper != nil {
        for includesLower in lower == nil ? [false] : [true, false] {
          for includesUpper in upper == nil ? [false] : [true, false] {
            ranges.append(
              SmallRange(
                lower: lower,
                includesLower: includesLower,
                upper: upper,
                includesUpper: includesUpper
              )
            )
          }
        }
      }
    }
    return ranges.filter { !$0.points.isEmpty }
  }()

  var value: Value {
    .range(
      ValueRange(
        lower: lower.map { .number(Number($0)) },
        includesLower: includesLower,
        upper: upper.map { .number(Number($0)) },
        includesUpper: includesUpper
      )
    )
  }

  /// The points of the range on a grid that is finer than its ends.
  var points: Set<Int> {
    var start = -Self.edge
    if let lower { start = lower * Self.grain + (includesLower ? 0 : 1) }
    var end = Self.edge
    if let upper { end = upper * Self.grain - (includesUpper ? 0 : 1) }
    return start <= end ? Set(start...end) : []
  }

  var description: String {
    let start = lower.map(String.init) ?? ""
    let end = upper.map(String.init) ?? ""
    return "\(includesLower ? "[" : "(")\(start)..\(end)\(includesUpper ? "]" : ")")"
  }

  var testDescription: String { description }

  /// The relations, told by points alone: least and greatest points, and what is in common.
  func relations(to other: SmallRange) -> [(name: String, holds: Bool)] {
    let (own, others) = (points, other.points)
    let (least, greatest) = (own.min() ?? 0, own.max() ?? 0)
    let (otherLeast, otherGreatest) = (others.min() ?? 0, others.max() ?? 0)
    let common = !own.isDisjoint(with: others)
    let subset = own.isSubset(of: others)
    let superset = own.isSuperset(of: others)
    let touches = includesUpper && other.includesLower && upper == other.lower
    let touched = includesLower && other.includesUpper && lower == other.upper
    return [
      ("before", greatest < otherLeast),
      ("after", least > otherGreatest),
      ("meets", touches && upper != nil),
      ("met by", touched && lower != nil),
      ("overlaps", common),
      ("overlaps before", common && least < otherLeast && greatest <= otherGreatest),
      ("overlaps after", common && otherLeast < least && otherGreatest <= greatest),
      ("finishes", subset && greatest == otherGreatest),
      ("finished by", superset && greatest == otherGreatest),
      ("includes", superset),
      ("during", subset),
      ("starts", subset && least == otherLeast),
      ("started by", superset && least == otherLeast),
      ("coincides", own == others),
    ]
  }
}
