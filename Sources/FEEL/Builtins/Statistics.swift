extension BuiltinCall {
  /// The sum of numbers, 0 for none.
  func sum(of numbers: [Number]) throws(BuiltinRefusal) -> Number {
    var sum = Number.zero
    for number in numbers {
      guard let next = sum.adding(number) else { throw outOfRange }
      sum = next
    }
    return sum
  }

  /// The product of numbers, 1 for none.
  func product(of numbers: [Number]) throws(BuiltinRefusal) -> Number {
    var product = Number.one
    for number in numbers {
      guard let next = product.multiplied(by: number) else { throw outOfRange }
      product = next
    }
    return product
  }

  /// The arithmetic mean of one or more numbers.
  func mean(of numbers: [Number]) throws(BuiltinRefusal) -> Number {
    try quotient(of: try sum(of: numbers), by: numbers.count)
  }

  /// The middle of one or more numbers in order, or the mean of the two in the middle.
  ///
  /// - Complexity: O(n · log n).
  func median(of numbers: [Number]) throws(BuiltinRefusal) -> Number {
    guard !numbers.isEmpty else { throw refusal(of: "list") }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return try mean(of: [sorted[middle - 1], sorted[middle]])
  }

  /// The sample standard deviation of two or more numbers: the root of the sum of the squared
  /// distances from the mean, divided by n - 1.
  func sampleDeviation(of numbers: [Number]) throws(BuiltinRefusal) -> Number {
    guard numbers.count > 1 else { throw refusal(of: "list") }
    let mean = try mean(of: numbers)
    var squares: [Number] = []
    squares.reserveCapacity(numbers.count)
    for number in numbers {
      guard let distance = number.subtracting(mean), let square = distance.multiplied(by: distance)
      else { throw outOfRange }
      squares.append(square)
    }
    let variance = try quotient(of: try sum(of: squares), by: numbers.count - 1)
    guard let root = variance.squareRoot() else { throw outOfRange }
    return root
  }

  private func quotient(of number: Number, by count: Int) throws(BuiltinRefusal) -> Number {
    guard let quotient = number.divided(by: Number(count)) else { throw outOfRange }
    return quotient
  }
}

extension [Number] {
  /// The numbers that occur most often, in ascending order; none when there are no numbers.
  ///
  /// - Complexity: O(n · log n).
  var mostFrequent: [Number] {
    var runs: [(number: Number, count: Int)] = []
    for number in sorted() {
      if let last = runs.last, last.number == number {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((number, 1))
      }
    }
    let most = runs.map(\.count).max() ?? 0
    return runs.filter { $0.count == most }.map(\.number)
  }
}
