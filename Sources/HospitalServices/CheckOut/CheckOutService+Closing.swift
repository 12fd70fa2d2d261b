import HospitalDomain
import HospitalRecords

extension CheckOutService {
  /// Closes the account of a stay: after the patient has left, with nothing open.
  package func close(_ admission: AdmissionID) throws -> DoneAct {
    let patient = try patient(of: admission, before: .closeAccount)
    return try session.perform(.closeAccount, on: subject(admission, patient), as: .update) { records in
      try close(admission, in: records)
      return DoneAct("The account of \(patient.name.listed) is closed; the stay is completed")
    }
  }

  private func close(_ admission: AdmissionID, in records: Records) throws {
    let (patient, stay) = try stay(admission, in: records)
    let status = try DepartureRule.checkClose(
      of: patient.name, status: stay.status, openItems: try openItems(of: admission, in: records).map(\.blame))
    let nights = try records.dueNights(of: admission, isOver: true, clock: clock)
    try UninvoicedRule.checkClose(of: patient.name, uncharged: nights.reduce(0) { $0 + $1.count })
    try records.checkOuts.stamp(.close, on: admission)
    try records.admissions.setStatus(status, of: admission, because: "account closed")
  }

  /// What stands in the way of closing the account.
  private func openItems(of admission: AdmissionID, in records: Records) throws -> [OpenItem] {
    try records.checkOuts.items(of: admission).filter(\.isOpen)
  }

  /// Sets an open item aside, with a reason.
  package func waive(_ item: OpenItem, of admission: AdmissionID, because reason: String) throws -> DoneAct {
    let patient = try patient(of: admission, before: .waiveOpenItem)
    let words = try Self.reason(reason, to: "waive \(item.name)")
    let subject = subject(admission, patient)
    let sentence = try session.perform(.waiveOpenItem, on: subject, as: .update, because: words) { records in
      guard try openItems(of: admission, in: records).contains(where: { $0.id == item.id }) else {
        throw Refusal.notOpen
      }
      try records.checkOuts.waive(item, of: admission, because: words)
      return "\(item.name) is waived for \(patient.name.listed)"
    }
    return DoneAct(sentence) { try CheckOutService($0).withdrawWaiver(of: item, of: admission, because: words) }
  }

  /// Lets a waived item be open again, while the account is not closed.
  private func withdrawWaiver(of item: OpenItem, of admission: AdmissionID, because reason: String) throws -> DoneAct {
    let subject = subject(admission, try patient(of: admission, before: .waiveOpenItem))
    return try session.perform(.waiveOpenItem, on: subject, as: .update, because: "undo") { records in
      let isClosed = try stay(admission, in: records).stay.status == .completed
      guard !isClosed, try records.checkOuts.withdrawWaiver(of: item, of: admission) else {
        throw Refusal.changedMeanwhile
      }
      return DoneAct("\(item.name) is open again") {
        try CheckOutService($0).waive(item, of: admission, because: reason)
      }
    }
  }

  /// Orders the discharge, records the exit and closes the account in one act, for a stay with nothing open, by one who may
  /// do all three. What was charged is put on a final invoice, which is issued; what is not paid of it stays on the account,
  /// waived until it is due. All of it is done, or nothing.
  ///
  /// - Parameters:
  ///   - entry: the order, which takes the place of one that stands.
  ///   - seen: the order that it was typed over; nil where there was none.
  ///   - reason: why an order that stands is changed; may be empty where it is not.
  package func checkOutAtOnce(
    _ entry: DischargeEntry, of admission: AdmissionID, over seen: OrderEdition? = nil, because reason: String = ""
  ) throws -> DoneAct {
    let subject = subject(admission, try patient(of: admission, before: .closeAccount))
    for permission in CheckOutRule.atOnce { try session.require(permission, on: subject) }
    return try session.perform(.closeAccount, on: subject, as: .update) { records in
      let now = try expected(admission, in: records)
      try CheckOutRule.checkAtOnce(now.patient.name, openItems: now.openItems)
      guard let room = now.room else { throw Refusal.notAdmitted(now.patient.name) }
      if try order(entry, for: admission, over: seen, because: reason, in: records) != nil {
        try session.note(.update, .orderDischarge, on: subject, because: reason, in: records)
      }
      try BedService(session).exit(from: try records.board.expected(room.room), to: nil, in: records)
      try session.note(.update, .recordExit, on: subject, because: "", in: records)
      let left = try records.board.expected(room.room).service.state
      let invoice = try issueFinalInvoice(of: admission, in: records)
      try close(admission, in: records)
      return DoneAct(
        "\(now.patient.name.listed) is checked out of \(room.roomNumber), which \(DepartureRule.words(for: left)); "
          + "the account is closed\(invoice)")
    }
  }

  /// Puts what a stay was charged on an invoice, issues it, and lets the balance stand until it is due.
  private func issueFinalInvoice(of admission: AdmissionID, in records: Records) throws -> String {
    let charged = try records.charges.billable(of: admission)
    guard !charged.isEmpty else { return "" }
    let subject = subject(admission, try stay(admission, in: records).patient)
    let invoices = InvoiceService(session)
    let (id, _) = try invoices.draft(for: admission, in: records)
    try invoices.issue(id, in: records)
    try session.note(.update, .issueInvoice, on: subject, because: "", in: records)
    let issued = try invoices.expected(id, in: records).invoice
    for item in try openItems(of: admission, in: records) {
      let reason = "still owed, due \(issued.dueOn.map { "\($0)" } ?? "later")"
      try records.checkOuts.waive(item, of: admission, because: reason)
      try session.note(.update, .waiveOpenItem, on: subject, because: reason, in: records)
    }
    return ", \(issued.number ?? "") of USD \(issued.total) is issued"
  }
}
