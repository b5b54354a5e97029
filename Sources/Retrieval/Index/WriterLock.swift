internal import Glibc

/// Keeps other writers out of an index for as long as it lives; the system lets go when a process ends.
struct WriterLock: ~Copyable {
  private let descriptor: Int32
  static let fileName = "lock"

  /// Takes the lock of a folder.
  ///
  /// - Throws: `IndexError.locked` when another process has it.
  init(folder: String) throws(IndexError) {
    let descriptor = unsafe open("\(folder)/\(Self.fileName)", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .locked
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
