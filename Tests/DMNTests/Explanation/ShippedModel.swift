import DMN
import Foundation
import Testing

/// The decision model of the protocol that comes with the program.
enum ShippedModel {
  static let text = Result { try String(contentsOf: url, encoding: .utf8) }
  static let compiled = Result { try compile(text.get()) }
  static let reasoner = Result { try Reasoner(compiled.get()) }

  /// The decisions that a case is asked for.
  static let decisions = [
    "fiducialMarker", "restagingImaging", "remnant", "surgeryTiming", "siteManagement",
    "intraoperativeUltrasound", "multidisciplinaryReview", "perioperativeChemotherapy",
    "surveillance", "recurrenceManagement",
  ]

  /// A decision by brute force.
  static func brute(_ decision: String) throws -> BruteForce {
    try #require(brutes.get()[decision])
  }

  private static let brutes = Result {
    let shipped = try text.get()
    return try Dictionary(
      uniqueKeysWithValues: decisions.map { ($0, try BruteForce($0, of: shipped)) }
    )
  }

  static func compile(_ text: String) throws -> CompiledModel {
    try CompiledModel(ModelText.read(text))
  }

  private static let url = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "corpus/liver-metastases/decisions.dmn")
}
