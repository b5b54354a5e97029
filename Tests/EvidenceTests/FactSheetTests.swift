import Testing

@testable import Evidence

@Suite struct FactSheetTests {
  @Test func `a sheet is read back as it was written`() throws {
    let site = FactSheet.Site(
      label: "seg \"II\": a\\b\n\u{7}é, #1",
      facts: [StatedFact(id: "siteDepth", value: .text("true"))]
    )
    let sheet = FactSheet(
      facts: [
        StatedFact(id: "lesionSizeMm", value: .text("< 10")),
        StatedFact(id: "bevacizumab", value: .boolean(false)),
        StatedFact(id: "chemotherapyMonths", value: .number("4.5")),
        StatedFact(id: "restagingCT", value: .unknown),
      ],
      sites: [site, FactSheet.Site(label: "site 2", facts: [])]
    )
    var read = try FactSheet.read(Array(sheet.yaml.utf8), named: "case.yaml")
    for index in read.facts.indices { read.facts[index].line = nil }
    for site in read.sites.indices {
      for index in read.sites[site].facts.indices { read.sites[site].facts[index].line = nil }
    }
    #expect(read == sheet)
  }

  @Test func `a sheet without facts is an empty mapping`() throws {
    #expect(FactSheet().yaml == "{}\n")
    #expect(try FactSheet.read(Array("{}\n".utf8), named: "case.yaml") == FactSheet())
  }
}
