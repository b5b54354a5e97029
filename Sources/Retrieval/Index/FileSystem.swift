internal import Glibc

/// The system refused: `errno`.
struct SystemError: Error, Hashable {
  var code: Int32

  /// What the last call that failed left.
  fileprivate static var last: SystemError { SystemError(code: errno) }
}

/// The system's calls for files, folders and threads.
///
/// With the map, the reads and the loops of `MappedBytes.swift` this is all unsafe code of the module.
enum FileSystem {
  /// How a file is.
  static func status(_ path: String) throws(SystemError) -> stat {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .last }
    return status
  }

  /// The names in a folder, in no order.
  static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .last }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { characters in
          unsafe String(cString: characters)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder, unless it is there.
  static func makeFolder(_ path: String) throws(SystemError) {
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .last }
  }

  /// Puts a file in the place of another.
  static func rename(_ path: String, to other: String) throws(SystemError) {
    guard unsafe Glibc.rename(path, other) == 0 else { throw .last }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { _ = unsafe unlink(path) }
}

/// An open file, closed when it is no longer used.
struct FileDescriptor: ~Copyable {
  /// What a file is opened for.
  enum Use {
    case reading
    /// Made if it is missing, emptied if it is not.
    case writing
    /// Made if it is missing.
    case locking
    case syncingFolder

    fileprivate var flags: Int32 {
      switch self {
      case .reading: O_RDONLY
      case .writing: O_RDWR | O_CREAT | O_TRUNC
      case .locking: O_RDWR | O_CREAT
      case .syncingFolder: O_RDONLY | O_DIRECTORY
      }
    }
  }

  private let number: Int32

  /// Opens a file.
  init(_ path: String, for use: Use) throws(SystemError) {
    number = unsafe open(path, use.flags | O_CLOEXEC, 0o644)
    guard number >= 0 else { throw .last }
  }

  private init(number: Int32) { self.number = number }

  static var standardInput: FileDescriptor { FileDescriptor(number: STDIN_FILENO) }

  deinit {
    if number > STDERR_FILENO { close(number) }
  }

  /// How the file is.
  borrowing func status() throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// Maps so many bytes of the file; a page is read when it is first looked at.
  @unsafe borrowing func map(_ count: Int) throws(SystemError) -> UnsafeRawPointer {
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, number, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { throw .last }
    return UnsafeRawPointer(address)
  }

  /// Lets go of what was mapped.
  @unsafe static func unmap(_ address: UnsafeRawPointer, _ count: Int) {
    unsafe munmap(UnsafeMutableRawPointer(mutating: address), count)
  }

  /// Gives the memory of pages that were mapped back; they are read again when needed.
  @unsafe static func release(_ address: UnsafeRawPointer, _ count: Int) {
    unsafe madvise(UnsafeMutableRawPointer(mutating: address), count, MADV_DONTNEED)
  }

  /// Reads into the places from one on.
  ///
  /// - Returns: How many bytes came; none at the end of the file.
  /// - Throws: `SystemError`.
  borrowing func read(into buffer: inout [UInt8], from place: Int) throws(SystemError) -> Int {
    let place = min(max(place, 0), buffer.count)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(
          number,
          bytes.baseAddress.map { unsafe $0 + place },
          bytes.count - place
        )
      }
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }

  /// Writes bytes at an offset.
  borrowing func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes { part in
        unsafe pwrite(number, part.baseAddress, part.count, offset + start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Waits until what was written is on the disk.
  borrowing func sync() throws(SystemError) {
    guard fsync(number) == 0 else { throw .last }
  }

  /// Keeps others from locking the file; false when one of them was first.
  borrowing func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }
}

/// A thread of the system.
final class SystemThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: pthread_t
  private var isRunning = true

  /// Starts a thread that runs a closure once.
  init(_ run: @escaping @Sendable () -> Void) throws(SystemError) {
    let body = unsafe Unmanaged.passRetained(Body(run))
    var handle = pthread_t()
    let code = unsafe pthread_create(
      &handle,
      nil,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        }
        return nil
      },
      body.toOpaque()
    )
    guard code == 0 else {
      unsafe body.release()
      throw SystemError(code: code)
    }
    self.handle = handle
  }

  /// Waits for the end.
  func join() {
    guard isRunning else { return }
    isRunning = false
    _ = pthread_join(handle, nil)
  }

  deinit { join() }

  /// How many threads can run at once.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

extension IndexError {
  /// Says of what the system refused that the index cannot be read.
  static func reading<R: ~Copyable>(
    _ body: () throws(SystemError) -> R
  ) throws(IndexError) -> R {
    do throws(SystemError) { return try body() } catch { throw .unreadable(code: error.code) }
  }

  /// Says of what the system refused that the index cannot be written.
  static func writing<R: ~Copyable>(
    _ body: () throws(SystemError) -> R
  ) throws(IndexError) -> R {
    do throws(SystemError) { return try body() } catch { throw .unwritable(code: error.code) }
  }
}

extension SourceError {
  /// Says of what the system refused that an input cannot be read.
  static func reading<R: ~Copyable>(
    _ path: String,
    _ body: () throws(SystemError) -> R
  ) throws(SourceError) -> R {
    do throws(SystemError) { return try body() } catch {
      throw .unreadable(path: path, code: error.code)
    }
  }
}
