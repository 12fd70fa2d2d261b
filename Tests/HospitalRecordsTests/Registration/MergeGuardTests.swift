import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of merges (P2, B4, B12).
struct MergeGuardTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
  }

  private func merge(_ id: String, _ duplicate: Int, into survivor: Int) -> SQLStatement {
    """
    INSERT INTO patient_merge (id, patient_id, survivor_id, merged_at, merged_by, reason)
    VALUES (\(id), \(patients[duplicate]), \(patients[survivor]), 0, \(hospital.account(.reception)), 'same person')
    """
  }

  @Test("A record is merged away once at a time")
  func refusesSecondMerge() throws {
    #expect(try hospital.refusal(of: merge("1", 0, into: 1)) == nil)
    #expect(try hospital.refusal(of: merge("2", 0, into: 2))?.kind == .trigger)
  }

  @Test("A record is not merged into itself")
  func refusesItself() throws {
    #expect(try hospital.refusal(of: merge("1", 0, into: 0))?.kind == .check)
  }

  @Test("Merges make no chain, from either end")
  func refusesChain() throws {
    let sentence = "a record that takes part in one merge is not merged away again: undo the first merge"
    #expect(try hospital.refusal(of: merge("1", 0, into: 1)) == nil)
    #expect(try hospital.refusal(of: merge("2", 1, into: 2))?.message == sentence)
    #expect(try hospital.refusal(of: merge("3", 2, into: 0))?.message == sentence)
    #expect(try hospital.refusal(of: merge("4", 2, into: 1)) == nil)
  }

  @Test("Once undone, a merge is over: the record can be merged again, the merge is never changed or removed")
  func undoneIsFixed() throws {
    let undo: SQLStatement = """
      UPDATE patient_merge SET undone_at = 1, undone_by = \(hospital.account(.reception)), undo_reason = 'two people'
      """
    #expect(try hospital.refusal(of: merge("1", 0, into: 1)) == nil)
    #expect(try hospital.refusal(of: "UPDATE patient_merge SET undone_at = 1")?.kind == .check)
    #expect(try hospital.refusal(of: "UPDATE patient_merge SET survivor_id = \(patients[2])")?.kind == .trigger)
    #expect(try hospital.refusal(of: undo) == nil)
    #expect(try hospital.refusal(of: undo)?.message == "a merge is undone with a reason, never changed")
    #expect(try hospital.refusal(of: "DELETE FROM patient_merge")?.kind == .trigger)
    #expect(try hospital.refusal(of: merge("2", 0, into: 1)) == nil)
  }

  @Test("B4: two records that are both admitted are not merged")
  func refusesBothAdmitted() throws {
    try hospital.admit(patients[0], to: hospital.samples.rooms[0])
    try hospital.admit(patients[1], to: hospital.samples.rooms[1])
    #expect(
      try hospital.refusal(of: merge("1", 0, into: 1))?.message
        == "both records are admitted: one person is in one room")
    #expect(try hospital.refusal(of: merge("2", 0, into: 2)) == nil)
  }

  @Test("B4: one person is not admitted under two of their records")
  func refusesSecondAdmission() throws {
    try hospital.admit(patients[0], to: hospital.samples.rooms[0])
    try hospital.execute(merge("1", 0, into: 1))
    #expect(throws: DatabaseFault.self) { try hospital.openAdmission(of: patients[1]) }
    #expect(throws: DatabaseFault.self) { try hospital.openAdmission(of: patients[0]) }
  }

  @Test("Nobody is admitted under a record that was merged away")
  func refusesAdmissionOfMerged() throws {
    try hospital.execute(merge("1", 0, into: 1))
    #expect(throws: DatabaseFault.self) { try hospital.openAdmission(of: patients[0]) }
    #expect(throws: Never.self) { try hospital.openAdmission(of: patients[1]) }
  }
}
