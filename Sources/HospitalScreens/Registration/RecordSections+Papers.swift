import HospitalDomain
import HospitalServices

/// Appointments, prescriptions, invoices and merges on a patient's record.
extension RecordSections {
  var appointments: RecordSection {
    RecordSection("APPOINTMENTS", record.appointments.map(line), none: "none booked")
  }

  func line(_ line: PatientAppointment) -> RecordLine {
    RecordLine(
      clock.text(line.startsAt), joined([line.statusTitle, line.doctor.listed, line.purpose]),
      line.status == "booked" ? .plain : .faint,
      detail: [
        "\(clock.text(line.startsAt)) to \(clock.clock(line.endsAt))", line.statusTitle,
        "Doctor \(line.doctor.listed)",
        line.department, line.purpose,
      ], history: VersionedRecord(.appointment, line.id))
  }

  /// How each stands, and below it a line for each medicine with its dose: what is taken is read without opening anything.
  var prescriptions: RecordSection {
    RecordSection(
      "PRESCRIPTIONS", record.prescriptions.flatMap(lines), none: "none written", number: record.prescriptions.count)
  }

  private func lines(_ prescription: PatientPrescription) -> [RecordLine] {
    let detail =
      [
        "Rx \(prescription.number), \(prescription.statusTitle), \(prescription.priority)",
        "Doctor \(prescription.doctor.listed)", "Pharmacy \(prescription.pharmacy)", prescription.note,
      ].filter { !$0.isEmpty } + prescription.items.flatMap(words) + standing(of: prescription)
    let head = [prescription.statusTitle, "Rx \(prescription.number)"]
    let lines = prescription.items.map { item in "  \(item.medication), \(item.dose) \(item.frequency)" }
    return ([joined(head)] + lines).enumerated().map { place, text in
      RecordLine(
        place == 0 ? "\(clock.date(of: prescription.writtenAt))" : "", text, prescription.isTaken ? .plain : .faint,
        detail: detail, subject: .entry(.prescription(prescription.id)))
    }
  }

  private func words(_ item: PatientPrescription.Item) -> [String] {
    [
      "", item.medication, "  \(item.dose), \(item.route), \(item.frequency)",
      "  \(Listing.count(item.days, "day")), quantity \(item.quantity), \(Listing.count(item.refills, "refill"))",
    ]
  }

  var invoices: RecordSection {
    RecordSection("INVOICES", record.invoices.map(line), none: "none made")
  }

  func line(_ line: PatientInvoice) -> RecordLine {
    let state = line.state(on: today)
    return RecordLine(
      line.issuedAt.map { "\(clock.date(of: $0))" } ?? "draft",
      joined([
        line.number, state == .draft ? nil : state.title, "USD \(line.total)",
        line.due > .zero ? "due \(line.due)" : nil,
      ]),
      state.isOpen ? .plain : .faint,
      detail: [
        line.number ?? "no number yet", state.title, "Total USD \(line.total)", "Paid USD \(line.paid)",
        "Due USD \(line.due)" + (line.due == .zero ? "" : line.dueOn.map { " by \($0)" } ?? ""),
      ] + billed(line), history: VersionedRecord(.invoice, line.id))
  }

  /// What a bill is made of, and what was paid on it.
  private func billed(_ invoice: PatientInvoice) -> [String] {
    guard let bill = record.bills[invoice.id] else { return [] }
    let lines = bill.lines.flatMap { line in
      ["\(line.servedOn)  \(line.item)", "            \(line.quantity) × \(line.unit) = \(line.amount)"]
        + (line.tax == .zero ? [] : ["            tax \(line.tax)"])
        + (line.insurer == .zero ? [] : ["            your insurer pays \(line.insurer)"])
    }
    let paid = bill.payments.map { "\(clock.date(of: $0.receivedAt))  paid by \($0.method)  \($0.amount)" }
    let credits = bill.creditNotes.map { "\(clock.date(of: $0.issuedAt))  credited  \($0.total)  \($0.reason)" }
    return [""] + lines + (paid.isEmpty && credits.isEmpty ? [] : [""]) + paid + credits
  }

  /// Only where there are some.
  var merges: RecordSection? {
    guard !record.merged.isEmpty else { return nil }
    return RecordSection(
      "RECORDS MERGED INTO THIS",
      record.merged.map { merge in
        RecordLine(
          "\(merge.duplicate.number)", joined([merge.duplicate.name.listed, "merged \(clock.text(merge.merged.at))"]),
          detail: detail(of: merge), subject: .merge(merge))
      })
  }
}
