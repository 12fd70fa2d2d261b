import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Prescriptions of which something changed after they were written, and lots that were scanned: one clear sentence each,
/// and the database refuses the same (M1, M4).
struct QueueStandingTests {
  let hospital: TestHospital
  private let id: String
  private let lot: StockLotID
  private var patients: [PatientID] { hospital.samples.patients }
  private var service: PharmacyService { PharmacyService(hospital.session(.pharmacist)) }

  /// 56 ibuprofen for OYELARAN, who lies in a room; 100 are there.
  init() throws {
    let hospital = try TestHospital()
    self.hospital = hospital
    try hospital.keepInteractions()
    let patient = hospital.samples.patients[1]
    let admission = try hospital.admit(patient, to: hospital.samples.rooms[0])
    lot = try hospital.receive(100, "A1", expires: "2028/01/31")
    id = try hospital.write { records in
      try records.pharmacy.prescribe(
        [
          PrescribedItem(
            medication: "5640", dose: "1 tablet", route: "by mouth", frequency: "twice a day", days: 28, quantity: 56)
        ], for: patient, in: admission, by: hospital.samples.doctors[0], to: hospital.samples.pharmacies[0],
        status: "active", priority: "routine")
      return try records.pharmacy.queue(limit: 1).prescriptions[0].id
    }
  }

  private func item() throws -> DispenseItem { try #require(service.preparation(of: id).items.first) }
  private func dispense(_ quantity: Int = 56, numbered lot: String = "") throws -> DoneAct {
    try service.dispense(id, [DispenseEntry(item().id, quantity, numbered: lot)])
  }
  private func die() throws {
    try hospital.execute(
      """
      UPDATE patient SET died_at = \(hospital.clock.now), version = version + 1, recorded_at = \(hospital.clock.now)
      WHERE id = \(patients[1])
      """)
  }
  private func leave() throws { try hospital.discharge(from: hospital.samples.rooms[0]) }
  /// Closes the pharmacy although it has work, as could be done before a guard was there.
  private func close() throws {
    try hospital.execute("DROP TRIGGER pharmacy_closes_empty")
    try hospital.execute(
      """
      UPDATE pharmacy SET closed_at = \(hospital.clock.now), version = version + 1, recorded_at = \(hospital.clock.now)
      WHERE id = \(hospital.samples.pharmacies[0])
      """)
  }
  /// Dispenses without any rule of the program, as another connection would; something happens between the shelf and the
  /// counter.
  private func give(of id: String? = nil, after change: () throws -> Void = {}) throws {
    let id = id ?? self.id
    let (queued, item, taken) = try hospital.write { records in
      let queued = try records.pharmacy.expectedQueued(id)
      let item = try records.pharmacy.dispenseItems(of: queued, on: TestHospital.today)[0]
      return (
        queued, item, try records.pharmacy.take(1, from: lot, for: .prescription(item.id), on: TestHospital.today)
      )
    }
    try change()
    try hospital.write { records in
      try records.pharmacy.note(taken, for: item.id, of: queued, because: "", charge: nil, second: nil)
    }
  }
  private func guarded(_ act: () throws -> Void) -> String? {
    do {
      try act()
      return nil
    } catch DatabaseFault.refused(let constraint) {
      return "\(constraint)"
    } catch {
      return nil
    }
  }

  @Test("who has left: nothing is verified or dispensed on the stay, and one sentence says what to do")
  func discharged() throws {
    _ = try service.verify(id)
    try leave()
    let said = try #require(try refusal { try dispense() })
    #expect(said.code == "dispense.stayEnded")
    #expect(
      said.sentence
        == "The stay of OYELARAN, Tunde has ended (2026/11/21); decline Rx 1 (x), so that the doctor writes what is still "
        + "needed.")
    _ = try service.lookAgain(id, because: "left")
    #expect(try refusal { try service.verify(id) }?.code == "dispense.stayEnded")
    #expect(try hospital.level(of: lot) == 100)
    _ = try service.decline(id, for: .other, because: "has left")
  }

  @Test("who has left may still collect what was prepared before; it can be put back too")
  func collects() throws {
    _ = try service.verify(id)
    _ = try dispense()
    try leave()
    _ = try service.handOver(id, to: "the patient")
    #expect(try service.queue([id]).first?.work.stage == .handedOver)
  }

