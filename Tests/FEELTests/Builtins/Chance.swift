internal import Synchronization
internal import TestSupport

/// A coin that falls as its seed says, for functions that must be `Sendable`.
final class Coin: Sendable {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

  func toss() -> Bool { generator.withLock { Bool.random(using: &$0) } }
}

/// Counts calls of a function that must be `Sendable`.
final class Counter: Sendable {
  private let value = Mutex(0)

  var count: Int { value.withLock { $0 } }

  func increment() { value.withLock { $0 += 1 } }
}
