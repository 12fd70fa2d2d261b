import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// What prescribing forbids, the database refuses by itself, for every connection (B12).
struct PrescribingGuardTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
  }

  @Test("the dead, the merged, a closed pharmacy and a stay that has ended")
  func standing() throws {
    #expect(try databaseRefusal { try hospital.prescribe(for: patients[0]) } == nil)
    try hospital.execute(
      "UPDATE patient SET died_at = \(hospital.clock.now), version = version + 1, recorded_at = \(hospital.clock.now) WHERE id = \(patients[1])"
    )
    #expect(try databaseRefusal { try hospital.prescribe(for: patients[1]) }?.contains("has died") == true)
    try hospital.write { _ = try $0.merges.merge(patients[2], into: patients[3], because: "one") }
    #expect(try databaseRefusal { try hospital.prescribe(for: patients[2]) }?.contains("merged") == true)
    #expect(try databaseRefusal { try hospital.prescribe(for: patients[3]) } == nil)
    try hospital.execute("UPDATE prescription SET status = 'stopped', version = version + 1, change_reason = 'x'")
    try hospital.execute(
      "UPDATE pharmacy SET closed_at = 5, version = version + 1 WHERE id = \(hospital.samples.pharmacies[0])")
    #expect(try databaseRefusal { try hospital.prescribe(for: patients[0]) }?.contains("closed") == true)
  }

  @Test("a prescription of a stay: while it is open, for its patient")
  func stay() throws {
    let admission = try hospital.admit(patients[0], to: hospital.samples.rooms[0])
    func write(for patient: PatientID) throws {
      var order = hospital.order([try hospital.item("ibuprofen")], for: patient)
      order = PrescriptionOrder(
        patient: patient, admission: admission, pharmacy: order.pharmacy, items: order.items)
      try hospital.write { _ = try $0.prescribing.write(order, as: "rx-\(patient)", by: hospital.samples.doctors[0]) }
    }
    #expect(try databaseRefusal { try write(for: patients[1]) }?.contains("for its patient") == true)
    #expect(try databaseRefusal { try write(for: patients[0]) } == nil)
    try hospital.discharge(from: hospital.samples.rooms[0])
    let order = PrescriptionOrder(
      patient: patients[0], admission: admission, pharmacy: hospital.samples.pharmacies[0],
      items: [try hospital.item("ibuprofen")])
    #expect(
      try databaseRefusal {
        try hospital.write { _ = try $0.prescribing.write(order, as: "late", by: hospital.samples.doctors[0]) }
      } != nil)
  }

  private func written(refills: Int = 1) throws -> String {
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(
      hospital.order([try hospital.item("amoxicillin", "1 capsule", refills: refills)], for: patients[1]),
      because: "both")
    return try #require(try hospital.prescriptions(of: patients[1]).first).id
  }

  @Test("a structured dose has a unit that there is, an amount, and a frequency in its range")
  func dosage() throws {
    let rx = try written()
    try hospital.execute(
      """
      INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency, duration_days,
        quantity, refills) SELECT 'x', \(rx), 9, medication_id, dose, route, frequency, 7, 7, 0 FROM prescription_item
      WHERE prescription_id = \(rx)
      """)
    func add(_ amount: Int, _ unit: String, _ code: String, _ count: Int) throws -> String? {
      try databaseRefusal {
        try hospital.execute(
          "INSERT INTO prescription_dosage VALUES ('x', \(amount), \(unit), 'oral', \(code), \(count))")
      }
    }
    #expect(try add(1_000, "", "times-a-day", 3) != nil)
    #expect(try add(0, "mg", "times-a-day", 3) != nil)
    #expect(try add(1_000, "mg", "times-a-day", 13) != nil)
    #expect(try add(1_000, "mg", "sometimes", 1) != nil)
    for count in [1, 91] { #expect(try add(1_000, "mg", "every-days", count) != nil) }
    #expect(try add(1_000, "mg", "as-needed", 25) != nil)
    #expect(try add(1_000, "mg", "times-a-day", 3) == nil)
    #expect(
      try databaseRefusal { try hospital.execute("UPDATE prescription_dosage SET unit = 'g' WHERE item_id = 'x'") }
        != nil)
  }

  @Test(
    "dosages of before stay as they were when more frequencies come, and are as fixed as before (M2)",
    arguments: ["2026-11-dosages-by-days", "2026-11-dosages-by-time"])
  func moreFrequencies(migration: String) throws {
    _ = try written()
    let before = try dosages()
    #expect(before.count == 1)
    try hospital.execute("DELETE FROM schema_migration WHERE name = \(migration)")
    try Migrator(Migrations.all).migrate(hospital.engine, at: 1)
    #expect(try dosages() == before)
    for change in ["UPDATE prescription_dosage SET unit = 'g'", "DELETE FROM prescription_dosage"] {
      #expect(try hospital.refusal(of: SQLStatement(trusted: change))?.kind == .trigger)
    }
    #expect(
      try databaseRefusal {
        try hospital.execute("INSERT OR REPLACE INTO prescription_dosage SELECT * FROM prescription_dosage")
      }
        != nil)
  }

  private func dosages() throws -> [String] {
    try hospital.read { records in
      try records.transaction.rows("SELECT * FROM prescription_dosage ORDER BY item_id").map { "\($0)" }
    }
  }

  @Test("what is taken every other day is written and read again as that, with its words and quantity (M2)")
  func everyOtherDay() throws {
    let item = PrescriptionOrder.Item(
      medication: try hospital.medicationNamed("ibuprofen"),
      dosage: Dosage(amount: try DoseAmount(entry: "1 tablet"), route: .oral, frequency: .everyDays(2), days: 7),
      quantity: 4, refills: 0)
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(hospital.order([item], for: patients[1]))
    let rx = try #require(try hospital.prescriptions(of: patients[1]).first)
    #expect(rx.items.map(\.frequency) == ["every other day"])
    let detail = try PrescribingService(hospital.session(.doctor)).detail(of: rx.id)
    #expect(detail.items.first??.dosage.frequency == .everyDays(2))
  }

  @Test("quantities of zero and a million", arguments: [0, 1_000_000])
  func quantity(_ quantity: Int) throws {
    let rx = try written()
    #expect(
      try databaseRefusal {
        try hospital.execute(
          """
          INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency,
            duration_days, quantity, refills)
          SELECT 'x', \(rx), 9, medication_id, dose, route, frequency, 7, \(quantity), 0 FROM prescription_item
          WHERE prescription_id = \(rx)
          """)
      } != nil)
  }

  @Test(
    "what is contraindicated has a second person, what is major a reason; a nurse does not sign; nothing is changed")
  func overrides() throws {
    let rx = try written()
    func pass(_ level: FindingLevel, _ reason: String, by signer: Role?) throws -> String? {
      try databaseRefusal {
        try hospital.execute(
          """
          INSERT INTO finding_override VALUES (\("\(level)\(reason)\(signer?.rawValue ?? "")"), \(rx), 'interaction',
            \(level), 'a', 'b', \(reason), \(signer.map { hospital.account($0) }), 1, \(hospital.account(.doctor)))
          """)
      }
    }
    #expect(try pass(.contraindicated, "no other", by: nil) != nil)
    #expect(try pass(.contraindicated, "no other", by: .doctor) != nil)
    #expect(try pass(.contraindicated, "no other", by: .nurse)?.contains("a doctor or a pharmacist signs") == true)
    #expect(try pass(.contraindicated, " ", by: .pharmacist) != nil)
    #expect(try pass(.contraindicated, "no other", by: .pharmacist) == nil)
    #expect(try pass(.major, "", by: nil) != nil)
    #expect(try pass(.major, "no other", by: nil) == nil)
    #expect(try databaseRefusal { try hospital.execute("UPDATE finding_override SET reason = 'x'") } != nil)
    #expect(try databaseRefusal { try hospital.execute("DELETE FROM finding_override") } != nil)
  }

  @Test("no more renewals than refills; a stopped one stays stopped, and has a reason")
  func renewals() throws {
    let rx = try written(refills: 1)
    let (one, two) = (try written(), try written())
    func renew(_ id: String) throws -> String? {
      try databaseRefusal {
        try hospital.write { try $0.prescribing.link(id, to: rx, asRenewal: true, because: "asked") }
      }
    }
    #expect(try renew(one) == nil)
    #expect(try renew(two)?.contains("more often than its refills") == true)
    #expect(
      try databaseRefusal {
        try hospital.write { _ = try $0.prescribing.setStatus("stopped", from: "active", of: rx, because: " ") }
      }?.contains("with a reason") == true)
    try hospital.write { _ = try $0.prescribing.setStatus("stopped", from: "active", of: rx, because: "rash") }
    #expect(
      try databaseRefusal {
        try hospital.write { _ = try $0.prescribing.setStatus("active", from: "stopped", of: rx, because: "again") }
      }?.contains("not begun again") == true)
  }

  @Test("ten items against forty current ones: few statements, each by an index (M3)")
  func plans() throws {
    for _ in 0..<4 { try hospital.prescribe(for: patients[1]) }
    let items = try ["ibuprofen", "warfarin", "amoxicillin"].map {
      ItemToCheck(medication: try hospital.medicationNamed($0))
    }
    let plans = try hospital.plans { _ = try $0.pharmacy.findings(for: items, patient: patients[1]) }
    #expect(plans.count <= 12)
    for plan in plans {
      #expect(
        plan.scans.allSatisfy { $0.contains("USING") || $0.contains("interaction") || $0.contains("SUBQUERY") },
        "\(plan)")
    }
  }
}