  @Test("the dead: nothing is verified, dispensed or handed over; what is prepared goes back to the shelf")
  func dead() throws {
    _ = try service.verify(id)
    _ = try dispense()
    try leave()
    try die()
    let said = try #require(try refusal { try service.handOver(id, to: "the son") })
    #expect(
      said.sentence
        == "OYELARAN, Tunde died on 2026/11/21; nothing is given out on Rx 1: decline it (x), or put it back (b).")
    #expect(guarded { try hospital.write { try $0.pharmacy.handOver($0.pharmacy.expectedQueued(id), to: "x") } } != nil)
    _ = try service.putBack(id, because: "the patient has died")
    #expect(try hospital.level(of: lot) == 100)
    #expect(try refusal { try dispense() }?.code == "dispense.dead")
    #expect(guarded { try give() } != nil)
  }

  @Test("a pharmacy that closed: nothing is verified or dispensed there")
  func closed() throws {
    try close()
    #expect(try refusal { try service.verify(id) }?.code == "dispense.pharmacyClosed")
    #expect(
      try refusal { try service.verify(id) }?.sentence
        == "Quay Pharmacy closed on 2026/11/21; decline Rx 1 (x), so that the doctor names another pharmacy.")
  }

  @Test("the database refuses each by itself", arguments: ["stay", "dead", "closed"])
  func guards(what: String) throws {
    try hospital.prescribe(for: patients[3])
    let other = try #require(
      try hospital.read { try $0.transaction.row("SELECT id FROM prescription WHERE number = 2")?.text("id") })
    let subject = what == "dead" ? other : id
    _ = try service.verify(subject)
    #expect(guarded { try give(of: subject) } == nil)
    let said = guarded {
      try give(of: subject) {
        switch what {
        case "stay": try leave()
        case "dead":
          try hospital.execute(
            """
            UPDATE patient SET died_at = \(hospital.clock.now), version = version + 1,
              recorded_at = \(hospital.clock.now)
            WHERE id = \(patients[3])
            """)
        default: try close()
        }
      }
    }
    #expect(said?.contains(what) == true, "\(said ?? "nothing")")
  }

  @Test("the merged: the prescription is the survivor's, with what is known of the survivor")
  func merged() throws {
    try leave()
    try hospital.prescribe("313782", for: patients[1])
    let second = try #require(
      try hospital.read { try $0.transaction.row("SELECT id FROM prescription WHERE number = 2")?.text("id") })
    #expect(try service.preparation(of: second).checks.report?.gaps.contains(.allergiesUnknown) == false)
    _ = try hospital.write { try $0.merges.merge(patients[1], into: patients[2], because: "one person") }
    #expect(try service.queue([second]).first?.patient.id == patients[2])
    // Of the survivor nobody has asked for allergies.
    #expect(try service.preparation(of: second).checks.report?.gaps.contains(.allergiesUnknown) == true)
    _ = try service.verify(second)
  }

  @Test("a lot that is scanned: whole numbers only, an expired one is named, two of one number are told apart")
  func scanned() throws {
    try hospital.receive(10, "OLD", expires: "2026/11/21")
    hospital.clock.advance(by: .days(1))
    try hospital.receive(60, "B2", expires: "2028/01/31")
    try hospital.receive(60, "B2", expires: "2028/06/30")
    _ = try service.verify(id)
    #expect(
      try refusal { try dispense(5, numbered: "old") }?.sentence
        == "Lot OLD expired on 2026/11/21; take another lot, and write this one off.")
    #expect(
      try refusal { try dispense(5, numbered: "A") }?.sentence
        == "Quay Pharmacy has no lot A of ibuprofen 400 mg tablet; check the box, F4 lists the lots.")
    #expect(try refusal { try dispense(5, numbered: "B2") }?.code == "stock.lotUnclear")
    #expect(try dispense(5, numbered: "a1").sentence.contains("5 of lot A1"))
  }

  @Test("zero and a million: neither is dispensed, prescribed or put back", arguments: [0, 1_000_000])
  func quantities(quantity: Int) throws {
    _ = try service.verify(id)
    #expect(try refusal { try dispense(quantity) } != nil)
    _ = try dispense(10)
    let out = ReturnEntry(try item().id, from: lot, quantity)
    #expect(try refusal { try service.putBack(id, [out], because: "changed") } != nil)
    #expect(try hospital.level(of: lot) == 90)
  }

  @Test("a dose without a unit is no dose")
  func unit() throws {
    do throws(Misentry) {
      _ = try DoseAmount(entry: "400")
      Issue.record("400 has no unit")
    } catch {
      #expect(error.sentence == "400 has no unit; type one with it, such as 1 tablet or 500 mg")
    }
  }

  @Test("what is given in place of something else is checked: a penicillin for somebody allergic to it is refused")
  func substitute() throws {
    try hospital.prescribe(for: patients[0])
    let mine = try #require(
      try hospital.read { try $0.transaction.row("SELECT id FROM prescription WHERE number = 2")?.text("id") })
    try hospital.receive(100, "AMX", of: "308182", expires: "2028/01/31")
    try hospital.receive(100, "PAR", of: "313782", expires: "2028/01/31")
    _ = try service.verify(mine)
    let item = try #require(service.preparation(of: mine).items.first)
    func give(_ code: String) throws -> DoneAct {
      try service.dispense(
        mine, [DispenseEntry(item.id, 10, instead: hospital.medication(code), because: "none left")])
    }
    let said = try #require(try refusal { try give("308182") })
    #expect(said.code == "dispense.substitute" && said.sentence.contains("Penicillin (rash)"))
    #expect(try give("313782").sentence.contains("10 of lot PAR"))
  }
}
