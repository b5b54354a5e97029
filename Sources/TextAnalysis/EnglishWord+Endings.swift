/// The endings that the steps look for, longer ones first.
extension EnglishWord {
  static let sses: Affix = "sses"
  static let ied: Affix = "ied"
  static let ies: Affix = "ies"
  static let s: Affix = "s"
  static let eed: Affix = "eed"
  static let eedly: Affix = "eedly"
  static let ee: Affix = "ee"
  static let ing: Affix = "ing"
  static let ie: Affix = "ie"
  static let li: Affix = "li"
  static let ogi: Affix = "ogi"
  static let ative: Affix = "ative"
  static let ion: Affix = "ion"
  static let past = Array("past".utf8)[...]

  static let possessives: [Affix] = ["'s'", "'s", "'"]
  static let plurals: [Affix] = [sses, ied, ies, "us", "ss", s]
  static let participles: [Affix] = [eedly, "ingly", "edly", eed, ing, "ed"]
  static let keptEed = ["proc", "exc", "succ"].map { Array($0.utf8)[...] }
  static let keptIng =
    ["inn", "out", "cann", "herr", "earr", "even"].map { Array($0.utf8)[...] }
  static let needingE: [Affix] = ["at", "bl", "iz"]

  static let step2Endings: [(Affix, Affix)] = [
    ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"),
    ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
    ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"),
    ("iviti", "ive"), ("ogist", "og"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"),
    ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"),
    (ogi, "og"), (li, ""),
  ]

  static let step3Endings: [(Affix, Affix)] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), (ative, ""), ("icate", "ic"),
    ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  static let step4Endings: [Affix] = [
    "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti",
    "ive", "ize", "ous", "al", "er", "ic",
  ]
}
