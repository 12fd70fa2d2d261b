import HospitalDomain
import HospitalServices

/// The check-out of one stay as a checklist (A4): the three steps with who did each and when, what is waited for, and what
/// can be done now.
package struct CheckOutSheet {
  /// The check-out as it was read last.
  package private(set) var checkOut: CheckOut
  /// The checklist in sections, each with a heading.
  package private(set) var sections: [RecordSection] = []
  /// Who it is about; nil for those who may not open records.
  package private(set) var banner: PatientBanner?
  let session: Session

  /// Opens the check-out of a stay.
  ///
  /// - Throws: a refusal where this person may not, or when there is no such stay.
  package init(_ id: AdmissionID, session: Session) throws {
    self.session = session
    checkOut = try CheckOutService(session).open(id)
    readBanner()
    arrange()
  }

  /// Reads it again; it was opened already.
  package mutating func refresh() throws {
    checkOut = try CheckOutService(session).again(checkOut.id)
    banner = session.refreshed(banner, of: checkOut.patient.id)
    arrange()
  }

  /// The name of the patient as lists show it.
  package var name: String { checkOut.patient.name.listed }

  /// Why an act cannot be done now; nil when it can. The services say the last word.
  package func refusal(of act: CheckOutAct) -> String? {
    let refusal = act.permissions(for: checkOut).lazy.compactMap { session.refusal(of: $0) }.first
    if let refusal { return refusal.sentence }
    return act.refusal(for: checkOut)?.sentence
  }

  /// Why an item cannot be waived; nil when it can.
  package func refusalToWaive(_ item: OpenItem?) -> String? {
    if let refusal = session.refusal(of: .waiveOpenItem) { return refusal.sentence }
    guard let item else { return "Put the cursor on what is to be waived." }
    return item.isOpen ? nil : "\(item.name) is waived already; u takes that back if it was just done."
  }

  /// Why the record cannot be opened; nil when it can.
  package var recordRefusal: String? { session.refusal(of: .readPatient)?.sentence }

  /// Why the account cannot be opened; nil when it can.
  package var accountRefusal: String? { session.refusal(of: .seeAccount)?.sentence }

  /// Why the discharge summary cannot be printed; nil when it can.
  package var printRefusal: String? {
    if let refusal = session.refusal(of: .printDischarge) { return refusal.sentence }
    return checkOut.order == nil ? Refusal.noDischargeSummary(checkOut.patient.name).sentence : nil
  }

  /// The form that prints the discharge summary.
  package func printForm() -> PrintForm {
    let number = "discharge-\(checkOut.patient.number)"
    return PrintForm(
      "discharge summary",
      [PaperChoice(.dischargeSummary(checkOut.id), title: "Discharge summary of \(name)", number: number)],
      about: banner, session: session)
  }

  /// Opens the account of the stay.
  package func account() throws -> AccountScreen {
    try AccountScreen(checkOut.id, session: session, banner: banner)
  }

  /// What becomes of the money, for the question before the account is closed; nothing where there is none.
  ///
  /// - Parameter issuing: whether what stands on no invoice is put on one.
  package func moneyLines(issuing: Bool) -> [String] {
    guard let account = try? ChargeService(session).again(checkOut.id) else { return [] }
    var lines: [String] = []
    if issuing, account.unbilled != .zero || !account.expected.isEmpty {
      lines.append("Issues an invoice: USD \(account.unbilled) charged so far, with tax and the nights until now.")
    }
    if account.due != .zero { lines.append("USD \(account.due) is due on invoices, and stays due.") }
    if account.kept != .zero {
      lines.append("USD \(account.kept) is kept for the patient, and stays so; Cash (8 More) pays it back.")
    }
    return lines
  }

  // MARK: Acts

  /// Closes the account.
  package mutating func close() throws -> RecordChange { try change { try $0.close($1.id) } }

  /// Sets an item aside.
  package mutating func waive(_ item: OpenItem, because reason: String) throws -> RecordChange {
    try change { try $0.waive(item, of: $1.id, because: reason) }
  }

  /// The patient is back from leave.
  package mutating func endLeave() throws -> RecordChange { try change { try $0.endLeave(of: $1.id) } }

  /// Withdraws the order, or takes the whole discharge back once the patient has left.
  package mutating func takeBack(because reason: String) throws -> RecordChange {
    try change { service, checkOut in
      checkOut.stamp(.exit) == nil
        ? try service.withdrawOrder(of: checkOut.id, because: reason)
        : try service.takeDischargeBack(checkOut.id, because: reason)
    }
  }

  /// Takes a change back; what comes back takes the taking back back. Nil where it cannot be.
  package mutating func undo(_ change: RecordChange) throws -> RecordChange? {
    guard let undo = change.act.undo else { return nil }
    let done = try undo(session)
    try refresh()
    return RecordChange(done)
  }

  private mutating func change(_ act: (CheckOutService, CheckOut) throws -> DoneAct) throws -> RecordChange {
    let done = try act(CheckOutService(session), checkOut)
    try refresh()
    return RecordChange(done)
  }

  private mutating func arrange() { sections = CheckOutSections(checkOut, session: session).all }

  private mutating func readBanner() {
    guard recordRefusal == nil,
      let record = try? RegistrationService(session).open(checkOut.patient.id, because: "check-out")
    else { return }
    banner = PatientBanner(
      record.patient, room: record.room?.number, today: session.workplace.today, clock: session.workplace.localTime)
  }
}
