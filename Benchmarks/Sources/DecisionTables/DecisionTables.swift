import DMN
import FEEL
import Glibc

/// Evaluates one decision of a model for many inputs and says how often a second.
///
///     DecisionTables MODEL.dmn INPUTS.tsv SECONDS ROUNDS
///
/// A line of the inputs is a number, a text and the outcome that they must have, with tabs between.
@main
struct DecisionTables {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let seconds = Double(arguments[3]), let rounds = Int(arguments[4])
    else {
      print("usage: DecisionTables MODEL.dmn INPUTS.tsv SECONDS ROUNDS")
      exit(64)
    }
    let model = try CompiledModel(DecisionModelReader().read(path: arguments[1]))
    let rows = try read(arguments[2])
    let contexts = rows.map { context($0) }
    for (row, context) in zip(rows, contexts) {
      let value = model.evaluate(decision: "outcome", inputs: context).value
      guard case .string(row.expected) = value else {
        print("wrong: \(row) gives \(value)")
        exit(1)
      }
    }
    for _ in 0..<rounds {
      let ready = rate(seconds, rows.count) { place in
        model.evaluate(decision: "outcome", inputs: contexts[place]).value
      }
      let converted = rate(seconds, rows.count) { place in
        model.evaluate(decision: "outcome", inputs: context(rows[place])).value
      }
      print("\(ready)\t\(converted)")
    }
  }

  private struct Row {
    var size: Int
    var kind: String
    var expected: String
  }

  private static func context(_ row: Row) -> Context {
    Context([("size", .number(Number(row.size))), ("kind", .string(row.kind))])
  }

  /// Evaluations a second, over at least so many seconds.
  private static func rate(_ seconds: Double, _ count: Int, _ body: (Int) -> Value) -> Int {
    var done = 0
    var nulls = 0
    let start = now()
    while true {
      for place in 0..<count {
        if case .null = body(place) { nulls += 1 }
      }
      done += count
      let elapsed = now() - start
      if elapsed >= seconds { return nulls == 0 ? Int(Double(done) / elapsed) : 0 }
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func read(_ path: String) throws -> [Row] {
    guard let file = fopen(path, "r") else {
      print("cannot read \(path)")
      exit(66)
    }
    defer { fclose(file) }
    var rows: [Row] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    while getline(&line, &capacity, file) > 0, let bytes = line {
      let text = String(cString: bytes)
      let fields = text.split(whereSeparator: { $0 == "\t" || $0 == "\n" }).map(String.init)
      guard fields.count == 3, let size = Int(fields[0]) else { continue }
      rows.append(Row(size: size, kind: fields[1], expected: fields[2]))
    }
    free(line)
    return rows
  }
}
