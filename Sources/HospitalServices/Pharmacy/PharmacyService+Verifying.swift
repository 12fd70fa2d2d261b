import HospitalDomain
import HospitalRecords

/// Verifying a prescription before anything is dispensed (M3, M4).
extension PharmacyService {
  /// Verifies a prescription. What speaks against it is looked at again: what is major takes a written reason, and what is
  /// contraindicated a second person's signature too, who has not signed for it before. Nobody verifies what they prescribed.
  ///
  /// - Parameters:
  ///   - reason: why it is right nevertheless; empty where nothing serious speaks against it.
  ///   - signature: the second person.
  ///   - read: what was shown to both, by identifiers: what came up since is not passed unseen. Nil where nothing was.
  package func verify(
    _ id: String, because reason: String = "", signedBy signature: SecondSignature? = nil,
    having read: Set<String>? = nil
  ) throws -> DoneAct {
    let words = reason.isEmpty ? "" : try WrittenReason.read(reason, to: "verify it nevertheless")
    let second = try signer(signature)
    let queued = try act(on: id, because: words) { records, queued in
      try second?.sign(in: records)
      let number = queued.prescription.number
      try checkStanding(queued, in: records)
      let next = try PharmacyStageRule.check(.verify, on: number, at: queued.work.stage)
      let first = try records.prescribing.firstLook(at: id)
      try first.checkVerifier(session.account.id, of: number)
      let report = try records.pharmacy.findings(of: id)
      try report.checkRead(read, orElse: "Leave with Esc and press v again")
      try DispenseRule.check(verifying: number, against: report, reason: words, isSigned: second != nil)
      let isGrave = report.worst?.needsSignature ?? false
      if isGrave, let role = second?.account.role, !PrescribingRule.signers.contains(role) {
        throw Refusal.secondMayNotSign(role)
      }
      if let account = second?.account {
        try first.checkSecond(account.id, name: account.fullName, of: number)
      }
      for finding in report.findings where finding.level.needsReason {
        try records.prescribing.override(
          finding, on: id, because: words, signedBy: finding.level.needsSignature ? second?.account.id : nil)
      }
      try records.pharmacy.move(queued, to: next, because: words, second: second?.account.id)
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
    let was = queued.work.words
    return DoneAct("\(name(queued)) waits to be verified again") { try PharmacyService($0).verify(id, because: was) }
  }
}
