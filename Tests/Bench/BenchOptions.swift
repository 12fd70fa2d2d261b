import Glibc

/// What `script/bench` asks for.
struct BenchOptions {
  /// Print JSON.
  var json = false
  /// The groups to measure; all when empty.
  var only: Set<String> = []
  /// How often a thing is measured.
  var runs = 10
  /// The path of the baseline's list program.
  var list = "list"

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--json": json = true
      case "--runs": runs = rest.popFirst().flatMap { Int($0) } ?? runs
      case "--list": list = rest.popFirst() ?? list
      default:
        guard !argument.hasPrefix("-") else {
          tell("usage: script/bench [--json] [--runs N] [GROUP…]   groups: \(BenchGroup.names)\n")
          exit(64)
        }
        only.insert(argument)
      }
    }
  }
}
