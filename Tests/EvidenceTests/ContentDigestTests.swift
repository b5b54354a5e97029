import Evidence
import Testing

@Suite struct ContentDigestTests {
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `the vectors of FIPS 180 come out`(unit: String, count: Int, digits: String) {
    let content = Array(String(repeating: unit, count: count).utf8)
    #expect(ContentDigest(of: content).description == digits)
  }

  @Test func `every length around a block's end has a digest of its own`() {
    let digests = (0...200).map { ContentDigest(of: [UInt8](repeating: 0, count: $0)) }
    #expect(Set(digests).count == digests.count)
  }

  @Test func `the digest of named contents follows names, bytes, order and borders`() {
    typealias Files = [(name: String, content: [UInt8])]
    let variants: [Files] = [
      [], [("a", [1, 2])], [("b", [1, 2])], [("a", [1])], [("a", [1, 3])],
      [("a", [1, 2]), ("b", [])],
      [("b", []), ("a", [1, 2])], [("a", [1]), ("b", [2])], [("a", [1]), ("b2", [])],
      [("ab", []), ("", [])], [("a", []), ("b", [])], [("a", Array("1:b:0:".utf8))],
      [("a", []), ("", Array("b".utf8))],
    ]
    #expect(Set(variants.map { ContentDigest(of: $0) }).count == variants.count)
  }

  @Test func `a digest survives its bytes`() {
    let digest = ContentDigest(of: Array("abc".utf8))
    #expect(ContentDigest(bytes: digest.bytes) == digest)
  }

  @Test(arguments: [0, 31, 33, 64])
  func `another number of bytes is no digest`(count: Int) {
    #expect(ContentDigest(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }
}
