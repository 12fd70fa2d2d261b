import HospitalDomain
import HospitalRecords

/// Registration: patients are registered, found, changed, merged, and their records opened (P1–P5).
package struct RegistrationService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Registers a patient from a form as it was typed (P1).
  ///
  /// - Throws: `InvalidEntry` with every wrong field; otherwise as `register(_:goingOnBecause:)` of details.
  package func register(_ entry: PatientDetailsEntry, goingOnBecause reason: String = "") throws -> RegisteredPatient {
    try register(try entry.check(today: session.workplace.today), goingOnBecause: reason)
  }

  /// Registers a patient (P1).
  ///
  /// - Parameter reason: why a likely duplicate that was shown is someone else; empty for none (P2).
  /// - Throws: `Refusal.duplicateOnFile` when there is a likely duplicate and no reason; `InvalidEntry` for a pharmacy that
  ///   does not exist.
  package func register(_ details: PatientDetails, goingOnBecause reason: String = "") throws -> RegisteredPatient {
    let words = try reason.isEmpty ? "" : WrittenReason.read(reason, to: "go on")
    return try add(.registerPatient, because: words) { records in
      if words.isEmpty { try refuseDuplicate(of: PersonTraits(details), in: records) }
      return (details, false)
    }
  }

  /// Registers someone whose name nobody knows, to be merged with their own record later.
  package func registerUnidentified(_ patient: UnidentifiedPatient) throws -> RegisteredPatient {
    try add(.registerUnidentified) { records in
      if try records.patients.isAlias(patient.alias) {
        throw Refusal.aliasTaken(patient.alias, free: try freeAlias(in: records))
      }
      return (patient.details(today: session.workplace.today), true)
    }
  }

  /// An alias that nobody is called by, to begin the form with; another one in each minute.
  package func freeAlias() throws -> String {
    try session.look(.registerUnidentified) { try freeAlias(in: $0) }
  }

  private func freeAlias(in records: Records) throws -> String {
    let minute = Int(records.now.milliseconds / 60_000)
    for number in minute..<(minute + 1_000) {
      let alias = UnidentifiedPatient.alias(number)
      if try !records.patients.isAlias(alias) { return alias }
    }
    return ""
  }

  private func add(
    _ permission: Permission, because reason: String = "",
    _ details: (Records) throws -> (PatientDetails, isUnidentified: Bool)
  ) throws -> RegisteredPatient {
    let id: PatientID = session.workplace.ids.next(at: session.workplace.clock())
    return try session.perform(permission, on: Self.subject(id), as: .create, because: reason) { records in
      let (details, isUnidentified) = try details(records)
      return try add(details, as: id, isUnidentified: isUnidentified, in: records)
    }
  }

  /// Puts a patient on file within a transaction that has begun.
  func add(_ details: PatientDetails, as id: PatientID, isUnidentified: Bool, in records: Records) throws
    -> RegisteredPatient
  {
    let pharmacy = try records.pharmacyDirectory.expected(details.pharmacy)
    let number = try records.patients.add(details, as: id, pharmacy: pharmacy, isUnidentified: isUnidentified)
    return RegisteredPatient(id: id, number: number, name: details.name)
  }

  var clock: LocalTime { session.workplace.localTime }

  static func subject(_ id: PatientID) -> AuditSubject { AuditSubject(kind: "patient", id: id.text, patient: id) }
}
