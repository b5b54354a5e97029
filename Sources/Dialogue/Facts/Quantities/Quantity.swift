/// A number of something, a share, a length, a span of time or a date, as a text states it.
public struct Quantity: Hashable, Sendable {
  /// The value in the unit that was written.
  public var value: NumberInterval
  /// The canonical name of the unit; empty without one.
  public var unit: String
  /// The bytes in the original text.
  public var bytes: Range<Int>
  /// The value in millimetres, days or percent; the value itself for a plain number.
  var canonical: NumberInterval
  /// The number that was written last, in the canonical unit: the end of "from 24 to 37 %".
  var last: Double
  var kind: QuantityKind
  var pieces: Range<Int>
  var date: WrittenDate?
  /// Whether letters stand directly before it, as in `CA19` and `POD30`.
  var isAttached = false
}
