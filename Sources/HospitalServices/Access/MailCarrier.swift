import DatabaseKit
import Dispatch
import HospitalDomain
import HospitalRecords
import Synchronization

/// Carries letters from the database to the host's mail system, on a background queue with a connection of its own. What is
/// not taken is tried again after a while, by whichever process is there then (N2).
package final class MailCarrier: Sendable {
  private let workplace: Workplace
  private let queue = DispatchQueue(label: "hms.mail", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var own: Workplace?
    var isStopped = false
  }

  package init(_ workplace: Workplace) {
    self.workplace = workplace
  }

  /// Carries what is due, now and whenever something is, until it is stopped or nothing waits.
  package func start() {
    queue.async { @Sendable [weak self] in self?.goOn() }
  }

  /// Carries what another process has left behind, if anything waits; asks the workplace's own connection.
  package func startIfNeeded() {
    let nobody = Records.Author(
      account: Identifier(""), hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
    if (try? workplace.read(as: nobody, { try $0.outgoingMail.nextDue() })) != nil { start() }
  }

  /// Carries what is due once, here and now, for a command that ends at once. What the mail system does not take waits for
  /// whoever comes next.
  package static func carryLeftBehind(for workplace: Workplace) { _ = try? carry(for: workplace) }

  /// Ends it; what waits is carried by another.
  package func stop() { state.withLock { $0.isStopped = true } }

  private func goOn() {
    guard !state.withLock(\.isStopped), let workplace = try? background() else { return }
    guard let next = try? Self.carry(for: workplace) else { return }
    let wait = max(1, (next - workplace.clock()).wholeMilliseconds)
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(wait))) { @Sendable [weak self] in self?.goOn() }
  }

  private func background() throws -> Workplace {
    if let own = state.withLock(\.own) { return own }
    let own = workplace.on(try workplace.engine.anotherWriter())
    state.withLock { $0.own = own }
    return own
  }

  /// Carries every letter that is due. Gives when the next one is; nil when none waits.
  package static func carry(for workplace: Workplace) throws -> Timestamp? {
    func write<Result>(_ work: (Records) throws -> Result) throws -> Result {
      let nobody = Records.Author(
        account: Identifier(""), hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
      return try workplace.write(as: nobody, work)
    }
    let nobody = Records.Author(
      account: Identifier(""), hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
    guard try workplace.read(as: nobody, { try $0.outgoingMail.nextDue() }) != nil else { return nil }
    try write { try $0.outgoingMail.giveUpExpired() }
    while let waiting = try write({ try $0.outgoingMail.take() }) {
      do {
        try workplace.means.post.send(letter(of: waiting, at: workplace))
        try write { try $0.outgoingMail.noteSent(waiting.id) }
      } catch {
        let delay = LetterRetry.delay(after: waiting.tries)
        try write { records in
          try records.outgoingMail.noteProblem(
            String("\(error)".prefix(200)), of: waiting.id, nextAt: records.now + delay)
        }
      }
    }
    return try write { try $0.outgoingMail.nextDue() }
  }

  /// The place that the text of a letter is sealed for.
  static func place(of id: OutgoingMailID) -> String { "outgoing-mail/\(id.text)" }

  private static func letter(of waiting: OutgoingMailRecords.Waiting, at workplace: Workplace) throws -> Letter {
    let text = try workplace.sealing.open(waiting.sealedText, place(of: waiting.id))
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return try Letter(
      to: waiting.address, subject: String(parts[0]), body: parts.count > 1 ? String(parts[1]) : "")
  }
}
