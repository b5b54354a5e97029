import Answering
import TestSupport
import Testing

struct PlotAxisTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every value lies between the first and the last tick, and order is kept`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let count = Int.random(in: 1...6, using: &generator)
      let scales: [Double] = [0.1, 1, 40, 3000]
      let scale = scales.randomElement(using: &generator) ?? 1
      let values = (0..<count).map { _ in Double.random(in: 0.02...scale, using: &generator) }
      let isRatio = Bool.random(using: &generator) && scale < 1000
      let axis = PlotAxis(values, isLogarithmic: isRatio, isPercent: scale == 40)
      #expect((2...16).contains(axis.ticks.count), "seed \(seed): \(values)")
      #expect(axis.ticks == axis.ticks.sorted())
      let last = axis.ticks.last ?? 0
      let first = axis.ticks.first ?? 0
      for value in values { #expect(value >= first - 1e-9 && value <= last + 1e-9, "\(value)") }
      let places = values.sorted().map(axis.position)
      #expect(places == places.sorted())
      #expect(places.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test(arguments: [(0.0, 81.0), (0, 100), (3, 9), (0, 1.2), (40, 61), (0, 7000)])
  func `an even axis has three to seven ticks`(_ low: Double, _ high: Double) {
    let axis = PlotAxis([low, high], isLogarithmic: false, isPercent: false)
    #expect((3...7).contains(axis.ticks.count), "\(axis.ticks)")
  }

  @Test func `percentages go from 0 to 100, and ratios have a tick at 1`() {
    #expect(PlotAxis([47, 73], isLogarithmic: false, isPercent: true).ticks.last == 100)
    #expect(PlotAxis([0.3, 0.7], isLogarithmic: true, isPercent: false).ticks.contains(1))
    #expect(PlotAxis.label(0.05) == "0.05")
    #expect(PlotAxis.label(25) == "25")
    #expect(PlotAxis.label(-1.5) == "-1.5")
  }
}
