/// Keeps other writers out of an index for as long as it lives; the system lets go when a process ends.
struct WriterLock: ~Copyable {
  private let descriptor: FileDescriptor
  static let fileName = "lock"

  /// Takes the lock of a folder.
  ///
  /// - Throws: `IndexError.locked` when another process has it.
  init(folder: String) throws(IndexError) {
    let descriptor = try IndexError.writing { () throws(SystemError) in
      try FileDescriptor("\(folder)/\(Self.fileName)", for: .locking)
    }
    guard descriptor.lock() else { throw .locked }
    self.descriptor = descriptor
  }
}
