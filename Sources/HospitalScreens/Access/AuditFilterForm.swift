import HospitalDomain
import HospitalServices

/// The form that narrows the audit trail: who, whom, what, from which day to which.
package struct AuditFilterForm: Sendable {
  /// What is filled in.
  package var form: Form

  /// The form over a list, as it is narrowed now.
  package init(_ screen: AuditScreen) {
    let session = screen.person
    let accounts = session.may(.seeAccounts) ? (try? AccountService(session).accounts()) ?? [] : []
    let deeds = AuditDeed.all.map { FieldChoice($0.title, value: $0.word) }
    var rows: [[FormField]] = [
      [
        .lookup(
          "who", "Who acted",
          FieldLookup(
            noun: "user", allowsOtherText: true,
            choices: accounts.map { FieldChoice($0.username, value: $0.username, detail: $0.fullName) }),
          width: 30, help: "The user name of who acted, or the name that was typed at a sign-in that was refused.")
      ]
    ]
    if case .everything = screen.subject {
      rows.append([
        .text(
          "patient", "Patient", width: 20, limit: 20, hint: "hospital number",
          help: "Only what was done to the record of one patient, or who looked at it.",
          reader: .entry({ text, _ in try HospitalNumber(entry: text) }, value: { $0.description }))
      ])
    }
    rows.append([.lookup("did", "What", FieldLookup(noun: "kind of act", choices: deeds), width: 30)])
    rows.append([
      .date("from", "From", hint: "T-7, 0312", reader: .date(.past)), .date("to", "To", reader: .date(.past)),
    ])
    form = Form(
      id: "audit", title: "Audit trail · filter", pages: [[FormSection("SHOW ONLY", rows: rows)]],
      moment: FormMoment(now: session.workplace.clock(), local: session.workplace.localTime),
      checks: [
        { form in
          guard let from = form.value("from").flatMap({ CalendarDate($0) }),
            let to = form.value("to").flatMap({ CalendarDate($0) }), to < from
          else { return [] }
          return [FieldProblem(field: "to", sentence: "this is before \(from)")]
        }
      ])
    fill(screen.choice)
  }

  private mutating func fill(_ choice: AuditChoice) {
    form.fill("who", with: choice.username ?? "")
    if form["patient"] != nil { form.fill("patient", with: choice.patient?.description ?? "") }
    form.fill("did", with: choice.deed?.title ?? "")
    form.fill("from", with: choice.from?.description ?? "")
    form.fill("to", with: choice.to?.description ?? "")
  }

  /// What the form asks for. Every field was checked.
  package var choice: AuditChoice {
    AuditChoice(
      patient: form.value("patient").flatMap { try? HospitalNumber(entry: $0) },
      username: form.text("who").isEmpty ? nil : form.text("who").lowercased(),
      deed: form.value("did").flatMap { try? AuditDeed(entry: $0) },
      from: form.value("from").flatMap { CalendarDate($0) }, to: form.value("to").flatMap { CalendarDate($0) })
  }
}
