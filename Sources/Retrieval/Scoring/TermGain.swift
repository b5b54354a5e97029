/// What postings of a term give to the score of a document, in whole steps of one query.
struct TermGain {
  /// The term's weight in steps.
  var weight: Float
  /// The part of the document's length, `k1 · (1 − b + b · length / mean)`.
  var norm: Float

  /// The gain of a frequency, at least 1.
  @inline(__always)
  func of(_ frequency: Int) -> Int16 {
    Self.steps(weight, Self.saturation(Float(frequency), norm))
  }

  @inline(__always)
  static func saturation(_ frequency: Float, _ norm: Float) -> Float {
    frequency / (frequency + norm)
  }

  @inline(__always)
  static func steps(_ weight: Float, _ saturation: Float) -> Int16 {
    // 1.5 · 2²³ leaves the rounded number in the lowest bits, without the checks of a conversion.
    max(1, Int16(truncatingIfNeeded: (weight * saturation + 12_582_912).bitPattern))
  }
}

/// BM25 by class of length: the saturation of frequencies up to 16, worked out when an index is opened.
///
/// Okapi BM25 (Robertson and Zaragoza 2009) without the factor `k1 + 1`, which orders alike.
struct SaturationTable: Sendable {
  /// By class of length.
  private(set) var norms: [Float]
  private var rows: [SIMD16<Float>]

  static let frequencies = SIMD16<Float>(
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
  init(parameters: BM25Parameters, meanLength: Float) {
    norms = (0..<256).map { lengthClass in
      let length = Float(LengthClass.length(UInt8(lengthClass)))
      let part = 1 - parameters.lengthNormalization
      return parameters.saturation * (part + parameters.lengthNormalization * length / meanLength)
    }
    rows = norms.map { Self.frequencies / (Self.frequencies + $0) }
  }

  /// The gain of a frequency in a class.
  @inline(__always)
  func gain(_ weight: Float, _ frequency: UInt8, _ lengthClass: Int) -> Int16 {
    if frequency <= 16 {
      return TermGain.steps(weight, rows[lengthClass][Int(max(frequency, 1)) - 1])
    }
    return TermGain(weight: weight, norm: norms[lengthClass]).of(Int(frequency))
  }

  /// What a frequency of 1 to 16 makes of a term's weight in a class.
  func saturation(_ frequency: Int, _ lengthClass: Int) -> Float {
    rows[lengthClass][frequency - 1]
  }
}

/// The two parameters of BM25.
package struct BM25Parameters: Hashable, Sendable {
  /// How soon further occurrences stop to count: k1.
  package var saturation: Float
  /// How far length lowers a weight, 0 to 1: b.
  package var lengthNormalization: Float

  /// Sets k1 and b.
  package init(saturation: Float = 1.2, lengthNormalization: Float = 0.75) {
    self.saturation = saturation
    self.lengthNormalization = lengthNormalization
  }
}
