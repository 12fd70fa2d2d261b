import DatabaseKit

extension CheckOutSchema {
  /// The stamps come in their order, and are taken back in the opposite one.
  static let order: [MigrationStep] = [
    .refuse(
      "check_out_order_of_present", on: "check_out_stamp", .insert,
      when: """
        NEW.step = 'order'
        AND NOT EXISTS (SELECT 1 FROM admission WHERE id = NEW.admission_id AND status IN ('in-progress', 'on-hold'))
        """,
      saying: "a discharge is ordered while the patient is in the house"),
    .refuse(
      "check_out_order_has_summary", on: "check_out_stamp", .insert,
      when: """
        NEW.step = 'order' AND NOT EXISTS (SELECT 1 FROM discharge_summary WHERE admission_id = NEW.admission_id)
        """,
      saying: "a discharge is ordered with a diagnosis and a summary"),
    .refuse(
      "check_out_exit_after_order", on: "check_out_stamp", .insert,
      when: "NEW.step = 'exit' AND NOT \(isStamped("order", "NEW"))",
      saying: "nobody leaves before the discharge is ordered"),
    .refuse(
      "check_out_close_after_exit", on: "check_out_stamp", .insert,
      when: "NEW.step = 'close' AND NOT \(isStamped("exit", "NEW"))",
      saying: "an account is closed after the patient has left"),
    .refuse(
      "check_out_close_settled", on: "check_out_stamp", .insert,
      when: "NEW.step = 'close' AND \(isOpen("NEW.admission_id"))",
      saying: "an account is closed when everything open is settled or waived"),
    .refuse(
      "check_out_undo_in_order", on: "check_out_stamp", .update,
      when: """
        NEW.undone_at IS NOT NULL AND (OLD.step = 'close' OR (OLD.step = 'order' AND \(isStamped("exit", "OLD")))
          OR (OLD.step = 'exit' AND \(isStamped("close", "OLD"))))
        """,
      saying: "the last stamp is undone first, and a close never"),
    .announce(
      "room", from: "check_out_stamp", keys: "SELECT room_id AS key FROM stay WHERE admission_id = ROW.admission_id"),
  ]

  /// An admission goes from state to state by its stamps.
  static let admissions: [MigrationStep] = [
    .refuse(
      "admission_left_by_stamp", on: "admission", .update,
      when: """
        NEW.status = 'discharged' AND OLD.status <> 'discharged' AND NOT \(isStamped("exit", "NEW", id: "id"))
        AND NOT EXISTS (SELECT 1 FROM stay WHERE admission_id = NEW.id AND ended_at IS NULL)
        """,
      saying: "a patient has left when the exit is stamped"),
    .refuse(
      "admission_completed_by_stamp", on: "admission", .update,
      when: "NEW.status = 'completed' AND OLD.status = 'discharged' AND NOT \(isStamped("close", "NEW", id: "id"))",
      saying: "a stay is completed when its account is closed"),
    .refuse(
      "admission_reopened_by_undoing", on: "admission", .update,
      when: "NEW.status = 'in-progress' AND OLD.status = 'discharged' AND \(isStamped("exit", "NEW", id: "id"))",
      saying: "undo the exit first"),
    .refuse(
      "admission_on_leave", on: "admission", .update,
      when: """
        (NEW.status = 'on-hold') <> EXISTS (SELECT 1 FROM patient_leave WHERE admission_id = NEW.id AND ended_at IS NULL)
        """,
      saying: "a patient is on leave while a leave is recorded"),
  ]

  private static func isStamped(_ step: String, _ row: String, id column: String = "admission_id") -> String {
    """
    EXISTS (SELECT 1 FROM check_out_stamp AS given WHERE given.admission_id = \(row).\(column) AND given.step = '\(step)'
      AND given.undone_at IS NULL)
    """
  }
}
