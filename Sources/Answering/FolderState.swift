internal import Glibc
internal import Retrieval

/// How the files of a corpus folder are.
enum FolderState {
  /// A number for the sizes, times and inodes of the files; `nil` when one is gone.
  static func state(of inventory: [String], in root: String) -> UInt64? {
    var state = FileState()
    let isComplete = forEach(inventory, in: root) { status in
      state.add(status)
      return true
    }
    return isComplete ? state.hash : nil
  }

  /// Whether no file changed in the last second: a change within the clock's grain of a stamp
  /// could otherwise go unnoticed.
  static func isSettled(_ inventory: [String], in root: String) -> Bool {
    forEach(inventory, in: root) { isSettled($0.st_ctim.tv_sec) }
  }

  /// Whether a time, in seconds, is further back than the clock's grain.
  static func isSettled(_ seconds: Int) -> Bool {
    var now = timespec()
    return unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 && seconds < now.tv_sec - 1
  }

  /// Whether all files are there and pass; the folder is opened once, because the system follows a
  /// path from its beginning for each file.
  private static func forEach(
    _ inventory: [String],
    in root: String,
    _ passes: (stat) -> Bool
  ) -> Bool {
    let folder = unsafe open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    for name in inventory {
      var status = stat()
      guard unsafe fstatat(folder, name, &status, 0) == 0, passes(status) else { return false }
    }
    return true
  }
}

extension MappedBytes {
  /// Whether the mapped file was last changed further back than the clock's grain.
  var isSettled: Bool { fileChangeTime.map(FolderState.isSettled) ?? false }
}
