import DatabaseKit

extension Migration {
  /// No service passes without an invoice, a cancellation or a waiver that answers for it (B6).
  static let uninvoiced = Migration("2026-11-uninvoiced", UninvoicedSchema.indexes + UninvoicedSchema.guards)
}

/// What keeps services from passing unbilled, and the indexes by which those that wait are found.
enum UninvoicedSchema {
  /// The states of a stay whose account is open.
  static let unsettled = "('planned', 'in-progress', 'on-hold', 'discharged')"

  static let indexes: [MigrationStep] = [
    .define("CREATE INDEX admission_unsettled ON admission (status) WHERE status IN \(unsettled)"),
    .define("CREATE INDEX waiver_by_kind ON waiver (kind, item_id) WHERE withdrawn_at IS NULL"),
  ]

  /// An admission that is cancelled has nothing charged to it at all: see `Migration.admissionGuards`.
  static let guards: [MigrationStep] = [
    .refuse(
      "admission_struck_out_without_charges", on: "admission", .update,
      when: """
        NEW.status <> OLD.status AND NEW.status = 'entered-in-error' AND EXISTS (
          SELECT 1 FROM charge WHERE charge.admission_id = NEW.id AND NOT \(isAnswered("charge.id")))
        """,
      saying: "a stay to which something is charged is billed, or the charge cancelled, before it is struck out"),
    .refuse(
      "check_out_close_with_nights", on: "check_out_stamp", .insert,
      given: { dialect in
        """
        NEW.step = 'close' AND \(charged) < (
          SELECT COALESCE(SUM(\(provable)), 0) FROM stay JOIN room ON room.id = stay.room_id
            JOIN department ON department.id = room.department_id
          WHERE stay.admission_id = NEW.admission_id
            AND \(priced(dialect.date(ofMilliseconds: "stay.started_at - 86400000"))))
        """
      },
      saying: "an account is closed when the nights of the stay are charged"),
  ]

  /// The condition that a charge is on an invoice that was issued, cancelled, or taken back by a credit note.
  static func isAnswered(_ charge: String) -> String {
    """
    (EXISTS (SELECT 1 FROM invoice_line AS billed JOIN invoice AS billing ON billing.id = billed.invoice_id
      WHERE billed.charge_id = \(charge) AND billing.number IS NOT NULL)
     OR EXISTS (SELECT 1 FROM charge_cancellation AS gone WHERE gone.charge_id = \(charge)))
    """
  }

  /// The nights that are charged to the admission, of all of its stays together: a part day that was charged before the
  /// patient was brought back is the first night after it (`RoomNights.due`).
  private static let charged = """
    (SELECT COALESCE(SUM(quantity), 0) FROM charge WHERE charge.admission_id = NEW.admission_id
      AND charge.category = 'room')
    """

  /// The midnights that `stay` holds wherever the hospital is, and whatever its clocks did: a day has 25 hours at most. A
  /// patient who had one room alone is charged one night at least.
  private static let provable = """
    (CASE WHEN stay.ended_at - stay.started_at >= 90000000 THEN (stay.ended_at - stay.started_at) / 90000000
      WHEN (SELECT COUNT(*) FROM stay AS other WHERE other.admission_id = stay.admission_id) = 1 THEN 1 ELSE 0 END)
    """

  /// The condition that `room` has always been of the kind that it is, which has had a price since before a day, and was
  /// never withdrawn.
  private static func priced(_ day: String) -> String {
    """
    EXISTS (SELECT 1 FROM price WHERE price.hospital_id = department.hospital_id
      AND price.code = 'BED-' || upper(room.kind) AND price.unit_cents IS NOT NULL AND price.valid_from < \(day))
    AND NOT EXISTS (SELECT 1 FROM price WHERE price.hospital_id = department.hospital_id
      AND price.code = 'BED-' || upper(room.kind) AND price.unit_cents IS NULL)
    AND NOT EXISTS (SELECT 1 FROM room_version WHERE room_version.room_id = room.id AND room_version.kind <> room.kind
      AND NOT EXISTS (SELECT 1 FROM room_version AS later WHERE later.room_id = room.id AND later.kind = room.kind
        AND later.version > room_version.version AND later.recorded_at <= stay.started_at))
    """
  }
}
