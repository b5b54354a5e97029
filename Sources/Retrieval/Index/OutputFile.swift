/// A file that is written from its beginning to its end, on a disk or in memory.
struct OutputFile: ~Copyable {
  /// None in memory, where everything stays pending.
  private let descriptor: FileDescriptor?
  private let path: String
  private var pending: [UInt8] = []
  /// Bytes so far.
  private(set) var count = 0
  private static let capacity = 1 << 20

  /// Makes a new file, or empties one that is there.
  init(path: String) throws(IndexError) {
    descriptor = try IndexError.writing { () throws(SystemError) in
      try FileDescriptor(path, for: .writing)
    }
    self.path = path
    pending.reserveCapacity(Self.capacity + 1 << 16)
  }

  /// Makes an empty file in memory.
  init() {
    descriptor = nil
    path = ""
  }

  mutating func append(_ bytes: some Collection<UInt8>) throws(IndexError) {
    pending.append(contentsOf: bytes)
    count += bytes.count
    if pending.count >= Self.capacity { try flush() }
  }

  mutating func append(_ value: UInt16) throws(IndexError) {
    pending.append(UInt8(truncatingIfNeeded: value))
    pending.append(UInt8(truncatingIfNeeded: value >> 8))
    count += 2
    if pending.count >= Self.capacity { try flush() }
  }

  mutating func append(_ value: UInt32) throws(IndexError) {
    for shift in stride(from: 0, to: 32, by: 8) {
      pending.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
    }
    count += 4
    if pending.count >= Self.capacity { try flush() }
  }

  mutating func append(_ value: UInt64) throws(IndexError) {
    try append(UInt32(truncatingIfNeeded: value))
    try append(UInt32(truncatingIfNeeded: value >> 32))
  }

  /// Writes what is pending to the file.
  private mutating func flush() throws(IndexError) {
    guard descriptor != nil else { return }
    try write(pending, at: count - pending.count)
    pending.removeAll(keepingCapacity: true)
  }

  private borrowing func write(_ bytes: [UInt8], at offset: Int) throws(IndexError) {
    try IndexError.writing { () throws(SystemError) in try descriptor?.write(bytes, at: offset) }
  }

  /// What was written so far, to be read.
  mutating func written() throws(IndexError) -> MappedBytes {
    try flush()
    return descriptor == nil ? MappedBytes(pending) : try MappedBytes(path: path)
  }

  /// The bytes of a file in memory.
  var bytes: [UInt8] { pending }

  /// Writes over the beginning of the file, then waits until all of it is on the disk.
  mutating func finish(head: [UInt8]) throws(IndexError) {
    guard descriptor != nil else {
      pending.replaceSubrange(0..<head.count, with: head)
      return
    }
    try flush()
    try write(head, at: 0)
    try IndexError.writing { () throws(SystemError) in try descriptor?.sync() }
  }
}
