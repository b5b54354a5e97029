import Dialogue
import Testing

@Suite struct AssertionTests {
  @Test(arguments: [
    ("Scan done.", Polarity.affirmed), ("No scan.", .negated), ("Scan not done.", .negated),
    ("There was no fever but a scan.", .affirmed), ("No fever; scan.", .affirmed),
    ("Not only a scan.", .affirmed), ("They didn't scan.", .negated), ("Scan: no.", .negated),
    ("Perhaps a scan.", .uncertain), ("We cannot rule out a scan.", .uncertain),
    ("If a scan shows it.", .hypothetical), ("Was there a scan?", .hypothetical),
    ("Was there a scan? No.", .negated), ("Was there a scan? Yes.", .affirmed),
    ("Scan booked.", .planned), ("Booked a scan.", .planned),
    ("Her mother had a scan.", .other), ("Her mother had no scan.", .other),
    ("Booked, scan not done.", .negated), ("Denies pain, cough, scan.", .negated),
    ("No pain, cough or scan.", .negated),
  ])
  func `a cue changes what it reaches`(text: String, polarity: Polarity) throws {
    let assertion = try SmallLanguage.extractor().assertion(of: "scan", in: text)
    #expect(assertion?.polarity == polarity)
  }

  @Test func `a concept that is not there has no polarity`() throws {
    #expect(try SmallLanguage.extractor().assertion(of: "scan", in: "No scanner.") == nil)
    #expect(try SmallLanguage.extractor().assertion(of: "", in: "No scan.") == nil)
  }

  /// "and" joins what comes next, "or" what is denied as well.
  @Test func `what is not so ends at a comma unless or closes a list`() throws {
    let extractor = try SmallLanguage.extractor()
    func scanned(_ text: String) -> SlotValue? {
      extractor.read(text).facts.first { $0.id == "scanned" }?.value
    }
    #expect(scanned("Not frail, scan and bloods last week.") == .truth(true))
    #expect(scanned("Not frail, well or scanned by a scan.") == .truth(false))
  }

  @Test func `in notes a comma begins a new statement, in prose short members are a list`() throws {
    let extractor = try SmallLanguage.extractor()
    let text = "No fever, scan, deep."
    #expect(extractor.read(text).facts.map(\.value) == [.truth(true), .name("deep")])
    #expect(extractor.assertion(of: "scan", in: text)?.polarity == .negated)
  }
}
