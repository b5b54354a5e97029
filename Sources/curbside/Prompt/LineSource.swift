/// Where the lines of a conversation come from.
protocol LineSource {
  /// Waits for the next line.
  mutating func next() throws -> Line
}

/// What a line source gives.
enum Line: Equatable {
  /// A line without its end.
  case text(String)
  /// A line that cannot be used; another may follow.
  case unusable(UnusableLine)
  /// There are no more lines.
  case end
}

/// Why a line cannot be used.
enum UnusableLine: Equatable {
  case notUTF8
  case tooLong
}

extension UnusableLine {
  /// The error that names where the line stood.
  func error(at place: InputPlace) -> CommandError {
    switch self {
    case .notUTF8: .notUTF8(place)
    case .tooLong: .lineTooLong(place)
    }
  }
}
