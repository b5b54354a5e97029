/// Where the parts of a plot's picture stand, in pixels.
struct PlotLayout {
  /// Of the picture.
  var width: Int
  /// Left of all text.
  var margin: Int
  /// Where the axis begins.
  var left: Int
  /// How long the axis is.
  var length: Int
  /// Characters of a line of the title and of the note below.
  var titleColumns: Int
  var noteColumns: Int
  /// Characters of a line of a label, at 13 pixels.
  var labelColumns: Int
  /// Whether a label stands above its drawing, with the value at the right end, and not beside it.
  var isStacked: Bool

  /// Labels, drawing and values side by side.
  static let wide = PlotLayout(
    width: 800,
    margin: 16,
    left: 336,
    length: 300,
    titleColumns: 76,
    noteColumns: 110,
    labelColumns: 44,
    isStacked: false
  )
  /// For a telephone of 360 pixels.
  static let narrow = PlotLayout(
    width: 328,
    margin: 4,
    left: 16,
    length: 296,
    titleColumns: 32,
    noteColumns: 46,
    labelColumns: 44,
    isStacked: true
  )
}
