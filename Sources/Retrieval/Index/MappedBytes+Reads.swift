/// Reads that are made of the bounds-checked ones.
extension MappedBytes {
  package func float(_ offset: Int) throws(IndexError) -> Float {
    Float(bitPattern: try uint32(offset))
  }

  package func count(_ offset: Int) throws(IndexError) -> Int {
    Int(try uint32(offset))
  }

  /// A variable-length number; moves the offset behind it.
  @inline(__always)
  package func variable(_ offset: inout Int) throws(IndexError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try uint8(offset)
      offset += 1
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return Int(truncatingIfNeeded: value & 0x7FFF_FFFF_FFFF_FFFF) }
      shift += 7
      if shift > 56 { throw .truncated(offset: offset) }
    }
  }
}
