/// Names and their values, innermost first.
///
/// A scope is a value: extending it leaves the original as it was.
public struct Scope: Sendable {
  /// One layer of names.
  final class Layer: Sendable {
    private let names: Names
    let outer: Layer?

    fileprivate init(names: Names, outer: Layer?) {
      self.names = names
      self.outer = outer
    }

    fileprivate subscript(name: String) -> Value? {
      switch names {
      case .one(let only, let value): only == name ? value : nil
      case .table(let table): table[name]
      case .context(let context): context[name]
      }
    }

    fileprivate var all: [String] {
      switch names {
      case .one(let name, _): [name]
      case .table(let table): Array(table.keys)
      case .context(let context): context.entries.map(\.key)
      }
    }
  }

  /// The names of a layer, in the form in which they came, so that no entry is copied.
  fileprivate enum Names: Sendable {
    case one(String, Value)
    case table([String: Value])
    case context(Context)
  }

  let innermost: Layer?

  /// Creates a scope with one layer.
  public init(_ names: [String: Value] = [:]) {
    innermost = names.isEmpty ? nil : Layer(names: .table(names), outer: nil)
  }

  private init(_ names: Names, outer: Layer?) { innermost = Layer(names: names, outer: outer) }

  /// The scope with further names, which hide outer ones.
  ///
  /// - Complexity: O(1).
  public func extended(by names: [String: Value]) -> Scope {
    Scope(.table(names), outer: innermost)
  }

  /// The scope with the entries of a context, which hide outer names.
  ///
  /// - Complexity: O(1).
  public func extended(by context: Context) -> Scope {
    context.entries.isEmpty ? self : Scope(.context(context), outer: innermost)
  }

  /// The scope with one more name, which hides an outer one.
  ///
  /// - Complexity: O(1).
  public func extended(by name: String, _ value: Value) -> Scope {
    Scope(.one(name, value), outer: innermost)
  }

  /// The value of a name; nil when no layer has it.
  ///
  /// - Complexity: O(d) in the number of layers.
  public subscript(name: String) -> Value? {
    var layer = innermost
    while let current = layer {
      if let value = current[name] { return value }
      layer = current.outer
    }
    return nil
  }

  /// All names, which a parser needs to read names of several words.
  ///
  /// - Complexity: O(n) in the number of names of all layers.
  public var names: Set<String> {
    var result: Set<String> = []
    var layer = innermost
    while let current = layer {
      result.formUnion(current.all)
      layer = current.outer
    }
    return result
  }
}
