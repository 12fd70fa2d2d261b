import HospitalDomain
import HospitalRecords

/// Restricted records (H6): marking them, opening one in an emergency with a reason, and looking afterwards at who did.
package struct RestrictedRecordService: Sendable {
  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The most openings that the list shows.
  private static let mostOpenings = 500

  private static func subject(_ patient: PatientID) -> AuditSubject {
    AuditSubject(kind: "patient", id: patient.text, patient: patient)
  }

  /// What stands before a record that is restricted and not open to this person; nil where it opens as any other.
  package func restriction(of patient: PatientID) throws -> RestrictedRecord? {
    try session.look(.readPatient) { records in
      try records.restrictions.openUntil(patient) == nil ? records.restrictions.restriction(of: patient) : nil
    }
  }

  /// Whether a patient's own record is marked, whoever may open it.
  package func isMarked(_ patient: PatientID) throws -> Bool {
    try session.look(.readPatient) { try $0.restrictions.restriction(of: patient) != nil }
  }

  /// Opens a restricted record to this person for a limited time. It is reported at once.
  ///
  /// - Parameter reason: why; never empty.
  /// - Returns: when it closes again.
  @discardableResult
  package func open(_ patient: PatientID, because reason: String) throws -> Timestamp {
    let words = try WrittenReason.read(reason, to: "open a restricted record")
    return try session.perform(.breakTheGlass, on: Self.subject(patient), because: words) { records in
      _ = try records.expectedPatient(patient)
      guard try records.restrictions.restriction(of: patient) != nil else { throw Refusal.recordNotRestricted }
      let end = records.now + session.workplace.openingLasts
      try records.restrictions.grant(patient, at: session.terminal, until: end, because: words)
      return end
    }
  }

  /// Marks a record as restricted.
  package func restrict(_ patient: PatientID, as kind: RestrictionKind, because reason: String) throws -> DoneAct {
    let words = try WrittenReason.read(reason, to: "restrict a record")
    let number = try session.perform(.restrictRecords, on: Self.subject(patient), as: .update, because: words) {
      records in
      let row = try records.unmergedPatient(patient)
      guard try records.restrictions.restrict(patient: patient, as: kind, because: words) else {
        throw Refusal.alreadyRestricted
      }
      return row.number
    }
    return DoneAct("Record \(number) is restricted") { session in
      try RestrictedRecordService(session).lift(patient, because: "undo")
    }
  }

  /// Lifts the mark of a record.
  package func lift(_ patient: PatientID, because reason: String) throws -> DoneAct {
    let words = try WrittenReason.read(reason, to: "lift a restriction")
    let number = try session.perform(.restrictRecords, on: Self.subject(patient), as: .update, because: words) {
      records in
      let row = try records.expectedPatient(patient)
      guard try records.restrictions.lift(patient: patient, because: words) else { throw Refusal.recordNotRestricted }
      return row.number
    }
    return DoneAct("Record \(number) is no longer restricted")
  }

  /// Restricts the records of everybody who lies in a department, or lifts that; returns what holds now.
  @discardableResult
  package func toggle(_ department: DepartmentID, because reason: String) throws -> Bool {
    let words = try WrittenReason.read(reason, to: "restrict the records of a department")
    let subject = AuditSubject(kind: "department", id: department.text)
    return try session.perform(.restrictRecords, on: subject, as: .update, because: words) { records in
      if try records.restrictions.lift(department: department, because: words) { return false }
      return try records.restrictions.restrict(department: department, as: .department, because: words)
    }
  }

  /// The departments whose patients' records are restricted.
  package func departments() throws -> Set<DepartmentID> {
    try session.look(.seeStaff) { try $0.restrictions.departments() }
  }

  /// Who opened which restricted record and why: what nobody has reviewed first, then the newest.
  package func openings() throws -> [AccessGrant] {
    try session.look(.reviewOpenings) { try $0.restrictions.openings(limit: Self.mostOpenings) }
  }

  /// Keeps what this person found of an opening.
  package func review(_ opening: AccessGrantID, isJustified: Bool, remark: String) throws {
    let words = try WrittenReason.read(remark, to: "review an opening")
    let found = try session.look(.reviewOpenings) { try $0.restrictions.opening(opening) }
    guard let found else { throw Refusal.noSuchOpening }
    let subject = AuditSubject(kind: "access_grant", id: opening.text, patient: found.patient.id)
    try session.perform(.reviewOpenings, on: subject, because: words) { records in
      guard let grant = try records.restrictions.opening(opening) else { throw Refusal.noSuchOpening }
      try RestrictionRule.checkReview(grant, by: session.account.id)
      try records.restrictions.review(opening, isJustified: isJustified, remark: words)
    }
  }
}

extension Session {
  /// Confirms, in the transaction of an act on a patient, that a restricted record is open to this person, or that they
  /// care for the patient.
  func confirmOpen(_ permission: Permission, on subject: AuditSubject, as action: AuditAction, in records: Records)
    throws
  {
    guard let patient = subject.patient, !RestrictionRule.withoutOpening.contains(permission) else { return }
    guard let restriction = try records.restrictions.restriction(of: patient) else { return }
    try RestrictionRule.check(
      restriction, reveals: RestrictionRule.reveals(permission, as: action),
      isOpened: try records.restrictions.openUntil(patient) != nil, isOwn: account.patient == patient,
      isCaring: try records.restrictions.isCaring(for: patient))
  }
}
