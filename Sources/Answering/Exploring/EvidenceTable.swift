/// Rows of facts under named columns, whatever they are written as.
public struct EvidenceTable: Hashable, Sendable {
  /// What it is called in JSON and in links.
  public var id: String
  /// What stands above it.
  public var title: String
  /// The columns.
  public var columns: [Column]
  /// The cells of each row, one for each column; empty where nothing is stated.
  public var rows: [[String]]

  /// A column.
  public struct Column: Hashable, Sendable {
    /// What it is called in JSON and CSV.
    public var key: String
    /// What stands above it.
    public var name: String
    /// How its cells are read.
    public var kind: Kind

    /// How the cells of a column are read.
    public enum Kind: Hashable, Sendable {
      case text
      /// A whole number.
      case number
      /// A remark that stands below the row where there is no room beside it.
      case detail
    }
  }

  /// Starts a table without rows.
  public init(_ id: String, title: String, columns: [Column], rows: [[String]] = []) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

extension EvidenceTable.Column {
  /// A column of texts.
  public static func text(_ key: String, _ name: String) -> Self {
    Self(key: key, name: name, kind: .text)
  }

  /// A column of whole numbers.
  public static func number(_ key: String, _ name: String) -> Self {
    Self(key: key, name: name, kind: .number)
  }

  /// A column of remarks.
  public static func detail(_ key: String, _ name: String) -> Self {
    Self(key: key, name: name, kind: .detail)
  }
}

/// One view of the evidence: what every command of `explore` gives.
public struct EvidenceView: Hashable, Sendable {
  /// The command.
  public var name: String
  /// What stands above it.
  public var title: String
  /// Facts with a name each.
  public var fields: [Field]
  /// Tables, in reading order.
  public var tables: [EvidenceTable]
  /// Sentences that end it.
  public var notes: [String]

  /// A fact with its name.
  public struct Field: Hashable, Sendable {
    /// What it is called in JSON; several facts may share it.
    public var key: String
    /// What stands before it.
    public var name: String
    /// The fact.
    public var text: String

    /// Takes a fact.
    public init(_ key: String, _ name: String, _ text: String) {
      self.key = key
      self.name = name
      self.text = text
    }
  }

  /// Takes the parts of a view.
  public init(
    _ name: String,
    title: String,
    fields: [Field] = [],
    tables: [EvidenceTable] = [],
    notes: [String] = []
  ) {
    self.name = name
    self.title = title
    self.fields = fields.filter { !$0.text.isEmpty }
    self.tables = tables
    self.notes = notes
  }
}
