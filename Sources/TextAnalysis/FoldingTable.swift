/// The letters that fold to other letters.
///
/// Derived from the canonical decompositions of the Unicode Character Database, version 15, for Latin,
/// Greek and Cyrillic lower case, with the letters that have none (`ø`, `ß`, ligatures) by hand.
enum FoldingTable {
  /// The folded form of a lower-case scalar, or nil where it stays.
  static func fold(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F:
      ""
    case 0x00AD, 0x200C, 0x200D, 0x2060: ""
    case 0x2010...0x2015, 0x2212, 0xFE63: "-"
    case 0x2018, 0x2019, 0x201B, 0x02BC: "'"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0).lowercased() }
    default: letters[scalar]
    }
  }

  private static let letters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    for (base, forms) in formsByBase {
      for form in forms.unicodeScalars { letters[form] = base }
    }
    return letters
  }()

  private static let formsByBase: [(base: String, forms: String)] = [
    ("0", "⁰₀"),
    ("1", "¹₁"),
    ("2", "²₂"),
    ("3", "³₃"),
    ("4", "⁴₄"),
    ("5", "⁵₅"),
    ("6", "⁶₆"),
    ("7", "⁷₇"),
    ("8", "⁸₈"),
    ("9", "⁹₉"),
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặⱥẚɐª"),
    ("b", "ḃḅḇƀ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓðđɗẟ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệɇ"),
    ("f", "ḟƒ"),
    ("g", "ĝğġģǧǵḡǥ"),
    ("h", "ĥȟḣḥḧḩḫẖħ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉịıɨⁱ"),
    ("j", "ĵǰȷɉ"),
    ("k", "ķǩḱḳḵĸ"),
    ("l", "ĺļľḷḹḻḽłŀ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋŋŉⁿ"),
    ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿº"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟɍ"),
    ("s", "śŝşšșṡṣṥṧṩẛſẜẝ"),
    ("t", "ţťțṫṭṯṱẗŧⱦ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựʉ"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹɏ"),
    ("z", "źżžẑẓẕƶ"),
    ("ʒ", "ǯ"),
    ("α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ("ε", "έἐἑἒἓἔἕὲέ"),
    ("η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ"),
    ("μ", "µ"),
    ("ο", "όὀὁὂὃὄὅὸό"),
    ("ρ", "ῤῥ"),
    ("σ", "ς"),
    ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
    ("ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    ("ϒ", "ϓϔ"),
    ("г", "ѓ"),
    ("е", "ѐё"),
    ("и", "йѝ"), ("і", "ї"),
    ("к", "ќ"),
    ("у", "ў"),
    ("ae", "æǽǣ"),
    ("dz", "ǆǳ"),
    ("ff", "ﬀ"),
    ("ffi", "ﬃ"),
    ("ffl", "ﬄ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("ij", "ĳ"),
    ("lj", "ǉ"),
    ("nj", "ǌ"),
    ("oe", "œ"),
    ("ss", "ß"),
    ("st", "ﬅﬆ"),
    ("th", "þ"),
  ]
}
