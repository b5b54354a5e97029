/// A document as an index keeps it.
package struct StoredDocument: Hashable, Sendable {
  /// On one line; empty where it has none.
  package var title: String
  /// Bytes that are no UTF-8 are replaced.
  package var text: String

  /// Divides stored bytes: the first line is the title.
  init(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: 10) ?? bytes.count
    title = String(decoding: bytes[..<end], as: UTF8.self)
    text = String(decoding: bytes[min(end + 1, bytes.count)...], as: UTF8.self)
  }
}

extension DirectoryReader {
  /// A document's title and text; nil where texts are not kept.
  package func document(_ number: Int) throws(IndexError) -> StoredDocument? {
    try text(of: number).map { StoredDocument($0) }
  }
}
