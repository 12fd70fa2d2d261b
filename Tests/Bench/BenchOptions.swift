import Glibc

/// What `script/bench` asks for.
struct BenchOptions {
  /// Print JSON.
  var json = false
  /// The groups to measure; all when empty.
  var only: Set<String> = []
  /// How often a thing is measured.
  var runs = 10
  /// How many patients are on file.
  var patients = 20_000
  /// How many lines are open at once over `sshd`, for the group ssh.
  var lines = 200
  /// A hospital that is there already, to measure on instead of one made for it; it is only read, or copied.
  var hospital: String?
  /// The folder of the baseline's programs: list, acts, probe.
  var baseline = "."

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--json": json = true
      case "--runs": runs = rest.popFirst().flatMap { Int($0) } ?? runs
      case "--patients": patients = rest.popFirst().flatMap { Int($0) } ?? patients
      case "--lines": lines = rest.popFirst().flatMap { Int($0) } ?? lines
      case "--hospital": hospital = rest.popFirst() ?? hospital
      case "--baseline": baseline = rest.popFirst() ?? baseline
      default:
        guard !argument.hasPrefix("-") else {
          tell(
            "usage: script/bench [--json] [--runs N] [--patients N] [--lines N] [--hospital PATH] [GROUP…]\n  groups: \(BenchGroup.names)\n"
          )
          exit(64)
        }
        only.insert(argument)
      }
    }
  }
}
