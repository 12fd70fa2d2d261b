import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// B11 in the database: whoever holds the connection, and whatever it says the time is.
struct AmendmentGuardTests {
  let hospital: TestHospital
  private let consultation: ConsultationID = Identifier("consultation")
  private let note: NursingNoteID = Identifier("note")

  init() throws {
    hospital = try TestHospital()
    let samples = hospital.samples
    try hospital.write { records in
      let author = Records.Author(
        account: hospital.account(.doctor), hospital: hospital.hospital.id, now: hospital.clock.now,
        ids: records.author.ids)
      let doctors = Records(records.transaction, author: author)
      try doctors.consultations.write(
        ConsultationEntry(complaint: "Cough", plan: "Rest"), as: consultation, of: samples.patients[0], in: nil, by: nil
      )
      try doctors.nursingNotes.write("Slept well", as: note, of: samples.patients[0], in: nil)
      try doctors.pharmacy.add(
        Medication(code: "1", name: "x", strength: "1 mg", form: "tablet", unitPrice: 1))
      try doctors.pharmacy.prescribe(
        [], for: samples.patients[0], in: nil, by: samples.doctors[0], to: samples.pharmacies[0], status: "active",
        priority: "routine")
    }
  }

  /// A change of the one row of a table, recorded as told.
  private func change(
    _ assignments: SQLStatement, of table: String = "consultation", by role: Role = .doctor, at time: Timestamp? = nil,
    because reason: String = "mistyped"
  ) throws -> String? {
    try hospital.refusal(
      of: """
        UPDATE \(part: SQLStatement(trusted: table)) SET \(part: assignments), version = version + 1,
          recorded_at = \(time ?? hospital.clock.now), recorded_by = \(hospital.account(role)), change_reason = \(reason)
        """)?.message
  }

  @Test("its author changes it up to the last millisecond of the 24 hours")
  func inTime() throws {
    hospital.clock.advance(by: .hours(24) - .milliseconds(1))
    #expect(try change("plan = 'Home'") == nil)
    #expect(try change("note = 'Slept badly'", of: "nursing_note") == nil)
    #expect(try change("priority = 'urgent'", of: "prescription") == nil)
    #expect(try change("is_struck_out = 1") == nil)
  }

  @Test(
    "after that nobody does, nor strikes it out",
    arguments: [
      ("consultation", "plan = 'Home'"), ("consultation", "is_struck_out = 1"),
      ("consultation", "version = version + 1"),
      ("nursing_note", "note = 'x'"), ("nursing_note", "is_struck_out = 1"), ("prescription", "note = 'x'"),
      ("prescription", "priority = 'stat'"), ("prescription", "status = 'entered-in-error'"),
    ])
  func tooLate(_ table: String, _ assignment: String) throws {
    hospital.clock.advance(by: .hours(24))
    let assignment = SQLStatement(trusted: assignment.hasPrefix("version") ? "plan = plan" : assignment)
    let refusal = try change(assignment, of: table)
    #expect(refusal?.hasSuffix("is fixed 24 hours after it was written; only an addendum can follow") == true)
    // Nor by saying that it is still yesterday, or that it was written later.
    #expect(try change(assignment, of: table, at: TestHospital.opening) != nil)
    #expect(try change("\(part: assignment), written_at = \(hospital.clock.now)", of: table) != nil)
  }

  @Test("a clock that the connection tells does not count, in either direction")
  func toldTime() throws {
    #expect(
      try change("plan = 'Home'", at: hospital.clock.now + .hours(2))
        == "a consultation is amended or struck out at the time that it is")
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO nursing_note SELECT 'later', patient_id, admission_id, written_at + 86400000, written_by, note, 0, 1,
            written_at + 86400000, written_by, '' FROM nursing_note
          """)?.message == "a nurse's note is not written in the future")
  }

  @Test("nobody but its author, and nobody under its author's name at writing")
  func another() throws {
    let sentence = "only its author amends a consultation or strikes it out; an addendum can follow"
    #expect(try change("plan = 'Home'", by: .headDoctor) == sentence)
    #expect(try change("is_struck_out = 1", by: .headDoctor) == sentence)
    #expect(try change("priority = 'stat'", of: "prescription", by: .headDoctor) != nil)
    #expect(try change("written_by = \(hospital.account(.headDoctor))", by: .headDoctor) != nil)
    // An earlier version that names another author is not slipped in.
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO prescription_version (prescription_id, pharmacy_id, status, priority, note, version, recorded_at,
            recorded_by, change_reason)
          SELECT id, pharmacy_id, status, priority, note, 1, recorded_at, \(hospital.account(.headDoctor)), ''
          FROM prescription
          """)?.message == "an earlier version of prescription comes of a change, and is not added")
  }

  @Test("with a reason, as it stands, and once")
  func struckOut() throws {
    #expect(try change("plan = 'Home'", because: " ") == "a consultation is amended or struck out with a reason")
    #expect(try change("is_struck_out = 1, plan = ''") != nil)
    #expect(try change("is_struck_out = 1") == nil)
    for assignment in ["is_struck_out = 0", "plan = 'Home'"] as [SQLStatement] {
      #expect(try change(assignment) == "a consultation that was struck out stays as it is")
    }
    #expect(try addendum(consultation) == "nothing is added to an entry that was struck out")
  }

  @Test("no row is removed or replaced", arguments: ["consultation", "nursing_note", "addendum"])
  func permanent(_ table: String) throws {
    #expect(try addendum(consultation) == nil)
    #expect(try hospital.refusal(of: SQLStatement(trusted: "DELETE FROM \(table)")) != nil)
    #expect(
      try hospital.refusal(of: SQLStatement(trusted: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")) != nil)
  }

  @Test("an addendum follows at any time, and is never changed")
  func addenda() throws {
    hospital.clock.advance(by: .days(900))
    #expect(try addendum(consultation) == nil)
    #expect(
      try hospital.refusal(of: "UPDATE addendum SET note = 'x'")?.message == "what addendum holds is never changed")
    #expect(
      try addendum(consultation, at: hospital.clock.now + .hours(1)) == "an addendum is not written in the future")
  }

  @Test(
    "what becomes of a prescription goes on after the 24 hours",
    arguments: ["on-hold", "stopped", "cancelled"])
  func states(_ state: String) throws {
    hospital.clock.advance(by: .days(3))
    #expect(try change("status = \(state)", of: "prescription", by: .pharmacist) == nil)
  }

  @Test("nothing more is prescribed on it after the 24 hours")
  func items() throws {
    func add(_ position: Int) throws -> String? {
      try hospital.refusal(
        of: """
          INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency,
            duration_days, quantity, refills)
          SELECT \("item \(position)"), prescription.id, \(position), medication.id, '1 tablet', 'oral', 'once a day', 1, 1, 0
          FROM prescription, medication
          """)?.message
    }
    hospital.clock.advance(by: .hours(24) - .milliseconds(1))
    #expect(try add(1) == nil)
    hospital.clock.advance(by: .milliseconds(1))
    #expect(try add(2) == "what was prescribed is fixed 24 hours after it was written")
  }

  private func addendum(_ entry: ConsultationID, at time: Timestamp? = nil) throws -> String? {
    try hospital.refusal(
      of: """
        INSERT INTO addendum (id, consultation_id, note, written_at, written_by)
        VALUES (\("addendum at \(hospital.clock.now.milliseconds)"), \(entry), 'Results came',
          \(time ?? hospital.clock.now), \(hospital.account(.headDoctor)))
        """)?.message
  }
}
