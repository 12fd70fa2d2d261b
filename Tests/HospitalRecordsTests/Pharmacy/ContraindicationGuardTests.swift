import DatabaseKit
import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalRecords

@Suite("What must not be given together passes the database with a second signature alone (M3, B12)")
struct ContraindicationGuardTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
  }

  /// Writes a prescription of some medications for the second patient without any rule; it waits to be verified.
  @discardableResult private func write(_ id: String, _ names: String..., for place: Int = 1) throws -> String {
    let order = hospital.order(try names.map { try hospital.item($0) }, for: patients[place])
    try hospital.write { _ = try $0.prescribing.write(order, as: id, by: hospital.samples.doctors[0]) }
    return id
  }

  /// What the database says when somebody marks a prescription as verified, with SQL alone; nil when it takes it.
  private func verify(_ id: String, at time: Timestamp? = nil) throws -> String? {
    try databaseRefusal {
      try hospital.execute(
        """
        INSERT INTO pharmacy_task (id, prescription_id, stage, version, recorded_at, recorded_by, change_reason)
        VALUES (\("task of \(id)"), \(id), 'verified', 1, \(time ?? hospital.clock.now), \(hospital.account(.pharmacist)), '')
        """)
    }
  }

  private func sign(
    _ id: String, _ first: String, _ second: String, kind: String = "interaction", level: String = "contraindicated",
    by signer: Role? = .pharmacist
  ) throws {
    try hospital.execute(
      """
      INSERT INTO finding_override VALUES (\("signed \(id) \(first) \(second)"), \(id), \(kind), \(level), \(first),
        \(second), 'no other', \(signer.map { hospital.account($0) }), 1, \(hospital.account(.doctor)))
      """)
  }

  @Test("two in one prescription: not without a signature for that pair, in whichever order they are named")
  func within() throws {
    try write("rx", "methotrexate", "trimethoprim", "paracetamol")
    #expect(try verify("rx")?.contains("second person's signature") == true)
    try sign("rx", "methotrexate", "trimethoprim", level: "major", by: nil)
    #expect(try verify("rx") != nil, "a reason alone")
    try sign("rx", "acetaminophen", "warfarin")
    #expect(try verify("rx") != nil, "another pair")
    try sign("rx", "trimethoprim", "methotrexate")
    #expect(try verify("rx") == nil)
  }

  @Test("one of them on another prescription that goes on: a signature on either will do", arguments: ["rx", "before"])
  func between(signed: String) throws {
    try write("before", "methotrexate")
    try write("rx", "trimethoprim")
    #expect(try verify("rx")?.contains("given together") == true)
    try hospital.execute(
      "UPDATE prescription SET status = 'on-hold', version = version + 1, change_reason = 'x' WHERE id = 'before'")
    #expect(try verify("rx")?.contains("given together") == true)
    try sign(signed, "methotrexate", "trimethoprim")
    #expect(try verify("rx") == nil)
  }

  @Test("what ended, was stopped, is of another patient or is the same medicine stands against nothing")
  func apart() throws {
    try write("other", "methotrexate", for: 2)
    try write("before", "methotrexate")
    try write("again", "methotrexate")
    try write("same", "methotrexate", for: 2)
    #expect(try verify("same") == nil)
    try write("rx", "trimethoprim")
    let end = hospital.clock.now + .days(7)
    #expect(try verify("rx", at: Timestamp(milliseconds: end.milliseconds - 1)) != nil)
    #expect(try verify("rx", at: end) == nil)
    try write("late", "trimethoprim")
    for id in ["before", "again"] {
      #expect(try verify("late") != nil)
      try hospital.write { _ = try $0.prescribing.setStatus("stopped", from: "active", of: id, because: "rash") }
    }
    #expect(try verify("late") == nil)
  }

  @Test("records that were merged are one person")
  func merged() throws {
    try write("before", "methotrexate", for: 2)
    try write("rx", "trimethoprim", for: 3)
    try hospital.write { _ = try $0.merges.merge(patients[2], into: patients[3], because: "one") }
    #expect(try verify("rx") != nil)
    #expect(try verify("before") != nil, "from the record that went away too")
  }

  @Test("renewals of one prescription follow each other, as the rule has it")
  func renewals() throws {
    let order = hospital.order([try hospital.item("methotrexate", refills: 2)], for: patients[1])
    try hospital.write { records in
      _ = try records.prescribing.write(order, as: "root", by: hospital.samples.doctors[0])
    }
    for id in ["one", "two"] {
      try write(id, "trimethoprim")
      try hospital.write { try $0.prescribing.link(id, to: "root", asRenewal: true, because: "asked") }
    }
    try write("third", "methotrexate")
    try hospital.write { _ = try $0.prescribing.setStatus("stopped", from: "active", of: "third", because: "x") }
    for id in ["one", "two", "root"] {
      #expect(try hospital.read { try $0.pharmacy.findings(of: id) }.worst != .contraindicated)
      #expect(try verify(id) == nil)
    }
  }

  @Test("what waits again is looked at again; what was dispensed can always be put back")
  func again() throws {
    let service = PharmacyService(hospital.session(.pharmacist))
    try hospital.receive(100, "A", of: "9002", expires: "2028/01/31")
    try write("rx", "trimethoprim")
    _ = try service.verify("rx", because: "checked")
    _ = try service.lookAgain("rx", because: "undo")
    try write("new", "methotrexate")
    let step: SQLStatement = """
      UPDATE pharmacy_task SET stage = 'verified', version = version + 1, recorded_at = \(hospital.clock.now),
        change_reason = '' WHERE prescription_id = 'rx'
      """
    #expect(try hospital.refusal(of: step)?.message.contains("given together") == true)
    try sign("new", "methotrexate", "trimethoprim")
    #expect(try hospital.refusal(of: step) == nil)
    let item = try #require(service.preparation(of: "rx").items.first)
    _ = try service.dispense("rx", [DispenseEntry(item.id, 21)])
    try write("newer", "methotrexate")
    _ = try service.putBack("rx", because: "the order was changed")
    #expect(try service.queue(["rx"]).first?.work.stage == .verified)
  }

  @Test("an allergy to what acts in a medicine, by any of its names; the words of a class are the rule's")
  func allergies() throws {
    let strikeOut: SQLStatement = """
      UPDATE allergy SET struck_out_at = 1, struck_out_by = recorded_by, strike_reason = 'x'
        WHERE struck_out_at IS NULL AND patient_id = \(patients[2])
      """
    func allergic(to substance: String) throws -> String? {
      try hospital.write { try $0.allergies.add(AllergyEntry(substance: substance, reaction: "rash"), to: patients[2]) }
      defer { _ = try? hospital.execute(strikeOut) }
      return try verify("rx")
    }
    try write("rx", "paracetamol", for: 2)
    #expect(try allergic(to: "Paracetamol")?.contains("allergic") == true)
    #expect(try allergic(to: "ACETAMINOPHEN")?.contains("allergic") == true)
    try sign("rx", "acetaminophen", "paracetamol", kind: "allergy")
    #expect(try allergic(to: "Paracetamol") == nil)
    try write("penicillin", "amoxicillin", for: 0)
    let known = try hospital.read { try $0.pharmacy.findings(of: "penicillin") }.findings
    #expect(known.contains { $0.kind == .allergy && $0.level == .contraindicated })
    #expect(try verify("penicillin") == nil)
  }

  @Test("a verified prescription gets no more items, and nothing else that must not be given with what is taken")
  func verified() throws {
    try write("before", "methotrexate")
    try write("rx", "paracetamol")
    let more: SQLStatement = """
      INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency, duration_days,
        quantity, refills)
      SELECT 'more', 'rx', 2, id, '1 tablet', 'by mouth', 'once', 7, 7, 0 FROM medication WHERE name = 'trimethoprim'
      """
    #expect(try verify("rx") == nil)
    #expect(try hospital.refusal(of: more)?.message.contains("has verified") == true)
    try hospital.receive(100, "T", of: "9002", expires: "2028/01/31")
    let trimethoprim = try hospital.medication("9002")
    func give() throws -> String? {
      try databaseRefusal {
        try hospital.write { records in
          let queued = try records.pharmacy.expectedQueued("rx")
          let item = try #require(
            try records.pharmacy.dispenseItems(of: queued, on: TestHospital.today).first)
          let taken = try records.pharmacy.take(
            1, of: trimethoprim, at: hospital.samples.pharmacies[0], for: .prescription(item.id),
            on: TestHospital.today)
          try records.pharmacy.note(taken[0], for: item.id, of: queued, because: "none left", charge: nil, second: nil)
        }
      }
    }
    #expect(try give()?.contains("given instead") == true)
    try sign("before", "methotrexate", "trimethoprim")
    #expect(try give() == nil)
  }

  @Test(
    "of sixty prescriptions that meet by chance the database refuses those that the rule finds contraindicated, no other"
  )
  func asTheRule() throws {
    let names = ["methotrexate", "trimethoprim", "paracetamol", "ibuprofen", "warfarin"]
    var state: UInt64 = 7
    func chance(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var refused = 0
    for number in 0..<60 {
      let id = "rx\(number)"
      let items = try (0...chance(2)).map { _ in try hospital.item(names[chance(names.count)], refills: 3) }
      let order = hospital.order(items, for: patients[1 + chance(3)])
      try hospital.write { _ = try $0.prescribing.write(order, as: id, by: hospital.samples.doctors[0]) }
      if number > 0, chance(4) == 0 {
        _ = try databaseRefusal {
          try hospital.write {
            try $0.prescribing.link(id, to: "rx\(chance(number))", asRenewal: true, because: "asked")
          }
        }
      }
      let found = try hospital.read { try $0.pharmacy.findings(of: id) }.worst == .contraindicated
      #expect(try (verify(id) != nil) == found, "\(id)")
      refused += found ? 1 : 0
      let end = ["active", "active", "on-hold", "stopped"][chance(4)]
      if end != "active" {
        try hospital.write { _ = try $0.prescribing.setStatus(end, from: "active", of: id, because: "x") }
      }
      hospital.clock.advance(by: .hours(chance(30)))
    }
    #expect(refused > 10 && refused < 50, "\(refused) of 60 are refused")
  }

  @Test("the guards look things up by index")
  func plans() throws {
    try write("rx", "methotrexate", "trimethoprim")
    let plans = try hospital.plans { records in
      for view in ["unsigned_pair", "unsigned_allergy"] {
        let text = "SELECT ends_at FROM \(view) WHERE prescription_id = 'rx'"
        _ = try records.transaction.rows(SQLStatement(trusted: text))
      }
      var text = "SELECT \(TakenSchema.givenInstead) AS answer"
      for column in ["kind", "lot_id", "prescription_item_id", "prescription_id", "done_at"] {
        text = text.split(separator: "NEW.\(column)").joined(separator: "'rx'")
      }
      _ = try records.transaction.rows(SQLStatement(trusted: text))
    }
    #expect(plans.count == 3)
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
  }
}
