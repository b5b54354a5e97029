/// What a word can be to an identifier.
public enum IdentifierRole: String, CaseIterable, Hashable, Sendable {
  /// Stands before a name: *Mr*, *clinician* before one that is no patient's, *name*, *patient*.
  case title, clinician, nameLabel, patientLabel
  /// Inside a name: *van*, a first name, one that is also another word, a last name.
  case particle, given, ambiguousGiven, family
  /// Before a record number, between it and its label, and before another number.
  case recordLabel, connector, otherNumber
  /// Before a date of birth, and inside one.
  case birthLabel, month
  /// After years of age, or saying by itself that a patient is described.
  case age, described
  /// Makes a first name the patient's, an author's or a thing's.
  case told, author, eponym
}

/// The words by which identifiers are found.
public struct IdentifierWords: Sendable {
  // An array, because finding out that roles can be hashed took a fifteenth of a one-shot question.
  let match: @Sendable ([String], Int) -> (length: Int, roles: [IdentifierRole])?
  let isKnown: @Sendable (String) -> Bool

  /// Takes the words.
  ///
  /// - Parameters:
  ///   - match: The longest phrase that begins at an index of words in small letters, with its roles.
  ///   - isKnown: Whether a word in small letters belongs to the subject or to the language.
  public init(
    match: @escaping @Sendable ([String], Int) -> (length: Int, roles: [IdentifierRole])?,
    isKnown: @escaping @Sendable (String) -> Bool
  ) {
    self.match = match
    self.isKnown = isKnown
  }

  /// A phrase cut into the words by which it is looked up.
  public static func words(of phrase: String) -> [String] {
    PieceScanner(abbreviations: []).pieces(of: phrase).map(\.text).filter { $0 != "." }
  }
}
