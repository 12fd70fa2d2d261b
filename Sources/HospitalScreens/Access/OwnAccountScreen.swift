import HospitalDomain
import HospitalServices

/// What a person may know and set of their own account.
package struct OwnAccountScreen {
  /// The account in sections.
  package private(set) var sections: [RecordSection] = []
  let session: Session
  private let desk: Desk

  /// The account of who sits at a desk; nil for nobody.
  package init?(desk: Desk) {
    guard let session = desk.session else { return nil }
    self.session = session
    self.desk = desk
    refresh()
  }

  /// Reads it again.
  package mutating func refresh() {
    let (account, clock) = (session.account, session.workplace.localTime)
    let standing = try? LockService(session).standing()
    let tries = standing.map { $0.triesLeft == 0 ? "wrong too often; the next sign-in sets it right" : "" } ?? ""
    sections = [
      RecordSection(
        "YOU",
        [
          RecordLine("User", account.username), RecordLine("Name", account.fullName),
          RecordLine("Role", account.role.title),
          RecordLine("Signed in", desk.signedInAt.map { clock.text($0) } ?? ""),
        ], none: ""),
      RecordSection(
        "THE LOCK",
        [
          RecordLine(
            "PIN",
            standing.map { "set \(clock.text($0.setAt))\(tries.isEmpty ? "" : "; \(tries)")" } ?? "none; p sets one"),
          RecordLine("Locks", "after \(desk.lockMinutes) min without a key, and with ^K"),
          RecordLine("Unlocks", "PIN: for 30 min after a sign-in; password: always"),
          RecordLine("Signs out", "after 15 min locked; unfinished forms are kept 12 h"),
        ], none: ""),
    ]
  }

  /// The form that sets a PIN.
  package func pinForm() -> PINForm { PINForm(session) }
}
