import DatabaseKit
import HospitalDomain

/// How prescriptions move on at the pharmacy.
extension PharmacyRecords {
  /// What a prescription stands on, as it is on file now; nil where there is none.
  package func standing(of id: String) throws -> QueueStanding? {
    try transaction.row(
      """
      SELECT patient.family_name, patient.given_name, patient.died_at, admission.discharged_at,
        CASE WHEN admission.status IN ('discharged', 'completed', 'cancelled', 'entered-in-error') THEN 1 ELSE 0 END
          AS is_stay_over, pharmacy.name AS pharmacy_name, pharmacy.closed_at
      FROM prescription JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id
        JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "prescription.patient_id"))
        LEFT JOIN admission ON admission.id = prescription.admission_id
      WHERE prescription.id = \(id)
      """
    ).map { row in
      QueueStanding(
        patient: try row.personName(), diedAt: try row.optionalTimestamp("died_at"),
        leftAt: try row.optionalTimestamp("discharged_at"), isStayOver: try row.flag("is_stay_over"),
        pharmacy: try row.text("pharmacy_name"), closedAt: try row.optionalTimestamp("closed_at"))
    }
  }

  /// Brings a prescription from its stage to the next.
  ///
  /// - Parameters:
  ///   - words: what is written with it; empty for nothing.
  ///   - decline: why it goes back, where it does.
  ///   - second: who signed with the one who does it.
  /// - Throws: a `Refusal` when somebody moved it on meanwhile.
  package func move(
    _ queued: QueuedPrescription, to stage: PharmacyStage, because words: String = "", decline: DeclineReason? = nil,
    second: AccountID? = nil
  ) throws {
    let queuedAt = stage == .waiting ? records.now : queued.work.queuedAt
    let changed = try transaction.execute(
      """
      UPDATE pharmacy_task SET stage = \(stage), queued_at = \(queuedAt),
        decline_code = \(decline?.rawValue), second_by = \(second), \(part: records.nextVersion(because: words))
      WHERE prescription_id = \(queued.id) AND stage = \(queued.work.stage)
      """)
    if changed > 0 { return }
    guard queued.work.since == nil else { throw Refusal.changedMeanwhile }
    let id: Identifier<PharmacyStage> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO pharmacy_task (id, prescription_id, stage, queued_at, decline_code, second_by, version,
        recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(queued.id), \(stage), \(queuedAt), \(decline?.rawValue), \(second), 1, \(records.now),
        \(records.author.account), \(words))
      """)
  }

  /// Puts a prescription on hold, or lets it go on; false when it stood otherwise.
  package func setHold(_ isHeld: Bool, on id: String, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE prescription SET status = \(isHeld ? "on-hold" : "active"), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND status = \(isHeld ? "active" : "on-hold")
      """) > 0
  }

  /// Takes a prescription in hand until a time, or keeps it; false when somebody else has it.
  package func claim(_ id: String, at terminal: String, until end: Timestamp) throws -> Bool {
    let taken = try transaction.execute(
      """
      UPDATE prescription_claim SET account_id = \(records.author.account), terminal = \(terminal),
        claimed_at = \(records.now), expires_at = \(end)
      WHERE prescription_id = \(id) AND (account_id = \(records.author.account) OR expires_at <= \(records.now))
      """)
    if taken > 0 { return true }
    if try transaction.row("SELECT 1 AS one FROM prescription_claim WHERE prescription_id = \(id)") != nil {
      return false
    }
    try transaction.execute(
      """
      INSERT INTO prescription_claim (prescription_id, account_id, terminal, claimed_at, expires_at)
      VALUES (\(id), \(records.author.account), \(terminal), \(records.now), \(end))
      """)
    return true
  }

  /// Renews a claim of one's own that has not ended; false when there is none.
  package func renewClaim(of id: String, until end: Timestamp) throws -> Bool {
    try transaction.execute(
      """
      UPDATE prescription_claim SET claimed_at = \(records.now), expires_at = \(end)
      WHERE prescription_id = \(id) AND account_id = \(records.author.account) AND expires_at > \(records.now)
      """) > 0
  }

  /// Lets go of a prescription that one has in hand; false when one had not.
  @discardableResult package func letGo(_ id: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE prescription_claim SET expires_at = CASE WHEN claimed_at > \(records.now) THEN claimed_at ELSE \(records.now) END
      WHERE prescription_id = \(id) AND account_id = \(records.author.account) AND expires_at > \(records.now)
      """) > 0
  }

  /// Lets go of all that one has in hand at a terminal.
  package func letGoOfAll(at terminal: String) throws {
    try transaction.execute(
      """
      UPDATE prescription_claim SET expires_at = CASE WHEN claimed_at > \(records.now) THEN claimed_at ELSE \(records.now) END
      WHERE account_id = \(records.author.account) AND expires_at > \(records.now) AND terminal = \(terminal)
      """)
  }

  /// Who works on a prescription now; nil for nobody.
  package func liveClaim(of id: String) throws -> PrescriptionClaim? {
    try transaction.row(
      """
      SELECT claim.account_id, claim.terminal, claim.expires_at, account.full_name
      FROM prescription_claim AS claim JOIN account ON account.id = claim.account_id
      WHERE claim.prescription_id = \(id) AND claim.expires_at > \(records.now)
      """
    ).map {
      PrescriptionClaim(
        holder: try $0.identifier("account_id"), name: try $0.text("full_name"), terminal: try $0.text("terminal"),
        until: try $0.timestamp("expires_at"))
    }
  }

  /// Those that came back from the pharmacy to a doctor, all of them; the longest first.
  package func declined(for doctor: DoctorID) throws -> [QueuedPrescription] {
    let ids = try transaction.rows(
      """
      SELECT prescription.id FROM pharmacy_task AS task JOIN prescription ON prescription.id = task.prescription_id
      WHERE task.stage = 'declined' AND prescription.status IN ('active', 'on-hold') AND prescription.doctor_id = \(doctor)
      """
    ).map { try $0.text("id") }
    return try queue(Set(ids)).sorted {
      ($0.work.since ?? .init(milliseconds: 0)) < ($1.work.since ?? .init(milliseconds: 0))
    }
  }

  /// The doctor who wrote a prescription.
  package func prescriber(of id: String) throws -> DoctorID? {
    try transaction.row("SELECT doctor_id FROM prescription WHERE id = \(id)")?.identifier("doctor_id")
  }
}
