package import Glibc

/// A number that stands for how files are: which they are, how long, and when they were last changed.
///
/// A file that somebody wrote to has another state, because the system sets the time of the change.
package struct FileState: Hashable, Sendable {
  /// The number so far.
  package private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The state of no file.
  package init() {}

  /// Adds inode number, size, time of modification and time of status change of a file.
  package mutating func add(_ status: stat) {
    add(UInt64(status.st_ino))
    add(UInt64(bitPattern: Int64(status.st_size)))
    add(UInt64(bitPattern: Int64(status.st_mtim.tv_sec)))
    add(UInt64(bitPattern: Int64(status.st_mtim.tv_nsec)))
    add(UInt64(bitPattern: Int64(status.st_ctim.tv_sec)))
    add(UInt64(bitPattern: Int64(status.st_ctim.tv_nsec)))
  }

  private mutating func add(_ value: UInt64) {
    hash = (hash ^ value) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
  }
}
