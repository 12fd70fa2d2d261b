import DatabaseKit

extension RuleCheck {
  /// What must hold of all stock (M4, M5).
  static let stock: [RuleCheck] = [
    RuleCheck(
      rule: "the level of every lot is the sum of its movements",
      offenders: """
        SELECT lot AS what FROM stock_lot
        WHERE quantity <> (SELECT COALESCE(SUM(change), 0) FROM stock_movement WHERE lot_id = stock_lot.id)
        """),
    RuleCheck(
      rule: "every movement of a lot goes on from the one before",
      offenders: """
        SELECT id AS what FROM (SELECT id, change, level, position,
            COALESCE(LAG(level) OVER (PARTITION BY lot_id ORDER BY position), 0) AS former,
            ROW_NUMBER() OVER (PARTITION BY lot_id ORDER BY position) AS place FROM stock_movement) AS moved
        WHERE level <> former + change OR position <> place
        """),
    RuleCheck(
      rule: "nothing was given out of an expired lot",
      offenders: """
        SELECT stock_lot.lot AS what FROM stock_movement JOIN stock_lot ON stock_lot.id = stock_movement.lot_id
        WHERE stock_movement.kind IN ('dispense', 'issue') AND stock_lot.expires_on < stock_movement.moved_on
        """),
    RuleCheck(
      rule: "what one pharmacy sent to another arrived there",
      offenders: """
        SELECT id AS what FROM stock_movement WHERE kind = 'transfer-out'
        AND NOT EXISTS (SELECT 1 FROM stock_movement AS came WHERE came.moved_with = stock_movement.id)
        """),
  ]
}
