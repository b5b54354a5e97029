internal import DMN
internal import FEEL

extension FactValue {
  /// What is known of a fact; nil for null.
  init?(_ knowledge: Knowledge) {
    switch knowledge {
    case .value(let value): self.init(value)
    case .numbers(let range): self = .text(range.description)
    }
  }

  /// A value; nil for null.
  init?(_ value: Value) {
    switch value {
    case .null: return nil
    case .boolean(let truth): self = .boolean(truth)
    case .number(let number): self = .number(number.description)
    case .string(let text): self = .text(text)
    default: self = .text(value.feelText)
    }
  }
}
