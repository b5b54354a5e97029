/// Which part of a text speaks of which of several sites.
struct SiteMap {
  struct Mention {
    var role: SiteLanguage.Role
    var pieces: Range<Int>
  }

  /// The label of each site as it was written first.
  private(set) var labels: [String] = []
  /// For each piece the site of which it speaks, from zero; nil for none or all.
  private var owners: [Int?] = []
  /// Where the text speaks of all sites.
  private var common: [Int] = []

  init() {}

  init(_ found: [Mention], joints: Set<String>, text: ReadText, source: String) {
    var keys: [String: Int] = [:]
    var places: [(site: Int, pieces: Range<Int>)] = []
    var lastEnd = 0
    for mention in found where mention.pieces.lowerBound >= lastEnd {
      guard case .label = mention.role else { continue }
      lastEnd = mention.pieces.upperBound
      let key = text.pieces[mention.pieces.upperBound - 1].text
      let bytes = text.bytes(mention.pieces)
      var site = keys[key] ?? labels.count
      if keys[key] == nil, let last = places.last,
        text.isJoined(last.pieces.upperBound..<mention.pieces.lowerBound, by: joints)
      {
        site = last.site
        keys[key] = site
      }
      if keys[key] == nil {
        keys[key] = site
        labels.append(String(decoding: Array(source.utf8)[bytes], as: UTF8.self))
      }
      places.append((site, mention.pieces))
    }
    guard labels.count > 1 else { return }
    for mention in found {
      switch mention.role {
      case .position(let number) where number < labels.count:
        places.append((number, mention.pieces))
      case .all: common.append(mention.pieces.lowerBound)
      default: break
      }
    }
    assign(places, text)
  }

  private mutating func assign(_ places: [(site: Int, pieces: Range<Int>)], _ text: ReadText) {
    var named = [Int?](repeating: nil, count: text.pieces.count)
    for place in places { named[place.pieces.lowerBound] = place.site }
    owners = [Int?](repeating: nil, count: text.pieces.count)
    var current: Int?
    var start = 0
    var clause = 0
    while start < text.pieces.count {
      var end = start
      let sentence = text.pieces[start].sentence
      while end < text.pieces.count, text.pieces[end].sentence == sentence,
        !Self.endsClause(text.pieces[end])
      { end += 1 }
      if end < text.pieces.count, text.pieces[end].sentence == sentence { end += 1 }
      let sites = Set(named[start..<end].compactMap { $0 })
      let isNewSentence = start > 0 && text.pieces[start - 1].sentence != sentence
      let isNewClause = isNewSentence || start > 0 && text.pieces[start - 1].text == ";"
      if isNewClause, sites.isEmpty, Set(named[clause..<start].compactMap { $0 }).count > 1 {
        // "VIII was 15 mm, III was 6 mm; no markers" speaks of both again.
        current = nil
      }
      if isNewClause { clause = start }
      if sites.isEmpty, !common.slice(in: start..<end, by: { $0 }).isEmpty {
        start = end
        continue
      }
      if sites.count == 1 { current = sites.first }
      if sites.count > 1 {
        // "8 mm in II and 12 mm in VIII": the next label behind, else the last before.
        current = named[start..<end].compactMap { $0 }.last
        var site: Int?
        for index in (start..<end).reversed() {
          site = named[index] ?? site
          owners[index] = site
        }
      } else {
        for index in start..<end { owners[index] = current }
      }
      start = end
    }
  }

  /// The site of which a piece speaks; nil for the patient, or for all sites.
  func site(of piece: Int) -> Int? {
    piece < owners.count ? owners[piece] : nil
  }

  private static func endsClause(_ piece: Piece) -> Bool {
    piece.text == "," || piece.text == ";" || piece.text == ")"
  }
}

extension ReadText {
  /// Whether nothing but one or two joining words stands between two names.
  fileprivate func isJoined(_ between: Range<Int>, by joints: Set<String>) -> Bool {
    (1...2).contains(between.count) && between.allSatisfy { joints.contains(pieces[$0].text) }
      && pieces[between.lowerBound].sentence == pieces[between.upperBound].sentence
  }
}
