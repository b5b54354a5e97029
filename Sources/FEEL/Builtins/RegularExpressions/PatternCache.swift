internal import Synchronization

/// The regular expressions used last, so that a rule that is evaluated often compiles its pattern once.
final class PatternCache: Sendable {
  /// The cache of the process.
  static let shared = PatternCache(capacity: 64)

  /// Patterns are told apart by their bytes, because texts that Swift takes to be equal may differ.
  private struct Key: Hashable {
    let pattern: [UInt8]
    let flags: RegularExpression.Flags
  }

  private struct Entries {
    var expressions: [Key: RegularExpression] = [:]
    /// The keys in the order of their arrival, as a ring.
    var keys: [Key] = []
    var oldest = 0
  }

  private let capacity: Int
  private let entries = Mutex(Entries())

  /// Creates a cache for at least one expression.
  init(capacity: Int) {
    self.capacity = max(capacity, 1)
  }

  /// The expression of a pattern, compiled now or earlier.
  ///
  /// - Throws: As `RegularExpression.init`; failures are not kept.
  func expression(
    _ pattern: String,
    flags: RegularExpression.Flags
  ) throws(RegularExpression.Failure) -> RegularExpression {
    let key = Key(pattern: Array(pattern.utf8), flags: flags)
    if let known = entries.withLock({ $0.expressions[key] }) { return known }
    let expression = try RegularExpression(pattern, flags: flags)
    entries.withLock { insert(expression, for: key, into: &$0) }
    return expression
  }

  /// How many expressions are kept.
  var count: Int { entries.withLock { $0.expressions.count } }

  private func insert(_ expression: RegularExpression, for key: Key, into entries: inout Entries) {
    guard entries.expressions.updateValue(expression, forKey: key) == nil else { return }
    if entries.keys.count < capacity {
      entries.keys.append(key)
    } else {
      entries.expressions[entries.keys[entries.oldest]] = nil
      entries.keys[entries.oldest] = key
      entries.oldest = (entries.oldest + 1) % capacity
    }
  }
}
