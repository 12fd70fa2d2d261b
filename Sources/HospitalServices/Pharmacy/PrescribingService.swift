import HospitalDomain
import HospitalRecords

/// Prescribing (M2): written, changed, renewed and stopped by doctors, checked before it is saved (M3).
package struct PrescribingService: Sendable {
  /// The most medications that a search shows.
  package static let mostFound = 60

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The medications that what was typed may mean: by a word of the name, or by another name of what acts in them.
  package func medications(like typed: String) throws -> [ListedMedication] {
    try session.look(.prescribe) { try $0.prescribing.medications(like: typed, limit: Self.mostFound) }
  }

  /// A medication by its identifier; nil where there is none.
  package func medication(_ id: MedicationID) throws -> ListedMedication? {
    try session.look(.prescribe) { try $0.prescribing.medication(id) }
  }

  /// What has to be known to fill in a prescription for a patient whose record is open.
  package func desk(for patient: PatientID) throws -> PrescribingDesk {
    try session.look(.prescribe) { records in
      let row = try records.expectedPatient(patient)
      let pharmacies = try records.pharmacyDirectory.all()
      let closed = try records.pharmacyDirectory.closed()
      return PrescribingDesk(
        patient: try records.patientStanding(patient),
        age: Age(born: row.details.birthDate.date, on: session.workplace.today),
        admission: try records.board.row(ofPatient: patient)?.occupancy?.admission,
        dischargedAt: try records.admissions.all(of: patient).compactMap(\.dischargedAt).max(), pharmacies: pharmacies,
        closed: closed, named: pharmacies.first { $0.id == row.pharmacy },
        namedClosed: closed.first { $0.id == row.pharmacy },
        statement: try records.patientStatements.newest(of: patient),
        templates: try records.prescribing.templates())
    }
  }

  /// What speaks against items while they are typed; those that were shown in this admission are left out where showing
  /// once is enough, and told apart where a prescription is changed, from which nothing may seem to be gone.
  package func check(
    _ items: [ItemToCheck], for patient: PatientID, in admission: AdmissionID?, saying statement: PatientStatement,
    besides changed: String? = nil
  ) throws -> CheckReport {
    try session.look(.prescribe) { records in
      try fresh(
        try records.pharmacy.findings(for: items, patient: patient, saying: statement, leavingOut: changed),
        in: admission, keepingShown: changed != nil, records)
    }
  }

  /// Writes a prescription.
  ///
  /// - Parameters:
  ///   - reason: why it is written against major findings; empty for none.
  ///   - signature: the second person's, for what is contraindicated; nil for none.
  ///   - read: what was shown to them, by identifiers: what came up since is not passed unseen. Nil where nothing was.
  /// - Throws: what a rule says; `Refusal.findingNeedsReason` and `findingNeedsSignature` ask for more.
  package func prescribe(
    _ order: PrescriptionOrder, because reason: String = "", signed signature: SecondSignature? = nil,
    having read: Set<String>? = nil
  ) throws -> DoneAct {
    let id: Identifier<PrescriptionOrder> = session.workplace.ids.next(at: session.workplace.clock())
    let subject = AuditSubject(kind: "prescription", id: id.text, patient: order.patient)
    try session.require(.prescribe, on: subject)
    let words = try Self.line(reason)
    let signer = try signature.map { try SignInService(session.workplace).signer($0, besides: session) }
    if let signer {
      try PrescribingRule.checkSigner(
        signer.account.id, signer.account.role, name: signer.account.fullName, prescriber: session.account.id)
    }
    return try session.perform(.prescribe, on: subject, as: .create, because: words) { records in
      try signer?.sign(in: records)
      let doctor = try PrescribingRule.check(order, standing(of: order, in: records), clock: clock)
      let former = try order.changes.map { try changeable($0, in: records) }
      for (place, item) in order.items.enumerated() where try records.prescribing.medication(item.medication) == nil {
        throw Refusal.noSuchMedication(item: place + 1)
      }
      try records.patientStatements.add(order.statement, of: order.patient)
      let items = order.items.map { ItemToCheck(medication: $0.medication, dosage: $0.dosage) }
      let report = try records.pharmacy.findings(for: items, patient: order.patient, leavingOut: order.changes)
      try PrescribingRule.checkOverride(of: report.findings, reason: words, isSigned: signer != nil)
      try report.checkRead(read, orElse: "Read it, then go on")
      let number = try records.prescribing.write(order, as: id.text, by: doctor)
      for finding in report.findings where finding.level.needsReason {
        try records.prescribing.override(
          finding, on: id.text, because: words, signedBy: finding.level.needsSignature ? signer?.account.id : nil)
      }
      if let admission = order.admission {
        for finding in report.findings where finding.level.isShownOnce {
          try records.prescribing.noteShown(finding, in: admission)
        }
      }
      if let former { try replace(former, by: id.text, number: number, in: records) }
      return DoneAct(
        "Rx \(number) is prescribed: \(Listing.count(order.items.count, "medication")), "
          + "to \(try records.prescribing.pharmacy(order.pharmacy)?.name ?? "the pharmacy")", made: id.text)
    }
  }

  /// A prescription that can be changed: nobody has changed it meanwhile, and it goes on.
  private func changeable(_ id: String, in records: Records) throws -> PatientPrescription {
    guard let detail = try records.prescribing.detail(of: id) else { throw Refusal.noSuchPrescription }
    if detail.relatives.contains(where: { !$0.isPrior && !$0.isRenewal }) { throw Refusal.changedMeanwhile }
    try PrescribingRule.checkStop(detail.prescription)
    return detail.prescription
  }

  /// The changed version takes the place of the one before, which is stopped.
  private func replace(_ former: PatientPrescription, by id: String, number: Int64, in records: Records) throws {
    let why = "changed: Rx \(number) takes its place"
    try records.prescribing.link(id, to: former.id, asRenewal: false, because: why)
    guard try records.prescribing.setStatus("stopped", from: former.status, of: former.id, because: why) else {
      throw Refusal.changedMeanwhile
    }
  }

  private func standing(of order: PrescriptionOrder, in records: Records) throws -> PrescribingRule.Standing {
    PrescribingRule.Standing(
      patient: try records.patientStanding(order.patient), doctor: try records.prescribing.prescriber(),
      pharmacy: try records.prescribing.pharmacy(order.pharmacy),
      isAdmissionOpen: try order.admission.map { try records.prescribing.isOpen($0) })
  }

  private func fresh(
    _ report: CheckReport, in admission: AdmissionID?, keepingShown: Bool, _ records: Records
  ) throws -> CheckReport {
    guard let admission else { return report }
    let shown = try records.prescribing.shown(in: admission)
    func isFresh(_ finding: CheckFinding) -> Bool { !finding.level.isShownOnce || !shown.contains(finding.id) }
    return CheckReport(
      findings: report.findings.filter(isFresh), gaps: report.gaps,
      shown: keepingShown ? report.findings.filter { !isFresh($0) } : [])
  }

  var clock: LocalTime { session.workplace.localTime }

  static func line(_ reason: String) throws -> String {
    do throws(Misentry) { return try SafeText.line(reason) } catch {
      throw InvalidEntry(problems: [error.at("reason")])
    }
  }
}
