import BuiltProgramSupport
import Glibc

/// Measures `hms` from outside, as a person's terminal sees it, beside a baseline measured in the same run.
/// Driven by `script/bench`, which builds the baseline and gives its path.
@main
enum BenchProgram {
  static func main() throws {
    let options = BenchOptions(Array(CommandLine.arguments.dropFirst()))
    let table = try measure(options)
    print(options.json ? table.json : table.text, terminator: "")
    if !table.missing.isEmpty { exit(1) }
  }

  /// The world and its files are gone when this returns.
  private static func measure(_ options: BenchOptions) throws -> BenchTable {
    let world = try BenchWorld(options, patients: options.only == ["growth"] ? 1_000 : options.patients)
    var table = BenchTable()
    for group in options.only.isEmpty ? BenchGroup.usual : BenchGroup.all.filter({ options.only.contains($0.name) }) {
      tell("measuring \(group.name)…\n")
      let start = TakenTime()
      do {
        table.rows += try group.measure(world)
        let taken = TakenTime().share(since: start)
        if taken >= 1 { table.rows.append(BenchRow("  \(group.name): the host took of the processors", "%", taken)) }
      } catch {
        tell("hms-bench: \(group.name) could not be measured: \(error)\n")
        table.missing.append(group.name)
      }
    }
    return table
  }
}

/// Tells the person who waits something, on standard error.
func tell(_ text: String) {
  _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}
