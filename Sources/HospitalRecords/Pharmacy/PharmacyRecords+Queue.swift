import DatabaseKit
import HospitalDomain

extension PharmacyRecords {
  /// The identifier of the prescription of a number; nil where there is none.
  package func prescription(numbered number: Int) throws -> String? {
    try transaction.row("SELECT id FROM prescription WHERE number = \(Int64(number))")?.text("id")
  }

  /// The prescriptions that are chosen, as many as `limit`, in the order of the queue: by the index that holds none that are
  /// done.
  package func queue(_ choice: QueueChoice = QueueChoice(), limit: Int) throws -> PrescriptionQueue {
    let isDone = choice.kind == .handedOver
    let order: SQLStatement =
      isDone ? "task.recorded_at DESC" : "\(part: Self.turn), prescription.written_at, prescription.number"
    let rows = try transaction.rows(
      """
      SELECT \(part: Self.queueColumns) FROM \(part: isDone ? Self.doneTables : Self.queueTables)
      \(part: queueJoins) WHERE \(part: condition(of: choice)) ORDER BY \(part: order) LIMIT \(limit + 1)
      """)
    return PrescriptionQueue(try queued(Array(rows.prefix(limit))), isCut: rows.count > limit)
  }

  /// These prescriptions, whatever their state.
  package func queue(_ ids: Set<String>) throws -> [QueuedPrescription] {
    let sorted = ids.sorted()
    return try stride(from: 0, to: sorted.count, by: 500).flatMap { start in
      try queued(
        try transaction.rows(
          """
          SELECT \(part: Self.queueColumns) FROM \(part: Self.queueTables) \(part: queueJoins)
          WHERE prescription.id IN (\(list: Array(sorted[start..<min(start + 500, sorted.count)])))
          """))
    }
  }

  /// One prescription.
  ///
  /// - Throws: a `Refusal` where there is none.
  package func expectedQueued(_ id: String) throws -> QueuedPrescription {
    guard let queued = try queue([id]).first else { throw Refusal.noSuchPrescription }
    return queued
  }

  /// What waits, counted; at one pharmacy, or at all.
  ///
  /// Every session at the counter asks for it at every change. So what is not done is counted in an index, and the few
  /// that are declined or ready are looked at one by one.
  package func counts(at pharmacy: PharmacyID?) throws -> QueueCounts {
    var counts = QueueCounts()
    let open: SQLStatement = """
      prescription.status IN ('active', 'on-hold') \(part: pharmacy.map { "AND prescription.pharmacy_id = \($0)" } ?? "")
      """
    let group: SQLStatement = "GROUP BY prescription.priority, prescription.status"
    try transaction.forEachRow(
      """
      SELECT prescription.priority, prescription.status, 'waiting' AS stage, COUNT(*) AS number FROM prescription
      WHERE \(part: open) \(part: group)
      """
    ) { try counts.add(1, $0) }
    try transaction.forEachRow(
      """
      SELECT prescription.priority, prescription.status, task.stage, COUNT(*) AS number
      FROM pharmacy_task AS task JOIN prescription ON prescription.id = task.prescription_id
      WHERE task.stage IN ('ready', 'declined') AND \(part: open) \(part: group), task.stage
      """
    ) { row in
      try counts.add(-1, row, as: .waiting)
      try counts.add(1, row)
    }
    counts.ready = try readyCount(at: pharmacy)
    return counts
  }

  /// How many can be collected, wholly or in part.
  private func readyCount(at pharmacy: PharmacyID?) throws -> Int {
    let condition = condition(of: QueueChoice(pharmacy: pharmacy, kind: .ready))
    return try transaction.row(
      """
      SELECT COUNT(*) AS number FROM pharmacy_task AS task JOIN prescription ON prescription.id = task.prescription_id
      WHERE \(part: condition)
      """)?.count("number") ?? 0
  }

  /// Those that cannot wait and that nobody has verified, every one.
  package func pressing() throws -> Set<String> {
    var ids: Set<String> = []
    try transaction.forEachRow(
      """
      SELECT prescription.id FROM prescription LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id
      WHERE \(part: Self.isPressing)
      """
    ) { ids.insert(try $0.text("id")) }
    return ids
  }

