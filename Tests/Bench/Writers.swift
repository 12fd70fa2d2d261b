import BuiltProgramSupport

/// Writers of one kind on one file, who write all at once, round by round.
final class Writers {
  private let programs: [ConversingProgram]
  private let word: String, milliseconds: Int
  private var counts: [Double]
  private var perActs: [Double] = []
  /// Milliseconds of the longest act.
  private(set) var longest = 0.0
  /// How many did not come to the end of a round.
  private(set) var failed = 0.0

  /// - Parameters:
  ///   - word: what each is told at the beginning of a round.
  ///   - milliseconds: how long a round is.
  init(_ programs: [ConversingProgram], told word: String, for milliseconds: Int) {
    self.programs = programs
    self.word = word
    self.milliseconds = milliseconds
    counts = programs.map { _ in 0 }
  }

  /// Milliseconds for an act of all of them together, in the round in the middle.
  var perAct: Double { Measure(perActs).median }

  /// How often the most served came to write for once of the least served.
  var spread: Double { (counts.max() ?? .nan) / max(1, counts.min() ?? 0) }

  /// Lets all of them write until each says what it did: how many acts, the microseconds of the slowest and of all, and how
  /// many acts ended within the round.
  private func writeOneRound() {
    for program in programs { program.say(word) }
    let answers = programs.map { $0.hear() ?? "silent" }
    let figures = answers.map { $0.split(separator: " ").dropFirst().compactMap { Double($0) } }
    for (writer, done) in figures.enumerated() where done.count == 4 { counts[writer] += done[0] }
    if let other = answers.first(where: { !$0.hasPrefix("done ") }) { tell("a writer ended: \(other)\n") }
    let done = figures.filter { $0.count == 4 }
    failed += Double(figures.count - done.count)
    longest = max(longest, (done.map { $0[1] }.max() ?? 0) / 1000)
    let (acts, inTime) = done.reduce((0, 0)) { ($0.0 + $1[0], $0.1 + $1[3]) }
    // Of those who take turns many acts end together just after the round, of those who do not a few end seconds after it:
    // each is given the count that is kinder. Who came to the end of what there was to do did it in less time.
    let all = (done.map { $0[2] }.max() ?? .nan) / 1000
    if acts > 0 { perActs.append(min(all / acts, inTime > 0 ? min(all, Double(milliseconds)) / inTime : .infinity)) }
  }

  /// Lets several kinds write one after the other, again and again: what the host does to one it does to the others too.
  static func write(_ kinds: [Writers], rounds: Int) {
    for _ in 0..<rounds { for kind in kinds { kind.writeOneRound() } }
  }
}
