import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices

/// What a pharmacist and a prescriber do without a screen.
extension Contender {
  /// Dispenses so many of the first item of a prescription.
  func dispense(_ prescription: String, _ quantity: Int) throws -> String {
    let service = PharmacyService(session)
    guard let item = try service.preparation(of: prescription).items.first else { throw Refusal.noSuchPrescription }
    return try service.dispense(prescription, [DispenseEntry(item.id, quantity)]).sentence
  }

  /// A prescription that stands on the first page of the queue and not under its cursor.
  func onFirstPage() throws -> String {
    let waiting = try PharmacyService(session).queue().prescriptions.prefix(6).last {
      $0.work.stage == .waiting && !$0.isOnHold
    }
    guard let waiting else { throw Refusal.noSuchPrescription }
    return waiting.id
  }

  /// Takes in hand, verifies, dispenses in part, puts back, dispenses again and hands over, for so many milliseconds, whatever
  /// is in the queue; how many acts were done, and how many refused because somebody was faster.
  func work(milliseconds: Int) throws -> String {
    let service = PharmacyService(session)
    var queue: [String] = []
    return try keepOn(milliseconds) { turn in
      // The queue is read as often as a person looks at it, not before each act.
      if turn % 25 == 0 { queue = try service.queue().prescriptions.map(\.id) }
      guard let id = queue.randomElement(), let one = try service.queue([id]).first else { return false }
      switch one.work.stage {
      case .waiting:
        _ = try service.claim(id)
        _ = try service.verify(id, because: "a trial")
      case .verified, .partDispensed:
        if one.work.stage == .partDispensed, one.work.hasToCollect, Bool.random() {
          _ = try service.handOver(id, to: "the patient")
          return true
        }
        guard let item = try service.preparation(of: id).items.first(where: { $0.owed > 0 }) else { return false }
        _ = try service.dispense(id, [DispenseEntry(item.id, Int.random(in: 1...item.owed))])
      case .ready:
        if Bool.random() {
          _ = try service.putBack(id, because: "a trial")
        } else {
          _ = try service.handOver(id, to: "the patient")
        }
      case .handedOver, .declined: return false
      }
      return true
    }
  }

  /// Prescribes for so many milliseconds, for patients in no room; how many were written, and how many refused.
  func prescribe(milliseconds: Int) throws -> String {
    let author = Records.Author(
      account: session.account.id, hospital: session.hospital.id, now: session.workplace.clock(),
      ids: session.workplace.ids)
    let (patients, medications, pharmacies): ([PatientID], [MedicationID], [PharmacyID]) =
      try session.workplace.engine.read { transaction in
        (
          try transaction.rows("SELECT id FROM patient WHERE died_at IS NULL ORDER BY number DESC LIMIT 500").map {
            try $0.identifier("id")
          },
          try transaction.rows("SELECT id FROM medication WHERE retired_at IS NULL AND is_controlled = 0").map {
            try $0.identifier("id")
          }, try Records(transaction, author: author).pharmacyDirectory.all().map(\.id)
        )
      }
    let dosage = Dosage(amount: try DoseAmount(entry: "1 tablet"), route: .oral, frequency: .timesADay(2), days: 5)
    let service = PrescribingService(session)
    return try keepOn(milliseconds) { _ in
      guard let patient = patients.randomElement(), let medication = medications.randomElement(),
        let pharmacy = pharmacies.randomElement()
      else { return false }
      _ = try service.prescribe(
        PrescriptionOrder(
          patient: patient, admission: nil, pharmacy: pharmacy,
          items: [.init(medication: medication, dosage: dosage, quantity: Int.random(in: 1...20))]), because: "a trial")
      return true
    }
  }

  /// Does acts for so many milliseconds; how many were done, and how many were refused.
  private func keepOn(_ milliseconds: Int, _ act: (_ turn: Int) throws -> Bool) throws -> String {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    var (done, refused, turn) = (0, 0, 0)
    while ContinuousClock.now < end {
      do { if try act(turn) { done += 1 } } catch is Refusal { refused += 1 }
      turn += 1
    }
    return "\(done) \(refused)"
  }
}
