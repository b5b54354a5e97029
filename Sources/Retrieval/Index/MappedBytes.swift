internal import Glibc

/// Why a file of the index cannot be used.
public enum IndexError: Error, Hashable, Sendable {
  /// The system refused: `errno`.
  case unreadable(code: Int32)
  /// The file ends before what should stand at this offset.
  case truncated(offset: Int)
  /// It does not begin as such a file does, or is of another version.
  case unknownFormat
  /// Its checksum does not fit its content.
  case damaged
  /// It was made with another analysis.
  case otherAnalysis
  /// The system refused to write: `errno`.
  case unwritable(code: Int32)
  /// Another process is writing to the index.
  case locked
  /// More documents than one segment numbers.
  case tooManyDocuments
  /// Texts are needed and not stored.
  case noTexts
}

/// Bytes that are read in place: a mapped file, or an array.
///
/// Together with the reads in `MappedBytes+Reads.swift` this is all unsafe code of the index.
// @unchecked Sendable: the memory is never written after the initialiser returns, and it lives as
// long as the object.
@safe
package final class MappedBytes: @unchecked Sendable {
  let base: UnsafeRawPointer
  package let count: Int
  /// How the mapped file was when it was opened; nil for other bytes.
  package let fileState: FileState?
  /// When its status was last changed, in seconds; nil for other bytes.
  package let fileChangeTime: Int?
  private let isMapped: Bool
  /// Whose memory this is, where it is a part of other bytes.
  private let owner: MappedBytes?

  /// Maps a file read-only; a page is read from it when it is first looked at.
  package init(path: String) throws(IndexError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(code: EISDIR) }
    guard status.st_size > 0 else { throw .truncated(offset: 0) }
    let address = unsafe mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .unreadable(code: errno)
    }
    unsafe base = UnsafeRawPointer(address)
    count = Int(status.st_size)
    var state = FileState()
    state.add(status)
    fileState = state
    fileChangeTime = status.st_ctim.tv_sec
    isMapped = true
    owner = nil
  }

  /// A part of other bytes, which live on with it.
  package init(_ owner: MappedBytes, _ range: Range<Int>) throws(IndexError) {
    try owner.check(range.lowerBound, range.count)
    unsafe base = owner.base + range.lowerBound
    count = range.count
    fileState = nil
    fileChangeTime = nil
    isMapped = false
    self.owner = owner
  }

  /// Copies an array.
  package init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
    unsafe base = UnsafeRawPointer(copy)
    count = bytes.count
    fileState = nil
    fileChangeTime = nil
    isMapped = false
    owner = nil
  }

  deinit {
    if owner != nil { return }
    if isMapped {
      unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
    } else {
      unsafe base.deallocate()
    }
  }
}
