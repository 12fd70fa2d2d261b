import DatabaseKit
import HospitalDomain

/// Check-outs: stamps, discharge summaries and leave.
package struct CheckOutRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// The steps that were done, in order.
  package func stamps(of admission: AdmissionID) throws -> [CheckOutStamp] {
    let stamps = try transaction.rows(
      """
      SELECT check_out_stamp.step, check_out_stamp.stamped_at, account.full_name
      FROM check_out_stamp JOIN account ON account.id = check_out_stamp.stamped_by
      WHERE check_out_stamp.admission_id = \(admission) AND check_out_stamp.undone_at IS NULL
      """
    ).map { row in
      CheckOutStamp(step: try row.code("step"), at: try row.timestamp("stamped_at"), by: try row.text("full_name"))
    }
    return CheckOutStep.allCases.flatMap { step in stamps.filter { $0.step == step } }
  }

  /// Stamps a step, now.
  package func stamp(_ step: CheckOutStep, on admission: AdmissionID) throws {
    let id: Identifier<CheckOutStamp> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO check_out_stamp (id, admission_id, step, stamped_at, stamped_by)
      VALUES (\(id), \(admission), \(step), \(records.now), \(records.author.account))
      """)
  }

  /// Takes a stamp back; false when the step was not stamped.
  package func undo(_ step: CheckOutStep, on admission: AdmissionID, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE check_out_stamp SET undone_at = \(records.now), undone_by = \(records.author.account), undo_reason = \(reason)
      WHERE admission_id = \(admission) AND step = \(step) AND undone_at IS NULL
      """) > 0
  }

  /// The order that stands; nil where none was given or it was withdrawn.
  package func order(of admission: AdmissionID) throws -> DischargeOrder? {
    try transaction.row(
      """
      SELECT discharge_summary.* FROM discharge_summary JOIN check_out_stamp AS given
        ON given.admission_id = discharge_summary.admission_id AND given.step = 'order' AND given.undone_at IS NULL
      WHERE discharge_summary.admission_id = \(admission)
      """
    ).map { row in
      DischargeOrder(
        disposition: try row.code("disposition"), diagnosis: try row.text("diagnosis"),
        summary: try row.text("summary"), diedAt: try row.optionalTimestamp("died_at"))
    }
  }

  /// Which writing of the order stands; nil where none was given or it was withdrawn.
  package func edition(of admission: AdmissionID) throws -> OrderEdition? {
    try transaction.row(
      """
      SELECT discharge_summary.version, discharge_summary.recorded_at, account.full_name FROM discharge_summary
        JOIN check_out_stamp AS given
          ON given.admission_id = discharge_summary.admission_id AND given.step = 'order' AND given.undone_at IS NULL
        JOIN account ON account.id = discharge_summary.recorded_by
      WHERE discharge_summary.admission_id = \(admission)
      """
    ).map {
      OrderEdition(version: try $0.count("version"), by: try $0.text("full_name"), at: try $0.timestamp("recorded_at"))
    }
  }

  /// Writes the discharge summary of an admission, as a new version where there is one.
  package func write(_ order: DischargeOrder, for admission: AdmissionID, because reason: String = "") throws {
    let changed = try transaction.execute(
      """
      UPDATE discharge_summary SET disposition = \(order.disposition), diagnosis = \(order.diagnosis),
        summary = \(order.summary), died_at = \(order.diedAt), \(part: records.nextVersion(because: reason))
      WHERE admission_id = \(admission)
      """)
    guard changed == 0 else { return }
    let id: Identifier<DischargeOrder> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO discharge_summary (id, admission_id, disposition, diagnosis, summary, died_at,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(admission), \(order.disposition), \(order.diagnosis), \(order.summary), \(order.diedAt),
        \(part: records.firstVersion))
      """)
  }

  // MARK: Leave

  /// The leave that a patient is on.
  package func leave(of admission: AdmissionID) throws -> LeaveLine? {
    try transaction.row("SELECT * FROM patient_leave WHERE admission_id = \(admission) AND ended_at IS NULL").map {
      LeaveLine(
        since: try $0.timestamp("started_at"), backAt: try $0.timestamp("back_at"), reason: try $0.text("reason"))
    }
  }

  /// Begins a leave, now.
  package func beginLeave(of admission: AdmissionID, until back: Timestamp, because reason: String) throws {
    let id: Identifier<LeaveLine> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO patient_leave (id, admission_id, started_at, started_by, back_at, reason)
      VALUES (\(id), \(admission), \(records.now), \(records.author.account), \(back), \(reason))
      """)
  }

  /// Ends the leave of a patient; false when there was none.
  package func endLeave(of admission: AdmissionID) throws -> Bool {
    try transaction.execute(
      """
      UPDATE patient_leave SET ended_at = CASE WHEN started_at > \(records.now) THEN started_at ELSE \(records.now) END,
        ended_by = \(records.author.account)
      WHERE admission_id = \(admission) AND ended_at IS NULL
      """) > 0
  }

  /// The room that an admission had last, who was assigned there, and the isolation that ended with it; for taking an exit
  /// back.
  package func lastPlace(of admission: AdmissionID) throws -> (
    room: RoomID, staff: StaffID, isolation: IsolationKind?, reason: String
  )? {
    try transaction.row(
      """
      SELECT stay.room_id, stay.staff_id, isolation.kind, COALESCE(isolation.reason, '') AS reason FROM stay
      LEFT JOIN isolation ON isolation.admission_id = stay.admission_id AND isolation.ended_at = stay.ended_at
      WHERE stay.admission_id = \(admission) ORDER BY stay.started_at DESC, stay.id DESC LIMIT 1
      """
    ).map { row in
      (
        try row.identifier("room_id"), try row.identifier("staff_id"), try row.optionalCode("kind"),
        try row.text("reason")
      )
    }
  }
}

extension Records {
  /// Check-outs.
  package var checkOuts: CheckOutRecords { CheckOutRecords(records: self) }
}
