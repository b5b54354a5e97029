public import Evidence

/// Works that were withdrawn, as the local file `retractions.tsv` of a corpus folder lists them.
///
/// A line is the work, the day and the notice, with tabs between them; the work is named by its
/// citation key, its DOI or its PubMed identifier. Lines that begin with `#` are remarks. The file is
/// no part of the corpus's digest: whoever keeps it may change it without a new version.
public struct RetractionList: Hashable, Sendable {
  /// A line of the list.
  public struct Notice: Hashable, Sendable {
    /// How the list names the work.
    public var work: String
    /// The day, as written; empty where none is given.
    public var day: String
    /// What is said of it; empty where nothing is.
    public var text: String

    /// In one sentence, without the work.
    public var sentence: String {
      let dated = day.isEmpty ? "Retracted" : "Retracted \(day)"
      return text.isEmpty ? "\(dated)." : "\(dated): \(text)"
    }
  }

  /// In the order of the file.
  public var notices: [Notice] = []

  /// Lists nothing.
  public init() {}

  /// Reads the list of a corpus folder.
  ///
  /// - Parameter root: The corpus folder.
  /// - Returns: The list; an empty one without a file.
  /// - Throws: `CorpusError` for a file that cannot be read or a line without a work, because an answer
  ///   that should be marked must not go out unmarked.
  public static func read(corpus root: String) throws(CorpusError) -> RetractionList {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read("\(root)/\(file)")
    } catch {
      if error.isMissing { return RetractionList() }
      throw issue(.unreadable(reason: error.reason), line: nil)
    }
    var list = RetractionList()
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw issue(.syntax("is not UTF-8"), line: index + 1)
      }
      if let notice = try notice(text, line: index + 1) { list.notices.append(notice) }
    }
    return list
  }

  /// The file's name in the corpus folder.
  public static let file = "retractions.tsv"

  private static func notice(_ line: String, line number: Int) throws(CorpusError) -> Notice? {
    if line.utf8.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) || line.utf8.first == 35 {
      return nil
    }
    let fields = line.utf8.split(separator: 9, omittingEmptySubsequences: false).map { part in
      trimmed(String(Substring(part)))
    }
    guard let work = fields.first, !work.isEmpty else {
      throw issue(.missing(key: "the work"), line: number)
    }
    return Notice(
      work: work,
      day: fields.count > 1 ? fields[1] : "",
      text: fields.dropFirst(2).joined(separator: " ")
    )
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.utf8.last, last == 32 || last == 13 { text = text.dropLast() }
    while text.utf8.first == 32 { text = text.dropFirst() }
    return String(text)
  }

  private static func issue(_ problem: CorpusIssue.Problem, line: Int?) -> CorpusError {
    CorpusError(issues: [CorpusIssue(file: file, line: line, problem: problem)])
  }

  /// What is said of a work; nil for one that is not listed.
  ///
  /// - Parameters:
  ///   - id: The citation key.
  ///   - url: The address, from which a DOI or a PubMed identifier is read.
  /// - Returns: The first notice that names it.
  func notice(id: String, url: String) -> Notice? {
    if notices.isEmpty { return nil }
    return notices.first { notice in
      let work = notice.work.lowercased()
      return notice.work == id || url.lowercased() == "https://doi.org/\(work)"
        || url == "https://pubmed.ncbi.nlm.nih.gov/\(work)/"
    }
  }

  /// What is said of a work; nil for one that is not listed.
  public func notice(of reference: Reference) -> Notice? {
    notices.first { notice in
      notice.work == reference.id
        || (!reference.doi.isEmpty && notice.work.lowercased() == reference.doi.lowercased())
        || (!reference.pmid.isEmpty && notice.work == reference.pmid)
    }
  }
}
