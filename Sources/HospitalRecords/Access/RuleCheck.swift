import DatabaseKit

/// A business rule that must hold for everything on file, looked at as a whole. The schema keeps each of them at every
/// change; this proves that nobody has gone around it.
package struct RuleCheck: Sendable {
  /// The rule, as a statement: "an admitted patient is in exactly one room".
  package let rule: String
  /// Finds what breaks it: one row with a column `what` for each.
  let offenders: SQLStatement

  /// Every rule that is checked.
  package static let all: [RuleCheck] =
    [
      RuleCheck(
        rule: "a room has one patient at a time",
        offenders: """
          SELECT room.number AS what FROM stay JOIN room ON room.id = stay.room_id
          WHERE stay.ended_at IS NULL GROUP BY room.id, room.number HAVING COUNT(*) > 1
          """),
      RuleCheck(
        rule: "an admitted patient is in exactly one room",
        offenders: """
          SELECT CAST(patient.number AS TEXT) AS what FROM admission JOIN patient ON patient.id = admission.patient_id
          WHERE admission.status = 'in-progress'
          AND (SELECT COUNT(*) FROM stay WHERE stay.admission_id = admission.id AND stay.ended_at IS NULL) <> 1
          """),
      RuleCheck(
        rule: "only an open admission has a room",
        offenders: """
          SELECT room.number AS what FROM stay JOIN room ON room.id = stay.room_id
          JOIN admission ON admission.id = stay.admission_id
          WHERE stay.ended_at IS NULL AND admission.status NOT IN ('in-progress', 'on-hold')
          """),
      RuleCheck(
        rule: "stays of one room never overlap",
        offenders: """
          SELECT number AS what FROM (
            SELECT room.number AS number, stay.started_at AS started_at,
              MAX(COALESCE(stay.ended_at, 9223372036854775807)) OVER (
                PARTITION BY stay.room_id ORDER BY stay.started_at, stay.id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until
            FROM stay JOIN room ON room.id = stay.room_id WHERE stay.ended_at IS NULL OR stay.ended_at > stay.started_at)
            AS lined_up WHERE taken_until > started_at
          """),
      RuleCheck(
        rule: "a room with a patient is in service",
        offenders: """
          SELECT room.number AS what FROM stay JOIN room ON room.id = stay.room_id
          WHERE stay.ended_at IS NULL AND (room.service_state <> 'in-service' OR room.retired_at IS NOT NULL)
          """),
      RuleCheck(
        rule: "the board shows every room once",
        offenders: """
          SELECT number AS what FROM room_board GROUP BY room_id, number HAVING COUNT(*) <> 1
          UNION ALL SELECT number FROM room
          WHERE retired_at IS NULL AND id NOT IN (SELECT room_id FROM room_board)
          """),
      RuleCheck(
        rule: "a number names one room of the hospital",
        offenders: """
          SELECT room.number AS what FROM room JOIN department ON department.id = room.department_id
          WHERE room.retired_at IS NULL GROUP BY department.hospital_id, room.number HAVING COUNT(*) > 1
          """),
      RuleCheck(
        rule: "a retired department has no rooms and no people",
        offenders: """
          SELECT name AS what FROM department WHERE retired_at IS NOT NULL
          AND (EXISTS (SELECT 1 FROM room WHERE department_id = department.id AND retired_at IS NULL)
            OR EXISTS (SELECT 1 FROM doctor WHERE department_id = department.id AND left_at IS NULL)
            OR EXISTS (SELECT 1 FROM staff WHERE department_id = department.id AND left_at IS NULL))
          """),
      RuleCheck(
        rule: "those who have left have no patients",
        offenders: """
          SELECT doctor.number AS what FROM doctor JOIN admission ON admission.doctor_id = doctor.id
          WHERE doctor.left_at IS NOT NULL AND admission.status IN ('planned', 'in-progress', 'on-hold')
          UNION SELECT staff.number FROM staff JOIN stay ON stay.staff_id = staff.id
          WHERE staff.left_at IS NOT NULL AND stay.ended_at IS NULL
          """),
      RuleCheck(
        rule: "an employee has at most one account",
        offenders: """
          SELECT MIN(username) AS what FROM account WHERE COALESCE(doctor_id, staff_id) IS NOT NULL
          GROUP BY COALESCE(doctor_id, staff_id) HAVING COUNT(*) > 1
          """),
      RuleCheck(
        rule: "the dead are in no room",
        offenders: """
          SELECT CAST(patient.number AS TEXT) AS what FROM patient JOIN admission ON admission.patient_id = patient.id
          JOIN stay ON stay.admission_id = admission.id
          WHERE patient.died_at IS NOT NULL AND stay.ended_at IS NULL
          """),
      RuleCheck(
        rule: "who has left was ordered to, and a closed account was left",
        offenders: """
          SELECT admission_id AS what FROM check_out_stamp AS given WHERE step <> 'order' AND undone_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM check_out_stamp AS former WHERE former.admission_id = given.admission_id
            AND former.undone_at IS NULL AND former.step = CASE given.step WHEN 'exit' THEN 'order' ELSE 'exit' END)
          """),
      RuleCheck(
        rule: "invoices run without gaps",
        offenders: """
          SELECT CAST(year AS TEXT) AS what FROM invoice WHERE number IS NOT NULL
          GROUP BY hospital_id, year HAVING MAX(number) <> COUNT(*)
          UNION ALL SELECT CAST(year AS TEXT) FROM credit_note GROUP BY hospital_id, year HAVING MAX(number) <> COUNT(*)
          """),
      RuleCheck(
        rule: "a credit note is what its lines come to, and no more than its invoice",
        offenders: """
          SELECT CAST(number AS TEXT) AS what FROM credit_note WHERE total_cents <>
            (SELECT SUM(amount_cents) FROM credit_note_line WHERE credit_note_id = credit_note.id)
          """),
      RuleCheck(
        rule: "what was charged to a closed stay is on an invoice, was taken back with one, or is waived",
        offenders: """
          SELECT charge.item AS what FROM open_item JOIN charge ON charge.id = open_item.item_id
          JOIN admission ON admission.id = open_item.admission_id
          WHERE open_item.kind = 'charge' AND admission.status IN ('completed', 'cancelled', 'entered-in-error')
          AND NOT EXISTS (SELECT 1 FROM invoice_line AS billed JOIN invoice AS billing ON billing.id = billed.invoice_id
            WHERE billed.charge_id = charge.id AND billing.number IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM waiver WHERE waiver.kind = 'charge' AND waiver.item_id = open_item.item_id
            AND waiver.admission_id = open_item.admission_id AND waiver.withdrawn_at IS NULL)
          """),
      RuleCheck(
        rule: "the invoice of an imported claim comes to what was claimed",
        offenders: SQLStatement(
          trusted: """
            SELECT claim_id AS what FROM imported_claim WHERE amount_cents <>
              \(ImportSchema.sum("quantity * unit_cents - discount_cents + tax_cents", of: "imported_claim"))
            """)),
      RuleCheck(
        rule: "no invoice is paid beyond what it asks for, and paid ones are paid",
        offenders: SQLStatement(
          trusted: """
            SELECT id AS what FROM (SELECT invoice.id AS id, invoice.status AS status, \(CashSchema.net) AS net,
              \(CashSchema.paid) AS paid FROM invoice) AS summed
            WHERE paid > net OR (status = 'balanced' AND paid <> net)
            """)),
      RuleCheck(
        rule: "nobody is given back more than is kept for them",
        offenders: SQLStatement(
          trusted: """
            SELECT CAST(patient.number AS TEXT) AS what FROM patient WHERE id IN (SELECT patient_id FROM patient_credit)
            AND \(CashSchema.kept("patient.id")) < 0
            """)),
      RuleCheck(
        rule: "a charge stands on one invoice at most",
        offenders: """
          SELECT charge_id AS what FROM invoice_line JOIN invoice ON invoice.id = invoice_line.invoice_id
          WHERE charge_id IS NOT NULL AND invoice.status IN ('draft', 'issued', 'balanced')
          GROUP BY charge_id HAVING COUNT(*) > 1
          """),
      RuleCheck(
        rule: "the audit trail runs without gaps",
        offenders: """
          SELECT 'entry ' || CAST(MAX(id) AS TEXT) AS what FROM audit_entry
          HAVING COUNT(*) > 0 AND (MAX(id) <> COUNT(*) OR MIN(id) <> 1)
          """),
    ] + stock + versioned.map(everyVersionKept)

  /// The tables whose rows change by new versions.
  private static let versioned = [
    "account", "department", "doctor", "staff", "pharmacy", "patient", "room", "admission", "stay", "appointment",
    "prescription", "invoice", "discharge_summary",
  ]

  private static func everyVersionKept(of table: String) -> RuleCheck {
    RuleCheck(
      rule: "every earlier version of a row of \(table) is kept",
      offenders: SQLStatement(
        trusted: """
          SELECT \(table).id AS what FROM \(table) WHERE version > 1
          AND (SELECT COUNT(*) FROM \(table)_version WHERE \(table)_id = \(table).id) <> version - 1
          """))
  }
}

extension RuleCheck {
  /// What breaks the rule, named as people know it; the first few. Empty when the rule holds.
  package func broken(in records: Records, atMost limit: Int = 5) throws -> [String] {
    try records.transaction.rows(offenders + " LIMIT \(limit)").map { try $0.text("what") }
  }
}
