internal import ArgumentParser

/// A number of bytes as it is written on a command line.
struct MemorySize: ExpressibleByArgument, CustomStringConvertible {
  var bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let units: [(String, Int)] = [("K", 10), ("M", 20), ("G", 30), ("", 0)]
    guard let (unit, shift) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Int(argument.dropLast(unit.count)), (1..<1 << 20).contains(number)
    else { return nil }
    bytes = number << shift
  }

  var description: String { "\(bytes >> 20)M" }
}
