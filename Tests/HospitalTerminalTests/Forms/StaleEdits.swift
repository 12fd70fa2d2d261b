import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// What two people type into the forms that change a record, for `StaleEditTests`.
extension StaleEditTests {
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

  static let edits: [Edit] = hospitals + kept

  private static let hospitals: [Edit] = [
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

  /// Forms of the pharmacy that change a record.
  private static let kept: [Edit] = [
    Edit(name: .supplier, field: "Address", theirs: "9 Hill Road", mine: "5 Quay", besides: why) { world in
      let service = SupplierService(world.hospital.session(.pharmacist))
      guard let row = try service.suppliers().first else { return }
      let (was, at) = (row.supplier, "9 Hill Road")
      try service.change(
        row, to: Supplier(name: was.name, address: at, telephone: was.telephone, email: was.email), because: "moved")
    },
    Edit(name: .supply, field: "One is", theirs: "box of 20", mine: "box of 10", besides: why) { world in
      let service = SupplyService(world.hospital.session(.pharmacist))
      guard let row = try service.supplies().first else { return }
      let was = row.supply
      try service.change(
        row, to: Supply(code: was.code, name: was.name, unit: "box of 20", unitPrice: was.unitPrice), because: "packed")
    },
    Edit(name: .pharmacyDetails, field: "Address", theirs: "9 Hill Road", mine: "5 Quay", besides: why) { world in
      let service = PharmacyDirectoryService(world.hospital.session(.administrator))
      guard let row = try service.pharmacies().first(where: { $0.id == world.hospital.samples.pharmacies[0] }) else {
        return
      }
      let details = PharmacyDetails(name: row.details.name, address: "9 Hill Road", telephone: row.details.telephone)
      try service.change(row, to: details, because: "moved")
    },
    Edit(name: .medication, field: "Price of one", theirs: "7.77", mine: "8.88", besides: why) { world in
      let service = MedicationService(world.hospital.session(.pharmacist))
      guard let row = try service.medication(try world.hospital.medication()) else { return }
      let was = row.medication
      _ = try service.change(
        row,
        to: MedicationEntry([
          .code: was.code, .name: was.name, .strength: was.strength, .form: was.form, .price: "7.77",
        ]), because: "dearer")
    },
    Edit(name: .stockMinimum, field: "Minimum", theirs: "33", mine: "44", besides: why) { world in
      _ = try StockService(world.hospital.session(.pharmacist)).setMinimum(
        33, of: .medication(try world.hospital.medication()), at: world.hospital.samples.pharmacies[0], seen: 0,
        because: "winter")
    },
    Edit(name: .stockShelf, field: "Shelf", theirs: "B2", mine: "D4") { world in
      guard let lot = try world.formLot() else { return }
      _ = try StockService(world.hospital.session(.pharmacist)).shelve(lot.id, on: "B2", seen: "")
    },
    Edit(
      name: .stockCount, field: "Counted", theirs: "15 in stock", mine: "18", besides: [("Reason", "two broken")]
    ) { world in
      guard let lot = try world.formLot() else { return }
      _ = try StockService(world.hospital.session(.pharmacist)).count(15, of: lot.id, seen: 20, because: "five broken")
    },
    Edit(name: .changedPrescription, field: "Note", theirs: "Crush it", mine: "With food") { world in
      let hospital = world.hospital
      guard let rx = try hospital.prescriptions(of: hospital.samples.patients[2]).first else { return }
      let order = hospital.order([try hospital.item("ibuprofen")], for: hospital.samples.patients[2])
      _ = try PrescribingService(hospital.session(.headDoctor)).prescribe(
        PrescriptionOrder(
          patient: order.patient, admission: nil, pharmacy: order.pharmacy, note: "Crush it", items: order.items,
          changes: rx.id))
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
  /// that are refused when their record was changed meanwhile.
  private static let pharmacy: Set<FormName> = [
    "staff.account.secondStep", "access.password", "pharmacy.answer", "pharmacy.decline", "pharmacy.dispense",
    "pharmacy.handOver", "pharmacy.hold", "pharmacy.prescription",
    "pharmacy.putBack", "pharmacy.prescription.renew", "pharmacy.signature", "pharmacy.prescription.stop",
    "pharmacy.verify", "stock.order", "stock.order.cancel", "stock.order.line",
    "stock.order.receipt", "stock.order.remove", "stock.issue", "stock.receipt",
    "stock.transfer", "stock.writeOff", "stock.medication.end", "stock.supplier.end", "stock.supply.end",
    "stock.pharmacy.end",
  ]
}

extension FormWorld {
  /// The lot that the forms of stock are about.
  fileprivate func formLot() throws -> StockLot? {
    try StockService(hospital.session(.pharmacist)).list().lines.compactMap(\.lot).first { $0.number == "FORM" }
  }
}

extension EmployeeProfile {
  fileprivate func living(at address: String) -> EmployeeProfile {
    EmployeeProfile(
      name: name, address: address, telephone: telephone, occupation: occupation, department: department)
  }
}
