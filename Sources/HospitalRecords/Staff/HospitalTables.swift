import DatabaseKit

extension Migration {
  /// Hospitals and what numbers things in them. Departments follow the accounts that record them.
  static let hospitals = Migration(
    "2026-11-hospitals",
    [
      .define(
        """
        CREATE TABLE hospital (
          id TEXT NOT NULL PRIMARY KEY,
          number BIGINT NOT NULL UNIQUE CHECK (number > 0),
          name TEXT NOT NULL CHECK (\(Check.said("name"))),
          address TEXT NOT NULL,
          telephone TEXT NOT NULL,
          currency TEXT NOT NULL DEFAULT 'USD' CHECK (currency = 'USD'),
          is_demonstration INTEGER NOT NULL DEFAULT 0 CHECK (\(Check.flag("is_demonstration"))),
          founded_at BIGINT NOT NULL)
        """),
      .keepForEver(table: "hospital"),
      .define(
        """
        CREATE TABLE number_sequence (
          name TEXT NOT NULL PRIMARY KEY, next_number BIGINT NOT NULL CHECK (next_number > 0))
        """),
      .refuse(
        "number_sequence_goes_up", on: "number_sequence", .update, when: "NEW.next_number <= OLD.next_number",
        saying: "a number is never given twice"),
    ])
}
