import HospitalDomain
import HospitalRecords
import HospitalServices

/// What a pharmacist does without a screen.
extension Contender {
  /// Dispenses so many of the first item of a prescription.
  func dispense(_ prescription: String, _ quantity: Int) throws -> String {
    let service = PharmacyService(session)
    guard let item = try service.preparation(of: prescription).items.first else { throw Refusal.noSuchPrescription }
    return try service.dispense(prescription, [DispenseEntry(item.id, quantity)]).sentence
  }

  /// Verifies, dispenses in part, puts back and dispenses again, for so many milliseconds, whatever is in the queue; how many
  /// acts were done.
  func work(milliseconds: Int) throws -> String {
    let service = PharmacyService(session)
    let end = session.workplace.clock() + .milliseconds(milliseconds)
    var done = 0
    while session.workplace.clock() < end {
      guard let one = try service.queue().prescriptions.randomElement() else { return "\(done)" }
      do {
        switch one.work.stage {
        case .waiting: _ = try service.verify(one.id, because: "a trial")
        case .verified, .partDispensed:
          guard let item = try service.preparation(of: one.id).items.first(where: { $0.owed > 0 }) else { continue }
          _ = try service.dispense(one.id, [DispenseEntry(item.id, Int.random(in: 1...item.owed))])
        case .ready: _ = try service.putBack(one.id, because: "a trial")
        case .handedOver, .declined: continue
        }
        done += 1
      } catch is Refusal {
        continue
      }
    }
    return "\(done)"
  }
}
