internal import Synchronization

/// The zones of the IANA time zone database as the machine has them, each read when it is first asked for.
///
/// Zones at a fixed offset (`UTC`, `GMT`, `Etc/GMT+5` and their like) need no file.
final class ZoneDatabase: Sendable {
  /// The zones of the machine.
  static let shared = ZoneDatabase(folder: "/usr/share/zoneinfo")

  private let folder: String
  private let zones = Mutex<[String: ZoneHistory]>([:])

  /// Creates a database over a folder of compiled zones (RFC 8536), which need not exist.
  init(folder: String) {
    self.folder = folder
  }

  /// The history of a zone by its identifier; nil when there is none.
  ///
  /// What was read once is kept, so a zone does not change while the process runs. Zones that were not
  /// found are not kept: identifiers may come from anywhere.
  func zone(_ identifier: String) -> ZoneHistory? {
    if let known = zones.withLock({ $0[identifier] }) { return known }
    guard ZoneDatabase.isIdentifier(identifier), let zone = load(identifier) else { return nil }
    zones.withLock { $0[identifier] = zone }
    return zone
  }

  private func load(_ identifier: String) -> ZoneHistory? {
    if let offset = ZoneDatabase.fixedOffset(of: identifier) {
      return ZoneHistory(fixedOffset: offset)
    }
    return ZoneFile.bytes(ofFileAt: "\(folder)/\(identifier)").flatMap { ZoneFile.history(in: $0) }
  }

  /// Whether a text can be an identifier: letters, digits, `_`, `+`, `-` in parts between slashes.
  ///
  /// So no identifier leads out of the folder. The copies of the database in `posix` and `right`, of which
  /// the latter counts leap seconds, and the names of this machine's own zone are not identifiers.
  static func isIdentifier(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 64, !excluded.contains(text), let first = parts.first,
      !excluded.contains(String(decoding: first, as: UTF8.self))
    else { return false }
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy(isIdentifierByte) }
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static let excluded: Set<String> = ["posix", "right", "localtime", "posixrules"]
}

extension ZoneDatabase {
  /// The offset in seconds of a zone that never changes; nil for every other one.
  ///
  /// `Etc/GMT+5` is five hours west of Greenwich: its sign is that of POSIX, not of ISO 8601.
  static func fixedOffset(of identifier: String) -> Int? {
    let name = identifier.hasPrefix("Etc/") ? String(identifier.dropFirst(4)) : identifier
    if universal.contains(name) { return 0 }
    guard identifier.hasPrefix("Etc/GMT") else { return nil }
    let hours = name.dropFirst(3)
    guard hours.utf8.count < 4, hours.dropFirst().first != "0", let west = Int(hours),
      hours.first == "+" || hours.first == "-", (-14...12).contains(west)
    else { return nil }
    return -west * 3_600
  }

  private static let universal: Set<String> = [
    "UTC", "UCT", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "Universal", "Zulu",
  ]
}
