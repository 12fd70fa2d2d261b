import HospitalDomain
import HospitalRecords

/// What the account of the patient finds in their own record: appointments past and coming, a bill that is paid and one that
/// is not, and who looked. Nothing of it is left to chance.
extension DemonstrationWorld {
  func writeOwnPapers(_ today: Records) throws {
    guard let patient = patientWithAccount?.id, let ward = wards.first, let doctor = ward.doctors.first else { return }
    let day = localTime.date(of: now)
    for (days, status, purpose) in [
      (-36, "fulfilled", "First visit"), (-8, "fulfilled", "Review of results"), (9, "booked", "Follow-up"),
    ] {
      let from = localTime.start(of: day.adding(days: days)) + .hours(17)
      try today.appointments.book(
        patient, with: doctor, in: ward.id, from: from, to: from + .minutes(30), status: status, purpose: purpose)
    }
    for (days, isPaid) in [(-36, true), (-8, false)] {
      let then = records(today, at: localTime.start(of: day.adding(days: days)) + .hours(18))
      let seen = day.adding(days: days)
      let item = ChargedItem(servedOn: seen, code: "CON", item: "Consultation", quantity: 1, unit: 150_00)
      let invoice = try then.invoices.draft([item], for: patient, in: nil)
      try then.invoices.issue(invoice, year: seen.year, due: seen.adding(days: InvoiceRule.daysToPay))
      guard isPaid else { continue }
      try then.invoices.pay(invoice, 150_00, by: "card", reference: "40417")
      try then.invoices.settle(invoice, as: "balanced", because: "paid")
    }
  }

  /// Some of the staff have looked at that record; after their accounts are made.
  func noteLooks(_ today: Records) throws {
    guard let patient = patientWithAccount?.id else { return }
    let subject = AuditSubject(kind: "patient", id: patient.text, patient: patient)
    for (username, hours) in [("nurse", 22), ("doctor", 21), ("pharmacist", 5), ("cashier", 2)] {
      guard let account = try today.accounts.find(username: username)?.account else { continue }
      try today.audit.append(
        .read, permission: Permission.readPatient.code, on: subject, by: account.id, named: account.username,
        at: "pts/\(hours % 4)", in: account.hospital, reason: "", occurredAt: now - .hours(hours))
    }
  }
}
