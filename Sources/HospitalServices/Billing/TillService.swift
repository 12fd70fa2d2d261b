import HospitalDomain
import HospitalRecords

/// The till: shifts with their float and count, and refunds (requested by one, approved by another, then paid).
package struct TillService: Sendable {
  /// The most shifts and refunds that a list shows.
  package static let mostShown = 200

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The open shift of who is signed in; nil for none.
  package func shift() throws -> CashShift? { try session.look(.takePayment) { try $0.cash.openShift() } }

  /// The shifts of the hospital, open ones first; of those that are closed the newest `mostShown`, and one more where
  /// there are more.
  package func shifts() throws -> [CashShift] {
    try session.look(.seeInvoices) { try $0.cash.shifts(limit: Self.mostShown + 1) }
  }

  /// The refunds that wait for approval or for payment, oldest first; `mostShown`, and one more where there are more.
  package func refunds() throws -> [Refund] {
    try session.look(.seeInvoices) { try $0.cash.openRefunds(limit: Self.mostShown + 1) }
  }

  /// The deposits that were taken last, newest first.
  package func deposits() throws -> [PaymentReceipt] {
    try session.look(.seeInvoices) { try $0.papers.latestDeposits(limit: Self.mostShown + 1) }
  }

  /// Opens a shift with the cash that is in the till.
  package func open(float: Money) throws -> DoneAct {
    guard (0...PaymentEntry.highest.cents).contains(float.cents) else {
      throw InvalidEntry(problems: [Misentry("a float is between 0.00 and \(PaymentEntry.highest)").at("float")])
    }
    return try session.perform(.takePayment, on: subject(""), as: .create) { records in
      guard try records.cash.openShift() == nil else { throw Refusal.shiftOpen }
      try records.cash.open(float: float)
      return DoneAct("Your shift is open with a float of USD \(float)")
    }
  }

  /// Closes the shift of who is signed in with a count; a difference is explained.
  package func close(counted: Money, explanation: String) throws -> DoneAct {
    let words = try Self.words(explanation, field: "explanation")
    return try session.perform(.takePayment, on: subject(""), as: .update, because: words) { records in
      guard let shift = try records.cash.openShift() else { throw Refusal.noShift }
      try shift.checkClose(counted: counted, explanation: words)
      try records.cash.close(shift, counted: counted, explanation: words)
      let difference = shift.difference(counted)
      return DoneAct(
        "Your shift is closed: USD \(counted) counted" + (difference == .zero ? ", as expected" : ", \(difference) off")
      )
    }
  }

  /// Asks for a refund of what is kept for a patient.
  package func requestRefund(
    _ amount: Money, by method: PaymentMethod, for patient: PatientID, because reason: String
  ) throws -> DoneAct {
    let words = try CheckOutService.reason(reason, to: "ask for a refund")
    guard [.cash, .card, .transfer].contains(method) else {
      throw InvalidEntry(problems: [Misentry("a refund goes by cash, card or transfer").at("method")])
    }
    let about = AuditSubject(kind: "refund", id: "", patient: patient)
    return try session.perform(.requestRefund, on: about, as: .create, because: words) { records in
      let name = try records.patientStanding(patient).name
      try Refund.checkRequest(amount, kept: try records.cash.kept(for: patient), for: name)
      try records.cash.request(amount, by: method, for: patient, because: words)
      return DoneAct("A refund of USD \(amount) to \(name.listed) waits for somebody else's approval")
    }
  }

  /// Approves or declines a refund that somebody else asked for.
  package func decide(_ refund: Refund, approved: Bool, because reason: String) throws -> DoneAct {
    let words = try approved ? Self.words(reason) : CheckOutService.reason(reason, to: "decline a refund")
    return try session.perform(.approveRefund, on: subject(refund), as: .update, because: words) { records in
      let now = try expected(refund, in: records)
      try now.checkDecision(by: session.account.id)
      try records.cash.decide(now.id, approved: approved, because: words)
      let verb = approved ? "approved; it can be paid" : "declined; the money is kept"
      return DoneAct("The refund of USD \(now.amount) to \(now.patient.name.listed) is \(verb)")
    }
  }

  /// Records that an approved refund was paid; in cash out of one's own till.
  package func payOut(_ refund: Refund, reference: String) throws -> DoneAct {
    let words = try Self.reference(reference, by: refund.method)
    return try session.perform(.requestRefund, on: subject(refund), as: .update, because: words) { records in
      let now = try expected(refund, in: records)
      try now.checkPayment()
      let shift = try records.cash.openShift()
      if now.method == .cash {
        guard let shift else { throw Refusal.noShift }
        guard shift.expected >= now.amount else {
          throw Refusal(
            code: "refund.till", sentence: "Only \(shift.expected) is in the till; pay this refund by transfer.")
        }
      }
      try records.cash.payOut(now.id, reference: words, in: now.method == .cash ? shift?.id : nil)
      return DoneAct("USD \(now.amount) is paid back to \(now.patient.name.listed) by \(now.method.title)")
    }
  }

  private static func reference(_ typed: String, by method: PaymentMethod) throws -> String {
    do throws(Misentry) { return try PaymentReference.read(typed, by: method) } catch {
      throw Refusal(
        code: "refund.reference", sentence: "The reference does not do: \(error.sentence).", field: "reference")
    }
  }

  /// Words that may be left out, safe to keep.
  private static func words(_ typed: String, field: String = "reason") throws -> String {
    let text: String
    do throws(Misentry) { text = try SafeText.line(typed, limit: 400) } catch {
      throw InvalidEntry(problems: [error.at(field)])
    }
    guard !CardNumber.isIn(text) else { throw Refusal.cardNumber(field) }
    return text
  }

  private func expected(_ refund: Refund, in records: Records) throws -> Refund {
    guard let now = try records.cash.refund(refund.id) else { throw Refusal.changedMeanwhile }
    return now
  }

  private func subject(_ shift: String) -> AuditSubject { AuditSubject(kind: "shift", id: shift) }

  private func subject(_ refund: Refund) -> AuditSubject {
    AuditSubject(kind: "refund", id: refund.id.text, patient: refund.patient.id)
  }
}
