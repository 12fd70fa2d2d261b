import DatabaseKit
import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalRecords

@Suite("What is at home, and what was given in the place of something, counts for the database too (M3, M4, B12)")
struct ContraindicationsAtHomeTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[1] }
  private var pharmacy: PharmacyService { PharmacyService(hospital.session(.pharmacist)) }
  private var today: CalendarDate { LocalTime.utc.date(of: hospital.clock.now) }
  private static let codes = ["9001", "9002", "313782", "5640", "855332"]

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    for code in Self.codes { try hospital.receive(9_000, "L\(code)", of: code, expires: "2028/01/31") }
  }

  /// Writes a prescription of a week without any rule; it waits to be verified.
  private func write(_ id: String, _ names: String...) throws {
    let order = hospital.order(try names.map { try hospital.item($0, refills: 3) }, for: patient)
    try hospital.write { _ = try $0.prescribing.write(order, as: id, by: hospital.samples.doctors[0]) }
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

  /// Dispenses an item, or something else in its place, without any rule; what the database says, nil when it takes it.
  private func give(_ place: Int, of id: String, instead code: String? = nil, _ quantity: Int = 21) throws -> String? {
    let other = try code.map { try hospital.medication($0) }
    return try databaseRefusal {
      try hospital.write { records in
        let queued = try records.pharmacy.expectedQueued(id)
        let item = try records.pharmacy.dispenseItems(of: queued, on: today)[place]
        let given = other ?? item.medication
        let taken = try records.pharmacy.take(
          quantity, of: given, at: hospital.samples.pharmacies[0], for: .prescription(item.id), on: today)
        try records.pharmacy.note(
          taken[0], for: item.id, of: queued, because: code == nil ? "" : "none left", charge: nil, second: nil)
      }
    }
  }

  /// Brings what was dispensed whole to its end: it is at home.
  private func takeHome(_ id: String) throws {
    try hospital.execute(
      """
      UPDATE pharmacy_task SET stage = 'ready', version = version + 1, recorded_at = \(hospital.clock.now),
        change_reason = '' WHERE prescription_id = \(id)
      """)
    _ = try pharmacy.handOver(id, to: "patient")
  }

  @Test("what was handed over counts until its days are over, counted from then, unless all of it came back")
  func atHome() throws {
    try write("before", "methotrexate")
    #expect(try verify("before") == nil && give(0, of: "before") == nil)
    hospital.clock.advance(by: .days(5))
    try takeHome("before")
    try write("rx", "trimethoprim")
    let end = hospital.clock.now + .days(7)
    #expect(try verify("rx", at: Timestamp(milliseconds: end.milliseconds - 1))?.contains("given together") == true)
    #expect(try verify("rx", at: end) == nil)
    try write("next", "trimethoprim")
    #expect(try verify("next") != nil)
    _ = try pharmacy.putBack("before", because: "never opened")
    #expect(try verify("next") == nil)
  }

  @Test("what goes on and was handed over in part counts from then too")
  func partly() throws {
    try write("before", "methotrexate")
    #expect(try verify("before") == nil && give(0, of: "before", 7) == nil)
    hospital.clock.advance(by: .days(5))
    try hospital.execute(
      """
      UPDATE pharmacy_task SET stage = 'part-dispensed', version = version + 1, recorded_at = \(hospital.clock.now),
        change_reason = '' WHERE prescription_id = 'before'
      """)
    _ = try pharmacy.handOver("before", to: "patient")
    try write("rx", "trimethoprim")
    #expect(try verify("rx", at: hospital.clock.now + .days(6)) != nil)
    #expect(try verify("rx", at: hospital.clock.now + .days(7)) == nil)
  }

  @Test("what was verified and nobody has collected counts however late it is: it may go over the counter any day")
  func collectedLate() throws {
    try write("before", "methotrexate")
    #expect(try verify("before") == nil && give(0, of: "before") == nil)
    hospital.clock.advance(by: .days(8))
    try write("rx", "trimethoprim")
    #expect(try verify("rx")?.contains("given together") == true)
    #expect(try hospital.read { try $0.pharmacy.findings(of: "rx") }.worst == .contraindicated)
  }

  @Test("nothing is given instead that goes another way into the body")
  func anotherRoute() throws {
    for (code, route) in [("5640", "oral"), ("9002", "intravenous")] {
      try hospital.execute(
        "UPDATE medication SET route = \(route), version = version + 1, change_reason = 'x' WHERE code = \(code)")
    }
    try write("rx", "ibuprofen")
    #expect(try verify("rx") == nil)
    #expect(try give(0, of: "rx", instead: "9002")?.contains("another route") == true)
    #expect(try give(0, of: "rx", instead: "9001") == nil)
  }

  @Test("a renewal is not held against what it renews, at home or not")
  func renewal() throws {
    try write("before", "methotrexate")
    #expect(try verify("before") == nil && give(0, of: "before") == nil)
    try takeHome("before")
    try write("again", "trimethoprim")
    try hospital.write { try $0.prescribing.link("again", to: "before", asRenewal: true, because: "asked") }
    #expect(try verify("again") == nil)
  }

  @Test("what was given in the place of something counts until it is back on the shelf")
  func givenBefore() throws {
    try write("before", "paracetamol")
    #expect(try verify("before") == nil && give(0, of: "before", instead: "9001", 5) == nil)
    try hospital.execute(
      """
      UPDATE pharmacy_task SET stage = 'part-dispensed', version = version + 1, recorded_at = \(hospital.clock.now),
        change_reason = '' WHERE prescription_id = 'before'
      """)
    try write("rx", "trimethoprim")
    #expect(try verify("rx")?.contains("given together") == true)
    _ = try pharmacy.putBack("before", because: "not collected")
    #expect(try verify("rx") == nil)
  }

  @Test("nothing is given instead that must not meet what is at home, nor what was given in another item's place")
  func givenNow() throws {
    try write("before", "methotrexate")
    #expect(try verify("before") == nil && give(0, of: "before") == nil)
    try takeHome("before")
    try write("rx", "paracetamol", "ibuprofen")
    #expect(try verify("rx") == nil)
    #expect(try give(0, of: "rx", instead: "9002")?.contains("or has at home") == true)
    hospital.clock.advance(by: .days(7))
    #expect(try give(0, of: "rx", instead: "9002") == nil)
    #expect(try give(1, of: "rx", instead: "9001")?.contains("or has at home") == true)
    #expect(try give(1, of: "rx", instead: "855332") == nil)
  }

  @Test("nothing is given instead that the patient is allergic to, by any of its names; as the rule has it")
  func allergic() throws {
    try write("rx", "ibuprofen", "paracetamol")
    #expect(try verify("rx") == nil)
    for words in ["Paracetamol (drops)", "trimethoprim", "ACETAMINOPHEN"] {
      try hospital.write { try $0.allergies.add(AllergyEntry(substance: words, reaction: "rash"), to: patient) }
    }
    #expect(try give(0, of: "rx", instead: "9002")?.contains("allergic") == true)
    #expect(try give(0, of: "rx", instead: "313782") == nil, "it is prescribed beside, so that was looked at before")
    #expect(try give(1, of: "rx", instead: "9001") == nil)
  }

  @Test(
    "of ninety prescriptions by chance, verified, handed over, put back, given instead: the database is as the rule is")
  func asTheRule() throws {
    var state: UInt64 = 11
    func chance(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let names = ["methotrexate", "trimethoprim", "paracetamol", "ibuprofen", "warfarin"]
    var counts = (refused: 0, home: 0, instead: 0, insteadRefused: 0)
    for number in 0..<90 {
      let id = "rx\(number)"
      let items = try (0...chance(2)).map { _ in try hospital.item(names[chance(names.count)]) }
      let order = hospital.order(items, for: hospital.samples.patients[1 + chance(2)])
      try hospital.write { _ = try $0.prescribing.write(order, as: id, by: hospital.samples.doctors[0]) }
      let found = try hospital.read { try $0.pharmacy.findings(of: id) }.worst == .contraindicated
      #expect(try (verify(id) != nil) == found, "\(id)")
      counts.refused += found ? 1 : 0
      hospital.clock.advance(by: .hours(chance(30)))
      guard !found, chance(4) > 0 else { continue }
      for place in items.indices {
        let other = Self.codes[chance(5)]
        let medication = try hospital.medication(other)
        guard chance(2) == 0, medication != items[place].medication else {
          #expect(try give(place, of: id) == nil)
          continue
        }
        let isRefused = try hospital.read { records in
          let item = try records.pharmacy.dispenseItems(
            of: try records.pharmacy.expectedQueued(id), on: today)[place]
          let known = Set(
            try records.pharmacy.findings(giving: item.medication, for: item.id, of: id).findings.map(\.id))
          return try records.pharmacy.findings(giving: medication, for: item.id, of: id).findings
            .contains { $0.level == .contraindicated && !known.contains($0.id) }
        }
        let said = try give(place, of: id, instead: other)
        #expect((said != nil) == isRefused, "\(id), \(place): \(said ?? "taken")")
        counts.instead += 1
        counts.insteadRefused += isRefused ? 1 : 0
        if said != nil { #expect(try give(place, of: id) == nil) }
      }
      try takeHome(id)
      counts.home += 1
      if chance(4) == 0 { _ = try pharmacy.putBack(id, because: "unopened") }
    }
    #expect(counts.refused > 10 && counts.home > 20 && counts.instead > 15 && counts.insteadRefused > 3, "\(counts)")
  }

  @Test("the guards look things up by index")
  func plans() throws {
    try write("rx", "methotrexate", "trimethoprim")
    let plans = try hospital.plans { records in
      _ = try records.transaction.rows("SELECT ends_at FROM unsigned_pair WHERE prescription_id = 'rx'")
      for condition in [TakenSchema.givenInstead, TakenSchema.givenToTheAllergic] {
        var text = "SELECT \(condition) AS answer"
        for column in ["kind", "lot_id", "prescription_item_id", "prescription_id", "done_at"] {
          text = text.split(separator: "NEW.\(column)").joined(separator: "'rx'")
        }
        _ = try records.transaction.rows(SQLStatement(trusted: text))
      }
    }
    #expect(plans.count == 3)
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
  }
}
