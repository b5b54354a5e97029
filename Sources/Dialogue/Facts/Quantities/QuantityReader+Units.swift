extension QuantityReader {
  /// The unit at an index or behind a hyphen, with powers and denominators.
  func unit(at start: Int) -> (unit: QuantityLanguage.Unit, end: Int)? {
    var index = start
    if let dash = glued(start), dash.text == "-", let next = glued(start + 1), next.kind == .word {
      index += 1
    }
    if let insert = piece(index), insert.isSpaced, language.inserts.contains(insert.text) {
      index += 1
    }
    guard var found = plainUnit(at: index), !isShy(found.unit, index, found.end) else { return nil }
    if let power = glued(found.end), power.kind == .number, power.text.utf8.count == 1,
      found.unit.kind == .length || found.unit.kind == .measure
    {
      found.unit = compound(found.unit, power.text)
      found.end += 1
    }
    while let slash = glued(found.end), slash.text == "/",
      let below = plainUnit(at: found.end + 1)
    {
      found.unit = compound(found.unit, "/" + below.unit.name)
      found.end = below.end
      if let power = glued(found.end), power.kind == .number, power.text.utf8.count == 1 {
        found.unit.name += power.text
        found.end += 1
      }
    }
    return found
  }

  /// "5 in the right lobe" is no length, "5in" and "5 in." are.
  private func isShy(_ unit: QuantityLanguage.Unit, _ start: Int, _ end: Int) -> Bool {
    guard language.shyUnits.contains(unit.name), text.pieces[start].text == unit.name,
      text.pieces[start].isSpaced, let next = piece(end)
    else { return false }
    return next.kind != .sign && next.sentence == text.pieces[start].sentence
  }

  private func compound(
    _ unit: QuantityLanguage.Unit,
    _ suffix: String
  ) -> QuantityLanguage.Unit {
    QuantityLanguage.Unit(name: unit.name + suffix, kind: .measure, factor: 1)
  }

  private func plainUnit(at start: Int) -> (unit: QuantityLanguage.Unit, end: Int)? {
    var spelling = ""
    var found: (unit: QuantityLanguage.Unit, end: Int)?
    for index in start..<start + language.longestUnit {
      guard let piece = piece(index) else { break }
      spelling += (spelling.isEmpty || !piece.isSpaced ? "" : " ")
      let plain = piece.isMixed ? language.units[spelling + piece.text] : nil
      if let unit = language.units[spelling + piece.unitKey] ?? plain { found = (unit, index + 1) }
      spelling += piece.unitKey
    }
    return found
  }
}
