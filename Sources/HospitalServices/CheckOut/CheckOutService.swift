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
    let before = try standing(admission, before: .orderDischarge)
    let sentence = try session.perform(.orderDischarge, on: subject(before), as: .update, because: reason) {
      try order(entry, for: admission, over: seen, because: reason, in: $0)
        ?? "The discharge order of \(before.patient.name.listed) stands as it was"
    }
    guard before.stamp(.order) == nil else { return DoneAct(sentence) }
    return DoneAct(sentence) { try CheckOutService($0).withdrawOrder(of: admission, because: "undo") }
  }

  /// Writes the order within a transaction; nil where it stands already, word for word.
  func order(
    _ entry: DischargeEntry, for admission: AdmissionID, over seen: OrderEdition?, because reason: String,
    in records: Records
  ) throws -> String? {
    let now = try expected(admission, in: records)
    let name = now.patient.name
    try CheckOutRule.checkUnchanged(of: name, seen: seen, standing: now.edition, clock: clock)
    let order = try entry.check(bornOn: now.patient.birthDate.date, at: records.now, clock: clock)
    guard now.stamp(.order) == nil else {
      try CheckOutRule.checkChange(of: name, status: now.admission.status, from: now.order, to: order)
      guard order != now.order else { return nil }
      let words = try Self.reason(reason, to: "change the order")
      if let place = CheckOutRule.newPlace(of: now.admission, from: now.order, to: order) {
        try records.admissions.setDisposition(place, of: admission, because: words)
      }
      try records.checkOuts.write(order, for: admission, because: words)
      return "The discharge order of \(name.listed) is changed"
    }
    try DepartureRule.checkOrder(of: name, status: now.admission.status, alreadyOrdered: false)
    try records.checkOuts.write(order, for: admission, because: reason)
    try records.checkOuts.stamp(.order, on: admission)
    return order.isDeath
      ? "The death of \(name.listed) at \(clock.text(order.diedAt ?? records.now)) is stated"
      : "The discharge of \(name.listed) is ordered, to: \(order.disposition.title)"
  }

  /// Withdraws the order while the patient has not left on it.
  package func withdrawOrder(of admission: AdmissionID, because reason: String) throws -> DoneAct {
    let before = try standing(admission, before: .orderDischarge)
    let words = try Self.reason(reason, to: "withdraw the order")
    return try session.perform(.orderDischarge, on: subject(before), as: .update, because: words) { records in
      let now = try expected(admission, in: records)
      let ordered = now.stamp(.order) != nil
      try CheckOutRule.checkWithdrawal(of: now.patient.name, status: now.admission.status, ordered: ordered)
      guard try records.checkOuts.undo(.order, on: admission, because: words) else { throw Refusal.changedMeanwhile }
      return DoneAct("The discharge order of \(now.patient.name.listed) is withdrawn")
    }
  }

  /// The check-out that an act is done to, as it is before. Refuses those who may not do it.
  func standing(_ admission: AdmissionID, before permission: Permission) throws -> CheckOut {
    try session.prepare(permission, on: subject) { try expected(admission, in: $0) }
  }

  var clock: LocalTime { session.workplace.localTime }

  func expected(_ admission: AdmissionID, in records: Records) throws -> CheckOut {
    guard let checkOut = try records.checkOuts.checkOut(admission) else { throw Refusal.noSuchAdmission }
    return checkOut
  }

  func subject(_ checkOut: CheckOut) -> AuditSubject {
    AuditSubject(kind: "admission", id: checkOut.id.text, patient: checkOut.patient.id)
  }

  static func reason(_ entry: String, to act: String) throws -> String {
    guard let words = try? SafeText.requiredLine(entry, limit: 400, hint: "write why") else {
      throw Refusal.reasonNeeded(for: act)
    }
    guard !CardNumber.isIn(words) else { throw Refusal.cardNumber() }
    return words
  }
}
