/// Letters that were given up, because the host's mail system did not take them while they were of use (N2).
package struct MailProblem: Hashable, Sendable {
  /// How many.
  package let count: Int
  /// When the last one was given up.
  package let last: Timestamp
  /// What the mail system said of it; may be empty.
  package let problem: String

  /// How long they are told of.
  package static let memory = Duration.hours(24)

  package init(count: Int, last: Timestamp, problem: String) {
    self.count = count
    self.last = last
    self.problem = problem
  }

  /// What happened and what to do, for an administrator.
  package func sentence(_ clock: LocalTime) -> String {
    let letters = count == 1 ? "A letter was" : "\(count) letters were"
    return "\(letters) given up, last \(clock.text(last)): mend the host's mail system"
      + (problem.isEmpty ? "." : " (\(problem.prefix(80))).")
  }
}
