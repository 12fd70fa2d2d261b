import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What was recorded stays readable, whoever holds the connection (B10, B12).
struct PermanenceTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    try hospital.write { records in
      for table in Self.versioned {
        _ = try records.transaction.execute(
          SQLStatement(trusted: "UPDATE \(table) SET version = version + 1, change_reason = 'a test'"))
      }
      try records.audit.append(
        .read, permission: "patient.read", on: AuditSubject(kind: "patient", id: "1"), by: nil, named: "somebody",
        at: "test", in: nil, reason: "", occurredAt: records.now)
    }
  }

  static let versioned = [
    "patient", "department", "doctor", "staff", "account", "pharmacy", "room", "admission", "stay",
  ]

  @Test("A row that changes by versions is never removed", arguments: versioned)
  func refusesDelete(_ table: String) throws {
    #expect(try hospital.refusal(of: SQLStatement(trusted: "DELETE FROM \(table)"))?.kind == .trigger)
  }

  @Test("A row is not overwritten without a new version", arguments: versioned)
  func refusesOverwriting(_ table: String) throws {
    let statement = SQLStatement(trusted: "UPDATE \(table) SET change_reason = 'overwritten'")
    #expect(try hospital.refusal(of: statement)?.kind == .trigger)
  }

  @Test("An earlier version is never changed or removed", arguments: versioned)
  func refusesRewriting(_ table: String) throws {
    let history = "\(table)_version"
    #expect(
      try hospital.refusal(of: SQLStatement(trusted: "UPDATE \(history) SET change_reason = ''"))?.message
        == "what \(history) holds is never changed")
    #expect(
      try hospital.refusal(of: SQLStatement(trusted: "DELETE FROM \(history)"))?.message
        == "what \(history) holds is never removed")
  }

  @Test("H5: an entry of the audit trail is never changed or removed")
  func refusesTampering() throws {
    #expect(try hospital.refusal(of: "UPDATE audit_entry SET actor = 'nobody'")?.kind == .trigger)
    #expect(try hospital.refusal(of: "DELETE FROM audit_entry")?.kind == .trigger)
  }
}
