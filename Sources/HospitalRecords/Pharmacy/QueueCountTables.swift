import DatabaseKit

extension Migration {
  /// What waits at each pharmacy is counted in an index, without a look at any prescription (M1).
  static let queueCounts = Migration(
    "2026-11-queue-counts",
    [
      .define(
        """
        CREATE INDEX prescription_counted ON prescription (pharmacy_id, priority, status)
        WHERE status IN ('active', 'on-hold')
        """)
    ])
}
