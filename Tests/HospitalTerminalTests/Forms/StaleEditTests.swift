import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// Two people change one record: the second is shown both values and chooses; nothing is overwritten in silence. Every form
/// that changes a record is tried; a form that is added has to be said to be one, or to only add or end something.
@Suite("No form overwrites what somebody else saved meanwhile")
struct StaleEditTests {
  /// A form that changes a record, what two people type into one field of it, and what is typed besides.
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: FormName
    let field: String
    let theirs: String
    let mine: String
    var besides: [(field: String, text: String)] = []
    /// What somebody else saves meanwhile.
    let other: @Sendable (FormWorld) throws -> Void
    var testDescription: String { name.text }
  }

  private static let why: [(field: String, text: String)] = [("Reason", "as I was told")]

  static let edits: [Edit] = [
    Edit(name: .details, field: "Town", theirs: "Bray", mine: "Galway", besides: why) { world in
      let service = RegistrationService(world.hospital.session(.headNurse))
      let record = try service.open(world.hospital.samples.patients[0])
      var entry = PatientDetailsEntry(record.details)
      entry[.town] = "Bray"
      _ = try service.update(record.id, from: record.version, to: entry, because: "moved")
    },
    Edit(name: .department, field: "Name", theirs: "4A General", mine: "4A Acute", besides: why) { world in
      let staff = StaffService(world.hospital.session(.administrator))
      guard let department = try staff.departments().first else { return }
      try staff.change(department, name: "4A General", genderRule: .any, because: "rebuilt")
    },
    Edit(name: .room, field: "Features", theirs: "monitor", mine: "side light", besides: why) { world in
      let session = world.hospital.session(.administrator)
      let room = try BedService(session).room(world.hospital.samples.rooms[2])
      try RoomService(session).change(
        room,
        to: RoomDescription(
          department: room.department.id, number: room.number, bay: room.bay, kind: room.kind, features: "monitor"),
        because: "fitted")
    },
    Edit(name: .doctor, field: "Address", theirs: "9 Hill Road", mine: "5 Quay", besides: why) { world in
      let staff = StaffService(world.hospital.session(.administrator))
      guard let doctor = try staff.doctors().first(where: { $0.id == world.hospital.samples.doctors[0] }) else {
        return
      }
      try staff.change(doctor, to: doctor.details.living(at: "9 Hill Road"), because: "moved")
    },
    Edit(name: .staffMember, field: "Address", theirs: "9 Hill Road", mine: "5 Quay", besides: why) { world in
      let staff = StaffService(world.hospital.session(.administrator))
      guard let member = try staff.staff().first(where: { $0.id == world.hospital.samples.staff[0] }) else { return }
      try staff.change(member, to: member.details.living(at: "9 Hill Road"), because: "moved")
    },
    Edit(name: .price, field: "Item", theirs: "Consultation, first", mine: "Consultation, any", besides: why) { world in
      _ = try PriceService(world.hospital.session(.administrator)).set(
        PriceEntry([
          .code: "CON", .item: "Consultation, first", .category: "consultation", .unit: "160.00",
          .validFrom: "\(TestHospital.today)",
        ]), because: "new list")
    },
    Edit(name: .rate, field: "Percent", theirs: "33 %", mine: "12") { world in
      try PriceService(world.hospital.session(.administrator)).set(3_300, for: nil)
    },
    Edit(name: .accountRole, field: "Role", theirs: "head nurse", mine: "doctor", besides: why) { world in
      try AccountService(world.hospital.session(.administrator)).setRole(.headNurse, of: "nurse", because: "promoted")
    },
    Edit(name: .accountEmployee, field: "Employee", theirs: "OKAFOR", mine: "Tanaka", besides: why) { world in
      try AccountService(world.hospital.session(.administrator)).setEmployee(
        .staff(world.hospital.samples.staff[0]), of: "nurse", because: "theirs")
    },
    Edit(name: .amendedConsultation, field: "Plan", theirs: "X-ray", mine: "Home", besides: why) { world in
      let care = CareService(world.hospital.session(.doctor))
      let record = try RegistrationService(world.hospital.session(.doctor)).open(world.hospital.samples.patients[0])
      guard let written = record.consultations?.first else { return }
      var words = written.words
      words.plan = "X-ray"
      _ = try care.amend(written.id, from: 1, to: words, because: "worse")
    },
    Edit(name: .amendedNote, field: "Note", theirs: "Slept badly", mine: "Was awake", besides: why) { world in
      let record = try RegistrationService(world.hospital.session(.nurse)).open(world.hospital.samples.patients[0])
      guard let note = record.notes?.first else { return }
      _ = try CareService(world.hospital.session(.nurse)).amend(
        note.id, from: 1, to: "Slept badly", because: "told so")
    },
    order(.dischargeOrder, besides: []), order(.atOnce, besides: []),
    Edit(name: .bed(.assign), field: "Assigned staff", theirs: "TANAKA", mine: "Okafor") { world in
      _ = try BedService(world.hospital.session(.headNurse)).assign(
        world.hospital.samples.staff[1], to: world.hospital.bedside(world.hospital.samples.rooms[0]))
    },
    Edit(name: .bed(.planDischarge), field: "Expected discharge", theirs: "2026/11/25", mine: "T+2 1000") { world in
      _ = try BedService(world.hospital.session(.headNurse)).planDischarge(
        of: world.hospital.bedside(world.hospital.samples.rooms[0]), at: TestHospital.opening + .days(4))
    },
    Edit(
      name: .bed(.isolate), field: "Kind", theirs: "airborne", mine: "droplet", besides: [("Reason", "MRSA on arrival")]
    ) { world in
      _ = try BedService(world.hospital.session(.nurse)).isolate(
        world.hospital.bedside(world.hospital.samples.rooms[0]), .airborne, because: "TB", blockingBay: false)
    },
  ]

  private static func order(_ name: FormName, besides: [(field: String, text: String)]) -> Edit {
    Edit(
      name: name, field: "Diagnosis", theirs: DischargeOrder.sample.diagnosis, mine: "Asthma",
      besides: [("Summary", "Inhaler")] + besides
    ) { world in
      try world.hospital.orderDischarge(from: world.hospital.samples.rooms[1])
    }
  }

  /// Forms that add something or end it, and so have no value of somebody else's to overwrite; a change of allergies is
  /// laid over what is on file now (`AllergyTests`).
  static let others: Set<FormName> = {
    let acts: [BedAct] = BedAct.allCases.filter { ![.assign, .planDischarge, .isolate].contains($0) }
    let lists: [FormName] = [.department, .room, .doctor, .staffMember, .price, .rate, .account]
    let ended = lists.map(\.ending)
    return Set(
      acts.map(FormName.bed) + ended + [
        .newPatient, .somebodyElse, .unidentified, .allergies, .merge, .parting, .goesOnLeave, .exit, .waiver,
        .takingBack, .charge, .discount, .cancelledCharge, .cancelledDraft, .struckDraft, .creditNote, .payment,
        .shiftOpening, .shiftClosing, .deposit, .refund, .declinedRefund, .paidRefund, .print, .account, .consultation,
        .nursingNote, .addendum, .struckEntry,
      ]
    ).union(pharmacy)
  }()

  /// Forms of the pharmacy and of sign-in, by the names that their drafts are kept under: acts that add or end something, or
  /// that are refused when their record was changed meanwhile; those of lists are opened again like all others.
  private static let pharmacy: Set<FormName> = [
    "staff.account.secondStep", "access.password", "pharmacy.answer", "pharmacy.prescription.change",
    "pharmacy.decline", "pharmacy.dispense", "pharmacy.handOver", "pharmacy.hold", "pharmacy.prescription",
    "pharmacy.putBack", "pharmacy.prescription.renew", "pharmacy.signature", "pharmacy.prescription.stop",
    "pharmacy.verify", "stock.medication", "stock.order", "stock.order.cancel", "stock.order.line",
    "stock.order.receipt", "stock.order.remove", "stock.count", "stock.issue", "stock.minimum", "stock.receipt",
    "stock.shelf", "stock.transfer", "stock.writeOff", "stock.supplier", "stock.supply", "stock.medication.end",
    "stock.supplier.end", "stock.supply.end", "stock.minimum.end",
  ]

  @Test("every form either is tried here, or only adds or ends something")
  func allForms() {
    let tried = Set(Self.edits.map(\.name))
    for name in FormName.all where !FormName.secret.contains(name) {
      #expect(
        tried.contains(name) != Self.others.contains(name),
        "\(name): add it to the edits of this test if it changes a record, else to the others")
    }
  }

  @Test("the second to save sees both values, and what the first saved still stands", arguments: edits)
  func isShown(_ edit: Edit) throws {
    let world = try FormWorld()
    let form = try #require(try world.form(edit.name))
    let station = FormStation(edit.name, form, in: world.hospital)
    world.hospital.clock.advance(by: .minutes(1))
    try edit.other(world)
    let saved = try versions(world)
    for (field, text) in [(edit.field, edit.mine)] + edit.besides { station.fill(field, text) }
    station.terminal.press(.control("s"))
    let frame = station.terminal.frame
    if frame.shows("Check out patient?") {
      station.terminal.type("4A-02")
      station.terminal.press(.control("s"))
    }
    #expect(try versions(world) == saved, "\(edit.name) overwrote what somebody else saved")
    let shown = station.terminal.frame
    #expect(shown.shows(edit.theirs), "theirs is not shown:\n\(shown.lines.joined(separator: "\n"))")
    #expect(
      shown.shows(edit.mine) || shown.shows(edit.mine.uppercased()),
      "mine is not shown:\n\(shown.lines.joined(separator: "\n"))")
    #expect(
      shown.shows("[ ] theirs") && shown.shows("[x] mine"),
      "nothing is there to choose:\n\(shown.lines.joined(separator: "\n"))")
    station.terminal.press("t", .control("s"))
    let settled = station.terminal.frame
    #expect(
      settled.shows("nothing of yours to save. Esc leaves.") || settled.shows("^S saves it with what you typed."),
      "\(settled)")
  }

  @Test("on the board, mine is saved over theirs once it was chosen, and who was faster is named")
  func choosesOnTheBoard() throws {
    let world = try FormWorld()
    let room = world.hospital.samples.rooms[0]
    let station = FormStation(.bed(.isolate), try #require(try world.form(.bed(.isolate))), in: world.hospital)
    world.hospital.clock.advance(by: .minutes(1))
    _ = try BedService(world.hospital.session(.nurse)).isolate(
      world.hospital.bedside(room), .airborne, because: "TB", blockingBay: false)
    station.fill("Kind", "droplet")
    station.fill("Reason", "flu")
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("Test nurse changed this at"), "\(station.terminal.frame)")
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("^S saves it with what you typed."))
    station.terminal.press(.control("s"))
    #expect(try BedService(world.hospital.session(.nurse)).room(room).occupancy?.isolation == .droplet)
  }

  @Test("theirs or mine is chosen field by field, and what only one changed is kept")
  func chooses() throws {
    let world = try FormWorld()
    let staff = StaffService(world.hospital.session(.administrator))
    let form = try #require(try world.form(.department))
    let station = FormStation(.department, form, in: world.hospital)
    station.fill("Name", "4A Acute")
    station.fill("Reason", "as I was told")
    let department = try #require(try staff.departments().first)
    try staff.change(department, name: "4A General", genderRule: .women, because: "rebuilt")
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("Test administrator changed this at"))
    #expect(station.terminal.frame.shows("[x] mine    4A Acute"))
    station.terminal.press("t", .control("s"))
    #expect(station.terminal.frame.shows("Test administrator's values stand; nothing of yours to save. Esc leaves."))
    station.fill("Name", "4A Medicine")
    station.terminal.press(.control("s"))
    let now = try #require(try staff.departments().first)
    #expect(now.name == "4A Medicine" && now.genderRule == .women && now.version == 3)
  }

  @Test("a draft that is gone on with after somebody changed the record says what stands there now")
  func draft() throws {
    let world = try FormWorld()
    let form = try #require(try world.form(.department))
    let station = FormStation(.department, form, in: world.hospital)
    station.fill("Name", "4A Acute")
    station.terminal.hangUp()
    let staff = StaffService(world.hospital.session(.administrator))
    let department = try #require(try staff.departments().first)
    try staff.change(department, name: "4A General", genderRule: .any, because: "rebuilt")
    let again = FormStation(.department, form, in: world.hospital)
    #expect(again.terminal.frame.shows("4A Acute"))
    #expect(again.terminal.frame.shows("Name is now “4A General”"))
  }

  /// How many versions and additions there are of everything.
  private func versions(_ world: FormWorld) throws -> [Int] {
    try world.hospital.read { records in
      try [
        "patient_version", "department_version", "room_version", "doctor_version", "staff_version", "account_version",
        "price", "billing_rate", "consultation_version", "nursing_note_version", "discharge_summary",
        "discharge_summary_version", "admission_version", "stay_version", "isolation",
      ].map { try records.rows(in: $0) }
    }
  }
}

extension EmployeeProfile {
  fileprivate func living(at address: String) -> EmployeeProfile {
    EmployeeProfile(
      name: name, address: address, telephone: telephone, occupation: occupation, department: department)
  }
}

extension FormStation {
  /// Goes to a field by its caption and types over what stands in it.
  fileprivate func fill(_ caption: String, _ text: String) {
    terminal.press(.control("f"))
    terminal.type(caption)
    terminal.press(.enter, .control("u"))
    terminal.type(text)
    terminal.press(.tab)
  }
}
