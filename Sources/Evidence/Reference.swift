/// What sort of work a reference is.
public enum ReferenceKind: String, Hashable, Sendable, CaseIterable {
  case primaryStudy = "primary study"
  case survey
  case review
  case guideline
  case secondaryDigest = "secondary digest"
  case selfPublished = "self-published"
}

/// A work that claims cite: an item of CSL-JSON with its kind.
public struct Reference: Hashable, Sendable {
  /// Citation key, unique within the protocol.
  public var id: String
  /// What sort of work it is.
  public var kind: ReferenceKind
  /// Names of the authors as Vancouver style writes them, such as "Auer RC".
  public var authors: [String]
  /// Title as published, or a description in brackets' stead where it is not known.
  public var title: String
  /// Journal or site; empty where unknown.
  public var container: String
  /// Abbreviated journal name; empty where there is none.
  public var shortContainer: String
  /// Year of publication; empty where unknown.
  public var year: String
  /// Volume; empty where unknown.
  public var volume: String
  /// Issue; empty where unknown.
  public var issue: String
  /// Pages or article number; empty where unknown.
  public var pages: String
  /// Digital object identifier without the resolver's address; empty where unknown.
  public var doi: String
  /// PubMed identifier; empty where unknown.
  public var pmid: String
  /// Address of the page seen; empty where unknown.
  public var url: String
  /// How the entry was verified.
  public var verification: String

  /// Takes the fields of an item.
  public init(
    id: String,
    kind: ReferenceKind,
    authors: [String] = [],
    title: String,
    container: String = "",
    shortContainer: String = "",
    year: String = "",
    volume: String = "",
    issue: String = "",
    pages: String = "",
    doi: String = "",
    pmid: String = "",
    url: String = "",
    verification: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.authors = authors
    self.title = title
    self.container = container
    self.shortContainer = shortContainer
    self.year = year
    self.volume = volume
    self.issue = issue
    self.pages = pages
    self.doi = doi
    self.pmid = pmid
    self.url = url
    self.verification = verification
  }

  /// The address to follow: the DOI's, else PubMed's, else the page seen; empty without any.
  public var link: String {
    if !doi.isEmpty { return "https://doi.org/\(doi)" }
    if !pmid.isEmpty { return "https://pubmed.ncbi.nlm.nih.gov/\(pmid)/" }
    return url
  }

  /// The reference in Vancouver form (ICMJE recommendations, sample references), ending with its
  /// DOI or PMID.
  ///
  /// Up to six authors are named, then "et al."; what is not known is left out.
  public var vancouver: String {
    var parts: [String] = []
    if !authors.isEmpty {
      let named = authors.prefix(6).joined(separator: ", ")
      parts.append(authors.count > 6 ? "\(named), et al." : "\(named).")
    }
    parts.append(title.last.map { "?!.".contains($0) } == true ? title : "\(title).")
    var place = shortContainer.isEmpty ? container : shortContainer
    if !place.isEmpty && !year.isEmpty { place += "." }
    if !year.isEmpty { place += place.isEmpty ? year : " \(year)" }
    if !volume.isEmpty { place += ";\(volume)" }
    if !issue.isEmpty { place += "(\(issue))" }
    if !pages.isEmpty { place += volume.isEmpty ? "; \(pages)" : ":\(pages)" }
    if !place.isEmpty { parts.append("\(place).") }
    if !doi.isEmpty {
      parts.append("doi:\(doi)")
    } else if !pmid.isEmpty {
      parts.append("PMID: \(pmid)")
    }
    return parts.joined(separator: " ")
  }

  /// Journal and year in a few words, as an answer's footnote shows them.
  public var brief: String {
    let place = shortContainer.isEmpty ? container : shortContainer
    let name = place.isEmpty ? (authors.first ?? title) : place
    return year.isEmpty ? name : "\(name) \(year)"
  }
}
