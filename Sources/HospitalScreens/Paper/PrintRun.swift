import HospitalDomain
import HospitalServices

/// Documents on their way, one after the other; for a background queue. Each is in its place whole, or not at all.
package struct PrintRun: Sendable {
  private let orders: [(subject: PaperSubject, order: PaperOrder)]
  private let session: Session

  init(_ orders: [(subject: PaperSubject, order: PaperOrder)], session: Session) {
    self.orders = orders
    self.session = session
  }

  /// Prints on a connection of its own.
  ///
  /// - Parameters:
  ///   - step: told how many of how many are done, before each; may throw to stop.
  ///   - isStopped: looked at while one is on its way.
  package func go(step: (Int, Int) throws -> Void, isStopped: @Sendable () -> Bool) -> PrintOutcome {
    var done: [PaperSubject] = []
    var latest = ""
    do {
      let service = PaperService(try session.inBackground())
      for (subject, order) in orders {
        try step(done.count, orders.count)
        latest = try service.send(subject, order, isStopped: isStopped)
        done.append(subject)
      }
      let sentence = done.count == 1 ? latest : "\(Listing.count(done.count, "document")) went out, the last: \(latest)"
      return PrintOutcome(done: done, sentence: sentence)
    } catch is CancellationError {
      return PrintOutcome(done: done, problem: Refusal.printingStopped)
    } catch {
      return PrintOutcome(done: done, problem: error)
    }
  }
}

/// What came of a run.
package struct PrintOutcome: Sendable {
  /// What went out.
  let done: [PaperSubject]
  /// What was done, in words; empty where something went wrong.
  let sentence: String
  /// Why not all of it went out; nil when all did.
  let problem: (any Error)?

  init(done: [PaperSubject], sentence: String = "", problem: (any Error)? = nil) {
    self.done = done
    self.sentence = sentence
    self.problem = problem
  }
}

extension Refusal {
  /// The person stopped it.
  static let printingStopped = Refusal(code: "paper.stopped", sentence: "Printing was stopped.")
}
