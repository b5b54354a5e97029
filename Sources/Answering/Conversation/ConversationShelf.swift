public import Dialogue

/// The conversations of a batch by name, of which those that were quiet longest are forgotten.
public struct ConversationShelf: Sendable {
  /// The most conversations that are remembered at once.
  public static let capacity = 256

  private var states: [String: (state: DialogueState, used: Int)] = [:]
  private var clock = 0

  /// Holds none.
  public init() {}

  /// How many are remembered.
  public var count: Int { states.count }

  /// What a conversation has come to; the beginning of one for a name that is not remembered.
  public subscript(name: String) -> DialogueState {
    get { states[name]?.state ?? DialogueState() }
    set {
      clock += 1
      states[name] = (newValue, clock)
      if states.count > Self.capacity,
        let oldest = states.min(by: { $0.value.used < $1.value.used })?.key
      {
        states[oldest] = nil
      }
    }
  }
}
