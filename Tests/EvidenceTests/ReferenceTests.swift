import Evidence
import Testing

@Suite struct ReferenceTests {
  private static let seven = (1...7).map { "Author\($0) A" }

  @Test(arguments: [
    (Reference(id: "a", kind: .review, title: "Title"), "Title."),
    (Reference(id: "a", kind: .review, title: "Is it?"), "Is it?"),
    (Reference(id: "a", kind: .review, title: "It is!"), "It is!"),
    (Reference(id: "a", kind: .review, title: "It is."), "It is."),
    (Reference(id: "a", kind: .review, authors: ["Auer RC"], title: "T"), "Auer RC. T."),
    (
      Reference(id: "a", kind: .review, authors: ["Auer RC", "Berg J"], title: "T"),
      "Auer RC, Berg J. T."
    ),
    (
      Reference(id: "a", kind: .review, authors: Array(seven.prefix(6)), title: "T"),
      "Author1 A, Author2 A, Author3 A, Author4 A, Author5 A, Author6 A. T."
    ),
    (
      Reference(id: "a", kind: .review, authors: seven, title: "T"),
      "Author1 A, Author2 A, Author3 A, Author4 A, Author5 A, Author6 A, et al. T."
    ),
    (Reference(id: "a", kind: .review, title: "T", container: "Journal"), "T. Journal."),
    (
      Reference(id: "a", kind: .review, title: "T", container: "Journal", shortContainer: "J"),
      "T. J."
    ),
    (Reference(id: "a", kind: .review, title: "T", year: "2020"), "T. 2020."),
    (
      Reference(id: "a", kind: .review, title: "T", container: "J", year: "2020"), "T. J. 2020."
    ),
    (
      Reference(
        id: "a",
        kind: .review,
        title: "T",
        container: "J",
        year: "2020",
        volume: "12",
        issue: "3",
        pages: "45-6",
        doi: "10.1/x",
        pmid: "7"
      ),
      "T. J. 2020;12(3):45-6. doi:10.1/x"
    ),
    (
      Reference(id: "a", kind: .review, title: "T", container: "J", year: "2020", pages: "e45"),
      "T. J. 2020; e45."
    ),
    (
      Reference(id: "a", kind: .review, title: "T", container: "J", year: "2020", volume: "12"),
      "T. J. 2020;12."
    ),
    (Reference(id: "a", kind: .review, title: "T", pmid: "7"), "T. PMID: 7"),
    (Reference(id: "a", kind: .review, title: "T", url: "https://x.y"), "T."),
  ])
  func `a reference reads in Vancouver form`(reference: Reference, text: String) {
    #expect(reference.vancouver == text)
  }

  @Test(arguments: [
    (Reference(id: "a", kind: .survey, title: "T"), "", "T"),
    (
      Reference(id: "a", kind: .survey, authors: ["Auer RC"], title: "T", url: "https://x.y"),
      "https://x.y", "Auer RC"
    ),
    (
      Reference(id: "a", kind: .survey, title: "T", container: "J", year: "2020", pmid: "7"),
      "https://pubmed.ncbi.nlm.nih.gov/7/", "J 2020"
    ),
    (
      Reference(
        id: "a",
        kind: .survey,
        title: "T",
        container: "Journal",
        shortContainer: "J",
        doi: "10.1/x",
        pmid: "7",
        url: "https://x.y"
      ),
      "https://doi.org/10.1/x", "J"
    ),
  ])
  func `a reference has its best link and a brief name`(
    reference: Reference,
    link: String,
    brief: String
  ) {
    #expect(reference.link == link)
    #expect(reference.brief == brief)
  }
}
