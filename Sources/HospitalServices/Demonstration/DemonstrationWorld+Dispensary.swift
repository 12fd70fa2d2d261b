import DatabaseKit
import HospitalDomain
import HospitalRecords

/// What the pharmacists have done with the queue of today.
extension DemonstrationWorld {
  /// Verified, prepared in part and whole, and sent back; and two more that speak against themselves: an antibiotic for
  /// somebody who must not have it, and two medicines that must not meet.
  func workQueue(_ today: Records) throws {
    try prescribeAgainst(today)
    guard let pharmacist = try today.accounts.find(username: "pharmacist")?.account.id else { return }
    let then = records(today, at: now - .minutes(3), by: pharmacist)
    let queue = try then.pharmacy.queue(limit: 100).prescriptions.filter { !$0.isOnHold && !$0.priority.isPressing }
    for (place, queued) in queue.enumerated() where place % 2 == 1 {
      if place % 8 == 5 {
        try then.pharmacy.move(
          queued, to: .declined, because: "dose is for an adult; please look again", decline: .other)
        continue
      }
      guard try then.pharmacy.findings(of: queued.id).worst.map({ !$0.needsReason }) ?? true else { continue }
      try then.pharmacy.move(queued, to: .verified)
      if place % 8 != 1 { _ = try dispense(queued, isPart: place % 8 == 7, then) }
    }
    // One at least is ready for somebody in a ward, so that the ward sees what it can collect.
    for queued in queue where !queued.work.room.isEmpty {
      let now = try then.pharmacy.expectedQueued(queued.id)
      guard now.work.stage == .waiting, try then.pharmacy.findings(of: queued.id).worst.map({ !$0.needsReason }) ?? true
      else { continue }
      try then.pharmacy.move(now, to: .verified)
      if try dispense(now, isPart: false, then) { return }
    }
  }

  /// Dispenses what is there, if nothing of it takes two people; false where it was not.
  private func dispense(_ queued: QueuedPrescription, isPart: Bool, _ then: Records) throws -> Bool {
    let today = localTime.date(of: then.now)
    let verified = try then.pharmacy.expectedQueued(queued.id)
    let items = try then.pharmacy.dispenseItems(of: verified, on: today)
    guard let pharmacy = queued.work.pharmacy, items.allSatisfy({ !$0.isControlled && $0.available >= $0.owed }) else {
      return false
    }
    for item in items {
      let quantity = isPart ? max(1, item.owed / 2) : item.owed
      let taken = try then.pharmacy.take(
        quantity, of: item.medication, at: pharmacy, for: .prescription(item.id), on: today)
      for share in taken {
        try then.pharmacy.note(share, for: item.id, of: verified, because: "", charge: nil, second: nil)
      }
    }
    try then.pharmacy.move(
      verified, to: isPart ? .partDispensed : .ready, because: isPart ? "the rest comes tomorrow" : "")
    return true
  }

  /// Amoxicillin for somebody with an allergy to penicillin, and warfarin with ibuprofen.
  private func prescribeAgainst(_ today: Records) throws {
    let here = admitted.filter(\.isOpen)
    let allergic = try Set(
      today.transaction.rows(
        "SELECT patient_id FROM allergy WHERE substance LIKE 'Penicillin%' AND struck_out_at IS NULL"
      )
      .map { try $0.text("patient_id") })
    guard let pharmacy = pharmacies.first else { return }
    if let stay = here.first(where: { allergic.contains($0.resident.id.text) }) {
      let then = records(today, at: now - .minutes(12))
      try then.pharmacy.prescribe(
        [item(2)], for: stay.resident.id, in: stay.admission, by: stay.doctor, to: pharmacy, status: "active",
        priority: "urgent")
    }
    if let stay = here.last {
      let then = records(today, at: now - .minutes(11))
      try then.pharmacy.prescribe(
        [item(7), item(1)], for: stay.resident.id, in: stay.admission, by: stay.doctor, to: pharmacy, status: "active",
        priority: "urgent")
    }
  }
}
