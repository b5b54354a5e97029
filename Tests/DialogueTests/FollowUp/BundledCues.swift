import Dialogue
import Foundation

/// The cues of this repository, read from their file without the corpus reader, which is another
/// target's.
enum BundledCues {
  static let cues: Result<FollowUpCues, any Error> = Result {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "corpus/lexicon/follow-up-cues.yaml")
    return FollowUpCues(lists(in: try String(contentsOf: file, encoding: .utf8)))
  }

  /// Lists written as `name: [word, two words]`, over several lines.
  private static func lists(in text: String) -> [(kind: String, phrases: [String])] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.joined(separator: " ").split(separator: "]").compactMap { list in
      let parts = list.split(separator: "[", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let kind = parts[0].filter { $0.isLetter }
      let phrases = parts[1].split(separator: ",").map { phrase in
        phrase.trimmingCharacters(in: .whitespaces).filter { $0 != "'" || phrase.contains("n't") }
      }
      return (kind, phrases)
    }
  }
}

/// A small glossary: the terms stand in the text as they are written here.
enum SmallGlossary {
  private static let types = [
    "ct": "modality", "mri": "modality", "pet": "modality", "ultrasound": "modality",
    "resection": "treatment", "ablation": "treatment", "surgery": "treatment",
    "hepatectomy": "treatment", "chemo": "treatment", "bevacizumab": "drug",
    "metastases": "disease", "sensitivity": "measure", "survival": "measure",
    "remnant": "measure", "benoist": "person", "auer": "person",
  ]

  static let finder = TermFinder { text in
    var terms: [TypedTerm] = []
    var start = 0
    for part in text.utf8.split(separator: 32, omittingEmptySubsequences: false) {
      let word = String(decoding: part, as: UTF8.self).lowercased().filter(\.isLetter)
      if let type = types[word] {
        terms.append(TypedTerm(term: word, type: type, start: start, end: start + word.utf8.count))
      }
      start += part.count + 1
    }
    return terms
  }
}
