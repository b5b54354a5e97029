/// The classes of length of ascending documents.
struct ClassWalk {
  private let starts: [UInt32]
  private var lengthClass = 0

  init(_ starts: [UInt32]) {
    self.starts = starts
  }

  mutating func lengthClass(of document: UInt32) -> Int {
    while lengthClass < 255, lengthClass + 1 < starts.count, starts[lengthClass + 1] <= document {
      lengthClass += 1
    }
    return lengthClass
  }
}
