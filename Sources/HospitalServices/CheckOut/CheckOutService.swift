import HospitalDomain
import HospitalRecords

/// Check-outs (A4): the order, the exit, the close, and what stands in between.
package struct CheckOutService: Sendable {
  /// The most stays whose check-out has begun that a list shows.
  package static let mostStandings = 2_000

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The stays whose discharge is ordered, whose patient is on leave, or has left with papers open.
  package func standings() throws -> CheckOutStandings {
    try session.look(.seeBoard) { try $0.checkOuts.standings(limit: Self.mostStandings) }
  }

  /// The prescriptions that are still open, by the stay that they belong to (M1).
  package func openPrescriptions() throws -> [AdmissionID: [OpenPrescription]] {
    try session.look(.seeBoard) { try $0.checkOuts.openPrescriptions() }
  }

  /// Opens the check-out of a stay; the opening stands in the audit trail. The order is left out for those who may not
  /// read records.
  package func open(_ admission: AdmissionID) throws -> CheckOut {
    let patient = try session.look(.seeBoard) { try expected(admission, in: $0) }.patient.id
    return try session.open(.seeBoard, of: patient) { forReading(try expected(admission, in: $0)) }
  }

  /// The check-out of a stay that was opened already, as it stands now.
  package func again(_ admission: AdmissionID) throws -> CheckOut {
    try session.lookAgain(.seeBoard, of: \.patient.id) { forReading(try expected(admission, in: $0)) }
  }

  private func forReading(_ checkOut: CheckOut) -> CheckOut {
    session.refusal(of: .readPatient) == nil ? checkOut : checkOut.withoutOrder
  }

  /// Orders the discharge of a patient, or changes the order that stands (HL7 A03 is the exit, not this).
  ///
  /// - Parameters:
  ///   - seen: the order that it was typed over, and that is changed by it; nil for a new one.
  ///   - reason: why an order that stands is changed; may be empty for a new one.
  package func order(
    _ entry: DischargeEntry, for admission: AdmissionID, over seen: OrderEdition? = nil, because reason: String = ""
  ) throws -> DoneAct {
    let patient = try patient(of: admission, before: .orderDischarge)
    let subject = subject(admission, patient)
    return try session.perform(.orderDischarge, on: subject, as: .update, because: reason) { records in
      let written = try order(entry, for: admission, over: seen, because: reason, in: records)
      guard let written else { return DoneAct("The discharge order of \(patient.name.listed) stands as it was") }
      guard seen == nil else { return DoneAct(written) }
      return DoneAct(written) { try CheckOutService($0).withdrawOrder(of: admission, because: "undo") }
    }
  }

  /// Writes the order within a transaction; nil where it stands already, word for word.
  func order(
    _ entry: DischargeEntry, for admission: AdmissionID, over seen: OrderEdition?, because reason: String,
    in records: Records
  ) throws -> String? {
    let (patient, stay) = try stay(admission, in: records)
    let name = patient.name
    let edition = try records.checkOuts.edition(of: admission)
    try CheckOutRule.checkUnchanged(of: name, seen: seen, standing: edition, clock: clock)
    let order = try entry.check(bornOn: patient.birthDate.date, at: records.now, clock: clock)
    guard edition == nil else {
      let former = try records.checkOuts.order(of: admission)
      try CheckOutRule.checkChange(of: name, status: stay.status, from: former, to: order)
      guard order != former else { return nil }
      let words = try Self.reason(reason, to: "change the order")
      if let place = CheckOutRule.newPlace(of: stay, from: former, to: order) {
        try records.admissions.setDisposition(place, of: admission, because: words)
      }
      try records.checkOuts.write(order, for: admission, because: words)
      return "The discharge order of \(name.listed) is changed"
    }
    try DepartureRule.checkOrder(of: name, status: stay.status, alreadyOrdered: false)
    try records.checkOuts.write(order, for: admission, because: reason)
    try records.checkOuts.stamp(.order, on: admission)
    return order.isDeath
      ? "The death of \(name.listed) at \(clock.text(order.diedAt ?? records.now)) is stated"
      : "The discharge of \(name.listed) is ordered, to: \(order.disposition.title)"
  }

  /// Withdraws the order while the patient has not left on it.
  package func withdrawOrder(of admission: AdmissionID, because reason: String) throws -> DoneAct {
    let patient = try patient(of: admission, before: .orderDischarge)
    let words = try Self.reason(reason, to: "withdraw the order")
    let subject = subject(admission, patient)
    return try session.perform(.orderDischarge, on: subject, as: .update, because: words) { records in
      let (patient, stay) = try stay(admission, in: records)
      let ordered = try records.checkOuts.edition(of: admission) != nil
      try CheckOutRule.checkWithdrawal(of: patient.name, status: stay.status, ordered: ordered)
      guard try records.checkOuts.undo(.order, on: admission, because: words) else { throw Refusal.changedMeanwhile }
      return DoneAct("The discharge order of \(patient.name.listed) is withdrawn")
    }
  }

  /// Whose stay an act is done to. Refuses those who may not do it.
  func patient(of admission: AdmissionID, before permission: Permission) throws -> RoomBoardRow.PatientLine {
    try session.prepare(permission, on: { subject(admission, $0) }) { records in
      guard let patient = try records.checkOuts.patient(of: admission) else { throw Refusal.noSuchAdmission }
      return patient
    }
  }

  /// Who has a stay, and how it stands: as much as most acts have to know. Writers stand in line for what is read here.
  func stay(_ id: AdmissionID, in records: Records) throws -> (patient: RoomBoardRow.PatientLine, stay: Admission) {
    guard let patient = try records.checkOuts.patient(of: id), let stay = try records.admissions.admission(id) else {
      throw Refusal.noSuchAdmission
    }
    return (patient, stay)
  }

  var clock: LocalTime { session.workplace.localTime }

  func expected(_ admission: AdmissionID, in records: Records) throws -> CheckOut {
    guard let checkOut = try records.checkOuts.checkOut(admission) else { throw Refusal.noSuchAdmission }
    return checkOut
  }

  func subject(_ admission: AdmissionID, _ patient: RoomBoardRow.PatientLine) -> AuditSubject {
    AuditSubject(kind: "admission", id: admission.text, patient: patient.id)
  }

  static func reason(_ entry: String, to act: String) throws -> String {
    guard let words = try? SafeText.requiredLine(entry, limit: 400, hint: "write why") else {
      throw Refusal.reasonNeeded(for: act)
    }
    guard !CardNumber.isIn(words) else { throw Refusal.cardNumber() }
    return words
  }
}
