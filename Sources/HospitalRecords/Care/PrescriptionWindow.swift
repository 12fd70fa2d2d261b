import DatabaseKit
import HospitalDomain

extension Migration {
  /// The window of prescriptions (B11): what was prescribed is amended or struck out by its author for 24 hours, then fixed;
  /// what becomes of it, such as dispensed, stopped or held, goes on. And of every table with versions: its history comes of
  /// its changes alone (B10).
  static let amendmentWindow = Migration(
    "2026-11-amendment-window",
    AmendmentGuards(
      table: "prescription", noun: "prescription",
      author: """
        COALESCE((SELECT recorded_by FROM prescription_version WHERE prescription_id = OLD.id AND version = 1),
          OLD.recorded_by)
        """,
      isAmended: """
        NEW.pharmacy_id IS NOT OLD.pharmacy_id OR NEW.priority IS NOT OLD.priority OR NEW.note IS NOT OLD.note
        OR NEW.status = 'entered-in-error'
        """,
      isStruckOut: "ROW.status = 'entered-in-error'"
    ).steps + [
      .refuse(
        "prescription_item_window_over", on: "prescription_item", .insert,
        given: { dialect in
          """
          EXISTS (SELECT 1 FROM prescription WHERE id = NEW.prescription_id
            AND (status = 'entered-in-error'
              OR written_at + \(AmendmentWindow.length.wholeMilliseconds) <= \(dialect.nowMilliseconds)))
          """
        },
        saying: "what was prescribed is fixed 24 hours after it was written")
    ] + histories.flatMap(MigrationStep.historyOfChanges))

  /// The tables with versions that there were before.
  private static let histories = [
    "account", "admission", "appointment", "department", "discharge_summary", "doctor", "invoice", "patient",
    "pharmacy",
    "prescription", "room", "staff", "stay",
  ]
}
