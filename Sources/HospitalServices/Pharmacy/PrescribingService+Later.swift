import HospitalDomain
import HospitalRecords

/// What becomes of a prescription that is written, and usual prescriptions (M2).
extension PrescribingService {
  /// All that is known of a prescription of a patient whose record is open (P5).
  package func detail(of id: String) throws -> PrescriptionDetail {
    try session.lookAgain(.readPatient, of: \.patient) { try expected(id, in: $0) }
  }

  /// Stops a prescription; it stays readable.
  package func stop(_ id: String, because reason: String) throws -> DoneAct {
    let before = try session.prepare(.prescribe, on: Self.subject) { try expected(id, in: $0) }
    let words = try WrittenReason.read(reason, to: "stop a prescription")
    return try session.perform(.prescribe, on: Self.subject(before), as: .update, because: words) { records in
      let now = try expected(id, in: records)
      try PrescribingRule.checkStop(now.prescription)
      guard
        try records.prescribing.setStatus("stopped", from: now.prescription.status, of: id, because: words)
      else { throw Refusal.changedMeanwhile }
      return DoneAct("Rx \(now.prescription.number) is stopped; nothing more is handed over on it")
    }
  }

  /// Renews a prescription as a new one that counts against its refills. A renewal of a renewal is one of the first. What
  /// speaks against it is looked at again: what needs a reason or a signature is prescribed anew instead.
  package func renew(_ id: String, because reason: String) throws -> DoneAct {
    let before = try session.prepare(.prescribe, on: Self.subject) { try expected(id, in: $0) }
    let words = try WrittenReason.read(reason, to: "renew a prescription")
    return try session.perform(.prescribe, on: Self.subject(before), as: .create, because: words) { records in
      let root = try expected(try records.prescribing.root(of: id), in: records)
      try PrescribingRule.checkRenewal(root.prescription, renewals: root.renewals)
      let items = root.items.compactMap(\.self).filter { $0.refills > root.renewals }
      guard !items.isEmpty else { throw Refusal.renewalHasNoStructure(root.prescription) }
      let patient = try records.merges.merged(away: root.patient)?.survivor.id ?? root.patient
      let order = PrescriptionOrder(
        patient: patient, admission: try records.board.row(ofPatient: patient)?.occupancy?.admission,
        pharmacy: root.pharmacy,
        priority: .routine, note: "Renewal of Rx \(root.prescription.number): \(words)",
        items: items.map { .init(medication: $0.medication, dosage: $0.dosage, quantity: $0.quantity) })
      let doctor = try PrescribingRule.check(
        order,
        PrescribingRule.Standing(
          patient: try records.patientStanding(order.patient), doctor: try records.prescribing.prescriber(),
          pharmacy: try records.prescribing.pharmacy(order.pharmacy), isAdmissionOpen: nil), clock: clock)
      let report = try records.pharmacy.findings(
        for: items.map { ItemToCheck(medication: $0.medication, dosage: $0.dosage) }, patient: order.patient,
        leavingOut: root.prescription.id)
      if let grave = report.findings.first(where: { finding in
        finding.level.needsReason
          && !root.overrides.contains { $0.first == finding.first && $0.second == finding.second }
      }) {
        throw Refusal.renewalFinds(grave)
      }
      let new: Identifier<PrescriptionOrder> = records.newIdentifier()
      let number = try records.prescribing.write(order, as: new.text, by: doctor)
      try records.prescribing.link(new.text, to: root.prescription.id, asRenewal: true, because: words)
      let left = root.refillsLeft - 1
      return DoneAct(
        "Rx \(root.prescription.number) is renewed as Rx \(number); \(Listing.count(left, "refill")) left")
    }
  }

  /// Keeps items as a usual prescription, for this person or their department.
  package func keepTemplate(_ items: [PrescriptionOrder.Item], named name: String, forDepartment: Bool) throws
    -> DoneAct
  {
    let subject = AuditSubject(kind: "prescription_template", id: "")
    return try session.perform(.prescribe, on: subject, as: .create) { records in
      guard let title = try? SafeText.line(name, limit: SafeText.nameLimit), !title.isEmpty else {
        throw Refusal.templateUnnamed
      }
      guard (1...PrescribingRule.mostItems).contains(items.count) else { throw Refusal.wrongItemCount }
      let department = forDepartment ? try records.prescribing.department() : nil
      if forDepartment, department == nil { throw Refusal.noDepartmentOfOwn }
      try records.prescribing.keep(items, named: title, for: department)
      return DoneAct("\(title) is kept as a usual prescription" + (forDepartment ? " of the department" : ""))
    }
  }

  private func expected(_ id: String, in records: Records) throws -> PrescriptionDetail {
    guard let detail = try records.prescribing.detail(of: id) else { throw Refusal.noSuchPrescription }
    return detail
  }

  static func subject(_ detail: PrescriptionDetail) -> AuditSubject {
    AuditSubject(kind: "prescription", id: detail.prescription.id, patient: detail.patient)
  }
}
