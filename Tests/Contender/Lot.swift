import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices

/// What one of many writers has to do in a measurement, on the tables that the benchmark made: `bench_lot` names free
/// patients and rooms, and drafts are named `bench-…`.
enum Lot {
  case admissions([(patient: PatientID, room: RoomID)])
  case departures([Bedside])
  case sales([ListedInvoice.ID])
  case dispensings([(prescription: String, item: PrescriptionItemID)])

  /// Takes every so-manieth of what there is of a kind, by the number in its name: others may have begun.
  init(_ kind: String, writer: Int, of writers: Int, in session: Session) throws {
    func rows(_ query: SQLStatement) throws -> [SQLRow] {
      try session.workplace.engine.read { try $0.rows(query) }.filter { row in
        let name = try (try? row.text("room_id")) ?? row.text("id")
        return name.split(separator: "-").last.flatMap { Int($0) }.map { $0 % writers == writer } ?? false
      }
    }
    switch kind {
    case "admissions":
      self = .admissions(
        try rows("SELECT * FROM bench_lot").map { (try $0.identifier("patient_id"), try $0.identifier("room_id")) })
    case "departures":
      self = .departures(
        try rows("SELECT * FROM stay WHERE room_id >= 'bench-' AND room_id < 'bench.' AND ended_at IS NULL").map {
          Bedside(room: try $0.identifier("room_id"), admission: try $0.identifier("admission_id"))
        })
    case "sales":
      self = .sales(
        try rows("SELECT id FROM invoice WHERE id >= 'bench-' AND id < 'bench.' AND status = 'draft'").map {
          try $0.text("id")
        })
    case "dispensings":
      self = .dispensings(
        try rows(
          """
          SELECT item.id, item.prescription_id FROM prescription_item AS item
            JOIN pharmacy_task AS task ON task.prescription_id = item.prescription_id
          WHERE item.id >= 'bench-' AND item.id < 'bench.' AND task.stage = 'verified'
          """
        ).map { (try $0.text("prescription_id"), try $0.identifier("id")) })
    default: throw DatabaseFault.other("there is no lot of \(kind)")
    }
  }

  /// Does the acts for so many milliseconds; how many were done, and the microseconds of the slowest.
  ///
  /// - Parameters:
  ///   - first: the place of the one that is done first.
  ///   - most: how many are done, even if there is time for more.
  func spend(
    _ milliseconds: Int, from first: Int, atMost most: Int = .max, _ session: Session,
    _ carers: (doctor: DoctorID, staff: StaffID)
  ) throws -> Contender.Hurried {
    func each<Subject>(of lot: [Subject], _ act: (Subject) throws -> Void) rethrows -> Contender.Hurried {
      let lot = lot.dropFirst(first).prefix(most)
      return try Contender.hurry(milliseconds) { place in
        guard place < lot.count else { return nil }
        return try Contender.microseconds { try act(lot[lot.startIndex + place]) }
      }
    }
    switch self {
    case .admissions(let lot):
      return try each(of: lot) { patient, room in
        _ = try BedService(session).admit(
          AdmissionOrder(
            patient: patient, room: room, doctor: carers.doctor, staff: carers.staff, complaint: "A trial",
            reason: "a trial"))
      }
    case .departures(let lot): return try each(of: lot) { try checkOut($0, session) }
    case .sales(let lot):
      return try each(of: lot) { draft in
        _ = try InvoiceService(session).issue(draft)
        _ = try PaymentService(session).pay(
          draft, PaymentEntry(.card, Money(cents: 150_00), reference: "A trial"))
      }
    case .dispensings(let lot):
      let service = PharmacyService(session)
      return try each(of: lot) { prescription, item in
        _ = try service.dispense(prescription, [DispenseEntry(item, 1)])
      }
    }
  }

  /// Order, exit, waiver of the night that is charged, and close: four acts.
  private func checkOut(_ bedside: Bedside, _ session: Session) throws {
    let service = CheckOutService(session)
    _ = try service.order(DischargeEntry(diagnosis: "A trial", summary: "Went well."), for: bedside.admission)
    _ = try BedService(session).recordExit(from: bedside)
    for item in try service.again(bedside.admission).openItems {
      _ = try service.waive(item, of: bedside.admission, because: "a trial")
    }
    _ = try service.close(bedside.admission)
  }
}
