import HospitalDomain
import HospitalServices

extension AuditLine {
  /// Who acted: `OKAFOR, Ngozi`; the name that was typed where nobody was signed in.
  package var who: String { person ?? (entry.actor.isEmpty ? "nobody" : entry.actor) }

  /// What it was done to, beside `deed`: `looked`, `a patient's record`; `changed`, `transfer a patient`.
  package var deedWords: String {
    if deed == .signedIn || deed == .signedOut { return role?.title ?? "" }
    if what.isEmpty { return entry.subject.kind.isEmpty ? deed.title : entry.subject.kind }
    let verbs = deed == .looked ? ["open ", "see ", "read "] : deed == .printed ? ["print "] : []
    let verb = verbs.first { what.hasPrefix($0) }
    return String(what.dropFirst(verb?.count ?? 0))
  }

  /// All of it, line by line; a patient is not told at which terminal somebody sat.
  ///
  /// - Parameter listed: how a patient's name is shown: hidden, maybe.
  package func details(
    clock: LocalTime, forPatient: Bool, listed: (PersonName) -> String = { $0.listed }
  ) -> [DetailLine] {
    var lines = [
      DetailLine("When", clock.text(entry.occurredAt)),
      DetailLine("Who", [who, role?.title ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")),
      DetailLine("Did", deed.title, deed == .refused ? .waiting : .plain), DetailLine("What", deedWords),
    ]
    if forPatient { return lines + reason }
    lines.insert(DetailLine("Entry", "\(entry.number)"), at: 0)
    if let patient {
      lines += [DetailLine("Patient", listed(patient.name)), DetailLine("", patient.number.description)]
    }
    lines.append(DetailLine("User", entry.actor))
    lines.append(DetailLine("Terminal", entry.terminal))
    if !entry.subject.kind.isEmpty { lines.append(DetailLine("Record", entry.subject.kind)) }
    return lines + reason
  }

  private var reason: [DetailLine] {
    let words = entry.action == .refused ? "" : entry.reason
    return words.isEmpty ? [] : [DetailLine("Reason", words)]
  }
}

extension Desk {
  /// The whole audit trail. Throws a refusal where this person may not read it.
  package func auditTrail() throws -> AuditScreen { try trail(.everything, try signedIn()) }

  /// Who looked at the record that is open, or changed it.
  package func looks(at screen: PatientRecordScreen) throws -> AuditScreen {
    try trail(.patient(screen.banner, screen.record.number), try signedIn())
  }

  /// Who looked at the record of the patient who is signed in.
  package func ownLooks(_ banner: PatientBanner?, in session: Session) -> AuditScreen {
    AuditScreen(own: banner, session: session, wake: wake)
  }

  private func trail(_ subject: AuditScreen.Subject, _ session: Session) throws -> AuditScreen {
    try AuditScreen(subject, session: session, wake: wake)
  }

  private func signedIn() throws -> Session {
    guard let session else { throw Refusal.noSuchPatient }
    return session
  }
}
