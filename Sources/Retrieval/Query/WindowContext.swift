/// What all terms share while a window is scored.
struct WindowContext {
  let bytes: MappedBytes
  let board: ScoreBoard
  let table: SaturationTable
  /// The first document of each class of length, and the end.
  let classStarts: [UInt32]
  var window: Range<UInt32> = 0..<0
  /// The class of the window's first document.
  var lengthClass = 0

  /// The class of a document, looked for from a class on that is not higher.
  @inline(__always)
  func lengthClass(of document: UInt32, from start: Int) -> Int {
    var lengthClass = start
    while lengthClass < 255, classStarts[lengthClass + 1] <= document { lengthClass += 1 }
    return lengthClass
  }
}