  /// The first of those that cannot wait and that nobody has verified, the most pressing first; only those among some
  /// prescriptions, where these are named.
  package func pressing(limit: Int, among ids: Set<String>? = nil) throws -> [PressingPrescription] {
    let chosen: SQLStatement = ids.map { "AND prescription.id IN (\(list: $0.sorted()))" } ?? ""
    return try transaction.rows(
      """
      SELECT prescription.id, prescription.number, prescription.priority, COALESCE(room.number, '') AS room_number
      FROM prescription LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id
        LEFT JOIN stay ON stay.admission_id = prescription.admission_id AND stay.ended_at IS NULL
        LEFT JOIN room ON room.id = stay.room_id
      WHERE \(part: Self.isPressing) \(part: chosen)
      ORDER BY \(part: Self.turn), prescription.written_at, prescription.number LIMIT \(limit)
      """
    ).map { row in
      PressingPrescription(
        id: try row.text("id"), number: try row.integer("number"), priority: try row.code("priority"),
        room: try row.text("room_number"))
    }
  }

  // MARK: Pieces

  /// Tells what cannot wait and is not verified; the first words name the index of what is not done.
  private static let isPressing: SQLStatement = """
    prescription.status IN ('active', 'on-hold') AND prescription.status = 'active' AND \(part: turn) < 4
      AND COALESCE(task.stage, 'waiting') = 'waiting'
    """

  private static let turn = SQLStatement(trusted: PharmacyTaskSchema.turn("prescription.priority"))

  private static let queueTables: SQLStatement = "prescription"
  private static let doneTables: SQLStatement =
    "pharmacy_task AS done JOIN prescription ON prescription.id = done.prescription_id"

  private static let queueColumns: SQLStatement = """
    prescription.id, prescription.number, prescription.written_at, prescription.status, prescription.priority,
    prescription.note, prescription.change_reason, prescription.pharmacy_id, pharmacy.name AS pharmacy_name,
    doctor.family_name, doctor.given_name, task.stage, task.queued_at, task.recorded_at AS stage_since,
    task.change_reason AS stage_words, task.decline_code, prescription.recorded_at, keeper.full_name AS keeper_name, worker.full_name AS worker_name,
    claim.account_id AS claim_account_id, claim.terminal AS claim_terminal, claim.expires_at AS claim_until,
    claimer.full_name AS claimer_name,
    CASE WHEN \(part: SQLStatement(trusted: DispenseSchema.isToCollect("prescription.id"))) THEN 1 ELSE 0 END AS is_to_collect,
    room.number AS room_number, department.id AS ward_id, department.name AS ward_name, \(part: SQLRow.listedPatientColumns)
    """

  private var queueJoins: SQLStatement {
    """
    JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "prescription.patient_id"))
    JOIN doctor ON doctor.id = prescription.doctor_id JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id
    LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id
    LEFT JOIN account AS keeper ON keeper.id = prescription.recorded_by AND prescription.status = 'on-hold'
    LEFT JOIN account AS worker ON worker.id = task.recorded_by
    LEFT JOIN prescription_claim AS claim ON claim.prescription_id = prescription.id AND claim.expires_at > \(records.now)
    LEFT JOIN account AS claimer ON claimer.id = claim.account_id
    LEFT JOIN stay ON stay.admission_id = prescription.admission_id AND stay.ended_at IS NULL
    LEFT JOIN room ON room.id = stay.room_id LEFT JOIN department ON department.id = room.department_id
    """
  }

