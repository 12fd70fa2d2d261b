import HospitalDomain
import HospitalRecords

/// Verifying a prescription before anything is dispensed (M3, M4).
extension PharmacyService {
  /// Verifies a prescription.
  package func verify(_ id: String) throws -> DoneAct {
    let queued = try act(on: id, because: "") { records, queued in
      let next = try PharmacyStageRule.check(.verify, on: queued.prescription.number, at: queued.work.stage)
      try records.pharmacy.move(queued, to: next)
      try records.pharmacy.letGo(id)
    }
    return DoneAct("\(name(queued)) is verified") { try PharmacyService($0).lookAgain(id, because: "undo") }
  }

  /// Lets a prescription that was verified wait to be verified again.
  package func lookAgain(_ id: String, because reason: String) throws -> DoneAct {
    let queued = try act(on: id, because: reason) { records, queued in
      let next = try PharmacyStageRule.check(.sendAgain, on: queued.prescription.number, at: queued.work.stage)
      guard queued.work.stage == .verified else {
        throw Refusal.prescriptionCannot(.sendAgain, queued.prescription.number, queued.work.stage)
      }
      try records.pharmacy.move(queued, to: next, because: reason)
      try records.pharmacy.letGo(id)
    }
    return DoneAct("\(name(queued)) waits to be verified again") { try PharmacyService($0).verify(id) }
  }
}
