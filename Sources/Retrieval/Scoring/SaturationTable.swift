/// What frequencies make of a term's weight, by class of length, worked out when an index is opened.
///
/// A share of the most that a model gives, above 0 and at most 1: further occurrences raise it, a
/// longer document lowers it. BM25 stands without its factor `k1 + 1`, which orders alike.
struct SaturationTable: Sendable {
  /// By class of length, the part of the length in BM25: `k1 · (1 − b + b · length / mean)`.
  private(set) var norms: [Float]
  /// A share of 1 in points of the model.
  let unit: Float
  private var rows: [SIMD16<Float>]
  /// By frequency, and by class of length what divides it; empty for BM25.
  private var logarithms: [Float] = []
  private var pivots: [Float] = []

  private static let frequencies = SIMD16<Float>(
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    15,
    16
  )

  /// Works out the rows of all classes.
  init(_ model: ScoringModel, meanLength: Float) {
    var parameters = BM25Parameters()
    if case .bm25(let own) = model { parameters = own }
    if case .bm25f(let own) = model {
      // For proximity; what stands in fields is weighed document by document.
      parameters.saturation = own.saturation
      parameters.lengthNormalization = own.lengthNormalization
    }
    let lengths = (0..<256).map { LengthClass.middle(UInt8($0)) / meanLength }
    norms = lengths.map { length in
      let part = 1 - parameters.lengthNormalization
      return parameters.saturation * (part + parameters.lengthNormalization * length)
    }
    switch model {
    case .bm25, .bm25f:
      unit = 1
      rows = norms.map { Self.frequencies / (Self.frequencies + $0) }
    case .tfidf(let pivoted):
      let logarithms = (0...255).map { PivotedParameters.weight(Float(max($0, 1))) }
      // The highest frequency in a document without length.
      let most = logarithms[255] / (1 - pivoted.slope)
      unit = most
      pivots = lengths.map { (1 - pivoted.slope + pivoted.slope * $0) * most }
      rows = pivots.map { pivot in
        var row = SIMD16<Float>()
        for lane in 0..<16 { row[lane] = logarithms[lane + 1] / pivot }
        return row
      }
      self.logarithms = logarithms
    }
  }

  /// The gain of a frequency in a class, in whole steps of one query.
  @inline(__always)
  func gain(_ weight: Float, _ frequency: UInt8, _ lengthClass: Int) -> Int16 {
    if frequency <= 16 {
      return Self.steps(weight, rows[lengthClass][Int(max(frequency, 1)) - 1])
    }
    return Self.steps(weight, saturation(frequency, lengthClass))
  }

  /// What a frequency of at least 1 makes of a term's weight in a class.
  func saturation(_ frequency: UInt8, _ lengthClass: Int) -> Float {
    if frequency <= 16 { return rows[lengthClass][Int(max(frequency, 1)) - 1] }
    if !pivots.isEmpty { return logarithms[Int(frequency)] / pivots[lengthClass] }
    return Float(frequency) / (Float(frequency) + norms[lengthClass])
  }

  /// A part of a weight in whole steps, at least one.
  @inline(__always)
  static func steps(_ weight: Float, _ saturation: Float) -> Int16 {
    // 1.5 · 2²³ leaves the rounded number in the lowest bits, without the checks of a conversion.
    max(1, Int16(truncatingIfNeeded: (weight * saturation + 12_582_912).bitPattern))
  }
}
