import DatabaseKit
import HospitalDomain

/// The 24 hours of a clinical entry, held for every connection by the database's own clock (B11).
struct AmendmentGuards: Sendable {
  /// The table of the entries; its column `written_at` never changes.
  let table: String
  /// What it is, within a sentence.
  let noun: String
  /// The account that wrote the entry, as an expression over `OLD`.
  let author: String
  /// Over `OLD` and `NEW`: whether an update changes what was written, or strikes it out.
  let isAmended: String
  /// Whether an entry is struck out, with `ROW` for the row.
  let isStruckOut: String

  /// How far a connection's clock may be from the database's: they are on one host, but a writer may wait for its turn.
  private static let drift = 60_000

  var steps: [MigrationStep] {
    [
      .refuse(
        "\(table)_written_later", on: table, .insert,
        given: { "NEW.written_at > \($0.nowMilliseconds) + 1000" },
        saying: "a \(noun) is not written in the future"),
      .refuse(
        "\(table)_struck_out", on: table, .update, when: struckOut(in: "OLD"),
        saying: "a \(noun) that was struck out stays as it is"),
      .refuse(
        "\(table)_of_another", on: table, .update, when: "(\(isAmended)) AND NEW.recorded_by IS NOT \(author)",
        saying: "only its author amends a \(noun) or strikes it out; an addendum can follow"),
      .refuse(
        "\(table)_window_over", on: table, .update,
        given: { dialect in
          "(\(isAmended)) AND \(dialect.nowMilliseconds) >= OLD.written_at + \(AmendmentWindow.length.wholeMilliseconds)"
        },
        saying: "a \(noun) is fixed 24 hours after it was written; only an addendum can follow"),
      .refuse(
        "\(table)_amended_now", on: table, .update,
        given: { dialect in
          """
          (\(isAmended)) AND (NEW.recorded_at > \(dialect.nowMilliseconds) + \(Self.drift)
            OR NEW.recorded_at < \(dialect.nowMilliseconds) - \(Self.drift))
          """
        },
        saying: "a \(noun) is amended or struck out at the time that it is"),
      .refuse(
        "\(table)_amended_why", on: table, .update, when: "(\(isAmended)) AND trim(NEW.change_reason) = ''",
        saying: "a \(noun) is amended or struck out with a reason"),
    ]
  }

  private func struckOut(in row: String) -> String {
    isStruckOut.split(separator: "ROW", omittingEmptySubsequences: false).joined(separator: row)
  }
}

extension MigrationStep {
  /// A row of a versioned table begins as its first version, and its earlier versions come of its changes alone: nobody
  /// puts one among them.
  static func historyOfChanges(_ table: String) -> [MigrationStep] {
    [
      .refuse(
        "\(table)_first_version", on: table, .insert, when: "NEW.version <> 1",
        saying: "a row of \(table) begins with version 1"),
      .refuse(
        "\(table)_version_of_change", on: "\(table)_version", .insert,
        when: "NOT EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.\(table)_id AND version > NEW.version)",
        saying: "an earlier version of \(table) comes of a change, and is not added"),
    ]
  }

  /// A table of clinical entries: versioned, amended by its author within the window, then fixed.
  ///
  /// `texts` are what was written. The table also has the patient, the admission, when and by whom it was written, and
  /// whether it was struck out.
  static func clinicalEntries(
    _ table: String, noun: String, fixed: [(String, String)] = [], texts: [(String, String)]
  ) -> [MigrationStep] {
    let rewritten = texts.map { "NEW.\($0.0) IS NOT OLD.\($0.0)" }.joined(separator: " OR ")
    return versionedTable(
      table,
      fixed: [
        ("patient_id", "TEXT NOT NULL REFERENCES patient (id)"),
        ("admission_id", "TEXT REFERENCES admission (id)"),
      ] + fixed + [
        ("written_at", "BIGINT NOT NULL"),
        ("written_by", "TEXT NOT NULL REFERENCES account (id)"),
      ],
      columns: texts + [("is_struck_out", "INTEGER NOT NULL CHECK (\(Check.flag("is_struck_out")))")])
      + [
        .define("CREATE INDEX \(table)_by_patient ON \(table) (patient_id, written_at)"),
        .neverReplaced(table, keys: [.key("id")], changing: []),
        .neverReplaced("\(table)_version", keys: [.key("\(table)_id", "version")], changing: nil),
        .refuse(
          "\(table)_of_admission", on: table, .insert,
          when: """
            NEW.admission_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM admission WHERE id = NEW.admission_id
              AND (patient_id = NEW.patient_id OR EXISTS (SELECT 1 FROM patient_merge
                WHERE patient_merge.patient_id = admission.patient_id
                  AND survivor_id = NEW.patient_id AND undone_at IS NULL)))
            """,
          saying: "a \(noun) belongs to an admission of its patient"),
        .refuse(
          "\(table)_by_author", on: table, .insert,
          when: """
            NEW.recorded_by IS NOT NEW.written_by OR NEW.recorded_at IS NOT NEW.written_at OR NEW.is_struck_out <> 0
            """,
          saying: "a \(noun) is recorded by who writes it, as it is written"),
        .refuse(
          "\(table)_struck_unchanged", on: table, .update, when: "NEW.is_struck_out = 1 AND (\(rewritten))",
          saying: "a \(noun) is struck out as it stands"),
      ] + historyOfChanges(table)
      + AmendmentGuards(
        table: table, noun: noun, author: "OLD.written_by", isAmended: "1", isStruckOut: "ROW.is_struck_out = 1"
      ).steps
  }
}
