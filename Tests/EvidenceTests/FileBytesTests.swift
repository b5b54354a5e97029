import Evidence
import Foundation
import Testing

@Suite struct FileBytesTests {
  @Test func `a missing path says so`() {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let error = #expect(throws: FileError.self) { try FileBytes.read(path) }
    #expect(error?.isMissing == true)
    #expect(error?.path == path)
    #expect(error?.reason == "No such file or directory")
    #expect(throws: FileError.self) { try FileBytes.list(path) }
    #expect(!FileBytes.isFolder(path))
  }

  @Test func `a folder is no file`() {
    let path = FileManager.default.temporaryDirectory.path
    let error = #expect(throws: FileError.self) { try FileBytes.read(path) }
    #expect(error?.isMissing == false)
    #expect(error?.reason == "Is a directory")
    #expect(FileBytes.isFolder(path))
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func `a file of any size is read whole`(size: Int) throws {
    let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var small = try SmallCorpus()
    small.files = ["file": content]
    try small.inFolder { root in
      let read = try FileBytes.read(root.appending(path: "file").path)
      #expect(read == content)
    }
  }

  @Test func `names come sorted by bytes and without hidden ones`() throws {
    var small = try SmallCorpus()
    small.files = ["b": [], "a": [], "Z": [], ".hidden": [], "é": [], "folder/x": []]
    try small.inFolder { root in
      let names = try FileBytes.list(root.path)
      #expect(names == ["Z", "a", "b", "folder", "é"])
    }
  }
}
