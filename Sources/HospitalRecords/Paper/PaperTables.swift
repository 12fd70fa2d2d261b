import DatabaseKit

extension Migration {
  /// What was taken in last is found by when it was taken.
  static let paperIndexes = Migration(
    "2026-11-paper-indexes",
    [
      .define("CREATE INDEX payment_by_time ON payment (received_at, id)"),
      .define("CREATE INDEX patient_deposit_by_time ON patient_credit (received_at, id) WHERE kind = 'deposit'"),
    ])
}
