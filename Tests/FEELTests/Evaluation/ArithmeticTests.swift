internal import FEEL
internal import Testing

struct ArithmeticTests {
  @Test(arguments: [
    "1 + 2 => 3", "1.5 + 1.5 => 3", "0.1 + 0.2 => 0.3", "10 - 4 - 3 => 3", "2 * 3 + 4 => 10",
    "2 + 3 * 4 => 14", "7 / 2 => 3.5", "2 ** 10 => 1024", "-(3 - 5) => 2", "--3 => 3",
    "10 / 4 * 2 => 5", "1 / 3 * 3 => 0.9999999999999999999999999999999999",
    #""a" + "b" => "ab""#, #""" + "" => """#,
  ])
  func `numbers and strings`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"@"P1Y" + @"P2M" => @"P1Y2M""#, #"@"P1Y" - @"P2M" => @"P10M""#,
    #"@"P1D" + @"PT1H" => @"P1DT1H""#, #"@"PT1H" - @"P1D" => @"-PT23H""#,
    #"2 * @"P1Y" => @"P2Y""#, #"@"P1Y" * 1.5 => @"P1Y6M""#, #"@"P1Y" / 2 => @"P6M""#,
    #"@"P10Y11M" / -2.5 => @"-P4Y4M""#, #"@"P4DT1H" * 1.5 => @"P6DT1H30M""#,
    #"@"P1Y" / @"P1M" => 12"#, #"@"P1D" / @"PT1H" => 24"#, #"@"PT1S" / 3 => @"PT0.333333333S""#,
    #"-@"P1D" => @"-P1D""#, #"-@"-P1Y" => @"P1Y""#,
  ])
  func durations(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"@"2021-01-31" + @"P1M" => @"2021-02-28""#, #"@"P1D" + @"2021-12-31" => @"2022-01-01""#,
    #"@"2021-01-01" + @"PT36H" => @"2021-01-02""#, #"@"2021-01-02" - @"PT1S" => @"2021-01-01""#,
    #"@"2021-03-01" - @"2021-02-01" => @"P28D""#,
    #"@"2021-01-01T10:00:00" + @"PT15H" => @"2021-01-02T01:00:00""#,
    #"@"2021-01-02T10:10:10" - @"2021-01-01T10:10:10" => @"P1D""#,
    #"@"2021-01-02T10:10:10@Europe/Paris" - @"2021-01-01T10:10:10@Asia/Dhaka" => @"P1DT5H""#,
    #"@"2021-01-02" - @"2021-01-01T10:10:10+11:00" => @"P1DT49M50S""#,
    #"@"10:10:10" - @"11:10:10" => @"-PT1H""#, #"@"23:30:00" + @"PT1H" => @"00:30:00""#,
    #"@"10:00:00+02:00" - @"10:00:00+01:00" => @"-PT1H""#,
  ])
  func `dates and times`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"1 + "a""#, #""a" + 1"#, "true + true", "[1] + 1", "{} * 2", #""a" - "a""#, "null + 1",
    #"@"2021-01-01" + @"2021-01-01""#, #"@"2021-01-01" * 2"#, #"@"10:00:00" - @"10:00:00Z""#,
    #"@"2021-01-02T10:10:10" - @"2021-01-02T10:10:10Z""#,
    #"@"2021-01-02T10:10:10" - @"2021-01-02""#,
    #"@"P1Y" + @"P1D""#, #"2 / @"P1D""#, #"@"P1D" ** 2"#, "(function() 1) + 1", "[1..2] + 1",
    #"-"a""#, "-[1]", #"-@"2021-01-01""#, "-{}", "-true",
  ])
  func `operands of other kinds give null and a note`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .operandTypes? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test(arguments: ["1 / 0", #"@"P1D" / 0"#, #"@"P1Y" / @"P0Y""#, #"@"P1D" / @"P0D""#, "0 / 0"])
  func `division by zero is null and says so`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.reasons == [.divisionByZero])
  }

  @Test(arguments: [
    "10 ** 6144 * 10", "(-1) ** 0.5", #"@"P1Y" * 10 ** 30"#, #"@"P1D" * 10 ** 40"#,
    #"@"999999999-12-31" + @"P1Y""#, #"@"999999999-12-31" + @"P1D""#,
    #"@"-999999999-01-01" - @"P1D""#,
  ])
  func `results without representation are null and say so`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .outOfRange? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }
}
