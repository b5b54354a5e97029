import DMN
import Foundation

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

  static func compile(_ text: String) throws -> CompiledModel {
    try CompiledModel(ModelText.read(text))
  }

  private static let url = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "corpus/liver-metastases/decisions.dmn")
}
