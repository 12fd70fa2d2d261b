import DatabaseKit

extension Migration {
  /// A discharge order that stands is changed with a reason (A4).
  static let dischargeOrders = Migration(
    "2026-11-discharge-orders",
    [
      .refuse(
        "discharge_summary_changed_with_reason", on: "discharge_summary", .update,
        when: """
          trim(NEW.change_reason) = '' AND EXISTS (SELECT 1 FROM check_out_stamp AS given
            WHERE given.admission_id = NEW.admission_id AND given.step = 'order' AND given.undone_at IS NULL)
          """,
        saying: "an order that stands is changed with a reason")
    ])
}