  private func condition(of choice: QueueChoice) -> SQLStatement {
    var parts: [SQLStatement] = []
    if choice.kind == .handedOver {
      parts.append("done.stage = 'handed-over' AND done.recorded_at > \(records.now - QueueChoice.handedOverFor)")
    } else {
      parts.append("prescription.status IN ('active', 'on-hold')")
    }
    switch choice.kind {
    case nil: parts.append("COALESCE(task.stage, 'waiting') NOT IN ('handed-over', 'declined')")
    case .onHold:
      parts.append(
        "prescription.status = 'on-hold' AND COALESCE(task.stage, 'waiting') NOT IN ('handed-over', 'declined')")
    case .declined: parts.append("task.stage = 'declined'")
    case .handedOver: break
    case .ready:
      parts.append(
        """
        prescription.status = 'active' AND task.stage IN ('ready', 'part-dispensed')
          AND \(part: SQLStatement(trusted: DispenseSchema.isToCollect("prescription.id")))
        """)
    case .waiting, .verified, .partDispensed:
      parts.append("prescription.status = 'active' AND COALESCE(task.stage, 'waiting') = \(stage(of: choice.kind))")
    }
    if let pharmacy = choice.pharmacy { parts.append("prescription.pharmacy_id = \(pharmacy)") }
    if let ward = choice.ward { parts.append("department.id = \(ward)") }
    return parts.joined(separator: " AND ")
  }

  private func stage(of kind: QueueChoice.Kind?) -> PharmacyStage {
    switch kind {
    case .verified: .verified
    case .partDispensed: .partDispensed
    default: .waiting
    }
  }

  private func queued(_ rows: [SQLRow]) throws -> [QueuedPrescription] {
    let items = try items(of: rows.map { try $0.text("id") })
    return try rows.map { row in
      QueuedPrescription(
        patient: try records.listedPatient(row), priority: try row.code("priority"),
        prescription: try row.prescription(items: items[row.text("id")] ?? []), work: try row.pharmacyWork())
    }
  }

  private func items(of prescriptions: [String]) throws -> [String: [PatientPrescription.Item]] {
    var items: [String: [PatientPrescription.Item]] = [:]
    for start in stride(from: 0, to: prescriptions.count, by: 500) {
      let some = Array(prescriptions[start..<min(start + 500, prescriptions.count)])
      try transaction.forEachRow(
        """
        SELECT prescription_item.*, medication.name, medication.strength, medication.form
        FROM prescription_item JOIN medication ON medication.id = prescription_item.medication_id
        WHERE prescription_item.prescription_id IN (\(list: some))
        ORDER BY prescription_item.prescription_id, prescription_item.position
        """
      ) { row in items[try row.text("prescription_id"), default: []].append(try row.prescribedItem()) }
    }
    return items
  }
}

extension QueueCounts {
  /// Counts what a row tells, or takes it away again: as it stands there, or as if it were at another stage.
  fileprivate mutating func add(_ sign: Int, _ row: SQLRow, as other: PharmacyStage? = nil) throws {
    let (stage, number): (PharmacyStage, Int) = (try other ?? row.code("stage"), sign * (try row.count("number")))
    if stage == .declined { declined += number }
    guard stage.isOpen else { return }
    let priority: PrescriptionPriority = try row.code("priority")
    queued += number
    if priority.isPressing, stage != .ready {
      let left = (pressing[priority] ?? 0) + number
      pressing[priority] = left == 0 ? nil : left
    }
    if try row.text("status") == "on-hold" { onHold += number }
  }
}

extension SQLRow {
  /// What the pharmacy has done, of the columns of the queue.
  fileprivate func pharmacyWork() throws -> PharmacyWork {
    var work = PharmacyWork()
    work.pharmacy = try identifier("pharmacy_id")
    (work.ward, work.wardName) = (try optionalIdentifier("ward_id"), try optionalText("ward_name") ?? "")
    work.room = try optionalText("room_number") ?? ""
    if try text("status") == "on-hold" {
      work.holdReason = try text("change_reason")
      work.held = Recorded(by: try text("keeper_name"), at: try timestamp("recorded_at"))
    }
    if let stage: PharmacyStage = try optionalCode("stage") {
      (work.stage, work.queuedAt) = (stage, try optionalTimestamp("queued_at"))
      (work.since, work.by, work.words) = (
        try timestamp("stage_since"), try text("worker_name"), try text("stage_words")
      )
      work.decline = try optionalCode("decline_code")
      work.hasToCollect = try flag("is_to_collect")
    }
    if let holder: AccountID = try optionalIdentifier("claim_account_id") {
      work.claim = PrescriptionClaim(
        holder: holder, name: try text("claimer_name"), terminal: try text("claim_terminal"),
        until: try timestamp("claim_until"))
    }
    return work
  }
}
