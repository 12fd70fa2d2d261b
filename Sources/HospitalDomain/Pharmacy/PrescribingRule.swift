/// When something may be prescribed, and what may become of it (M2, B7).
package enum PrescribingRule {
  /// The most items of one prescription.
  package static let mostItems = 10
  package static let quantities = 1...10_000
  package static let refills = 0...12
  package static let days = 1...366

  /// What a prescription stands on, as it is on file now.
  package struct Standing: Hashable, Sendable {
    /// The patient.
    package let patient: PatientStanding
    /// The doctor whose account it is; nil for an account of nobody on the list of doctors.
    package let doctor: DoctorID?
    /// The pharmacy's name, and when it closed; nil where there is no such pharmacy.
    package let pharmacy: (name: String, closedAt: Timestamp?)?
    /// Whether the admission that it is bound to is open; nil where it is bound to none.
    package let isAdmissionOpen: Bool?

    package init(
      patient: PatientStanding, doctor: DoctorID?, pharmacy: (name: String, closedAt: Timestamp?)?,
      isAdmissionOpen: Bool?
    ) {
      self.patient = patient
      self.doctor = doctor
      self.pharmacy = pharmacy
      self.isAdmissionOpen = isAdmissionOpen
    }

    package static func == (left: Standing, right: Standing) -> Bool {
      left.patient == right.patient && left.doctor == right.doctor && left.pharmacy?.name == right.pharmacy?.name
        && left.pharmacy?.closedAt == right.pharmacy?.closedAt && left.isAdmissionOpen == right.isAdmissionOpen
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(patient) }
  }

  /// Refuses a prescription that nobody can write: for the dead, on a record that was merged away, on a stay that has
  /// ended, to a pharmacy that has closed, of nothing, or of numbers that can not be meant.
  ///
  /// - Returns: the doctor who prescribes.
  package static func check(_ order: PrescriptionOrder, _ standing: Standing, clock: LocalTime) throws(Refusal)
    -> DoctorID
  {
    let patient = standing.patient
    if let other = patient.mergedInto { throw .prescribedForMerged(patient.name, into: other) }
    if patient.isDeceased { throw .prescribedForDead(patient.name) }
    if standing.isAdmissionOpen == false { throw .prescribedAfterStay(patient.name) }
    guard let pharmacy = standing.pharmacy else { throw .noSuchPharmacy }
    if let closed = pharmacy.closedAt { throw .pharmacyClosed(pharmacy.name, on: clock.date(of: closed)) }
    guard let doctor = standing.doctor else { throw .noPrescriber }
    guard (1...mostItems).contains(order.items.count) else { throw .wrongItemCount }
    for (place, item) in order.items.enumerated() {
      guard quantities.contains(item.quantity) else { throw .wrongQuantity(item.quantity, item: place + 1) }
      guard refills.contains(item.refills) else { throw .wrongRefills(item: place + 1) }
      guard days.contains(item.dosage.days) else { throw .wrongDays(item: place + 1) }
    }
    return doctor
  }

  /// Refuses to pass findings that need a reason or a second signature which are not there.
  ///
  /// - Parameters:
  ///   - reason: why it is prescribed all the same; empty for none.
  ///   - isSigned: whether a second person signed.
  package static func checkOverride(of findings: [CheckFinding], reason: String, isSigned: Bool) throws(Refusal) {
    guard let worst = findings.min(by: { $0.level < $1.level }), worst.level.needsReason else { return }
    // What has no letter is a key that went astray.
    guard reason.contains(where: \.isLetter) else { throw .findingNeedsReason(worst) }
    if worst.level.needsSignature, !isSigned { throw .findingNeedsSignature(worst) }
  }

  /// Refuses a signature of the prescriber, and of somebody who can not judge it.
  package static func checkSigner(_ signer: AccountID, _ role: Role, name: String, prescriber: AccountID)
    throws(Refusal)
  {
    if signer == prescriber { throw .signedByPrescriber }
    guard signers.contains(role) else { throw .signedByOther(name, role) }
  }

  /// Those who can sign for a contraindicated finding.
  package static let signers: Set<Role> = [.doctor, .headDoctor, .pharmacist]

  /// Refuses to stop what has ended.
  package static func checkStop(_ prescription: PatientPrescription) throws(Refusal) {
    guard prescription.goesOn else { throw .prescriptionEnded(prescription) }
  }

  /// Refuses to renew what was stopped or struck out, and more often than was written.
  ///
  /// - Parameter renewals: how often it was renewed already.
  package static func checkRenewal(_ prescription: PatientPrescription, renewals: Int) throws(Refusal) {
    guard ["active", "completed"].contains(prescription.status) else { throw .prescriptionEnded(prescription) }
    let most = prescription.items.map(\.refills).max() ?? 0
    guard renewals < most else { throw .noRefillsLeft(prescription, of: most) }
  }
}
