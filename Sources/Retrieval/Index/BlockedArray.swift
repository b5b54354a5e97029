/// A long array in blocks of one size, so that memory which is given back fits the next one.
struct BlockedArray<Element> {
  private var blocks: [[Element]]

  private static var shift: Int { 17 }
  private static var mask: Int { 1 << shift - 1 }

  /// An array of equal elements.
  init(repeating element: Element, count: Int) {
    let size = 1 << Self.shift
    blocks = (0..<(count + size - 1) / size).map { _ in
      [Element](repeating: element, count: size)
    }
  }

  /// An element.
  subscript(index: Int) -> Element {
    @inline(__always) get { blocks[index >> Self.shift][index & Self.mask] }
    @inline(__always) set { blocks[index >> Self.shift][index & Self.mask] = newValue }
  }

  /// Appends a range of the elements to an array.
  func copy(_ range: Range<Int>, to array: inout [Element]) {
    var start = range.lowerBound
    while start < range.upperBound {
      let block = start >> Self.shift
      let end = min(range.upperBound, (block + 1) << Self.shift)
      array.append(contentsOf: blocks[block][start & Self.mask..<end - block << Self.shift])
      start = end
    }
  }
}
