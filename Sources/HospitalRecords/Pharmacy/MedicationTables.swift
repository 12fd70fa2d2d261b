import DatabaseKit
import HospitalDomain

extension Migration {
  /// What a pharmacist needs to know of a medication, its versions, its categories and the terms it is searched by (M5).
  static let medications = Migration(
    "2026-11-medications", MedicationSchema.columns + MedicationSchema.categories + MedicationSchema.terms)
}

enum MedicationSchema {
  private static let held = [
    "code", "name", "strength", "form", "route", "atc_code", "unit_price_cents", "is_controlled", "retired_at",
  ]

  static let columns: [MigrationStep] =
    [
      "route TEXT NOT NULL DEFAULT ''", "atc_code TEXT NOT NULL DEFAULT '' CHECK (length(atc_code) <= 7)",
      "retired_at BIGINT", "version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)",
      "recorded_at BIGINT NOT NULL DEFAULT 0", "recorded_by TEXT REFERENCES account (id)",
      "change_reason TEXT NOT NULL DEFAULT ''",
    ].map { .define("ALTER TABLE medication ADD COLUMN \($0)") } + [
      .define(
        """
        CREATE TABLE medication_version (medication_id TEXT NOT NULL REFERENCES medication (id), code TEXT, name TEXT,
          strength TEXT, form TEXT, route TEXT, atc_code TEXT, unit_price_cents BIGINT, is_controlled INTEGER,
          retired_at BIGINT, version INTEGER NOT NULL, recorded_at BIGINT NOT NULL, recorded_by TEXT,
          change_reason TEXT NOT NULL, PRIMARY KEY (medication_id, version))
        """),
      .versioned(table: "medication", history: "medication_version", columns: held + VersionColumns.names),
      .refuse(
        "medication_fixed", on: "medication", .update, when: "NEW.id IS NOT OLD.id",
        saying: "what names a row of medication never changes"),
      .refuse(
        "medication_recorded", on: "medication", .insert,
        when: "NEW.recorded_by IS NULL OR NOT (\(Check.said("NEW.code", atMost: 40)))",
        saying: "a medication has a code, and somebody who recorded it"),
      .refuse(
        "medication_changed_by", on: "medication", .update,
        when: "NEW.recorded_by IS NULL OR NOT (\(Check.said("NEW.change_reason", atMost: 2000)))",
        saying: "a change of a medication says who made it, and why"),
      .neverReplaced("medication", keys: [.key("id"), .key("code")], changing: [.key("code")]),
      .neverReplaced("medication_version", keys: [.key("medication_id", "version")], changing: nil),
      .define("CREATE INDEX medication_by_name ON medication (lower(name), strength, id) WHERE retired_at IS NULL"),
    ]

  static let categories: [MigrationStep] =
    [
      .define(
        """
        CREATE TABLE medication_category (
          id TEXT NOT NULL PRIMARY KEY,
          code TEXT NOT NULL UNIQUE CHECK (\(Check.said("code", atMost: 40))),
          name TEXT NOT NULL CHECK (\(Check.said("name", atMost: 120))),
          is_class INTEGER NOT NULL CHECK (\(Check.flag("is_class"))),
          added_at BIGINT,
          added_by TEXT REFERENCES account (id),
          CHECK (is_class = 1 OR (added_at IS NOT NULL AND added_by IS NOT NULL)))
        """),
      .appendOnly(table: "medication_category"),
      .neverReplaced("medication_category", keys: [.key("id"), .key("code")], changing: nil),
    ]
    + ATCClass.names.keys.sorted().map { code in
      .define(
        """
        INSERT INTO medication_category (id, code, name, is_class)
        VALUES ('\(ATCClass.category(code))', '\(code)', '\(ATCClass.names[code] ?? "")', 1)
        """)
    } + [
      .define(
        """
        CREATE TABLE medication_in_category (
          id TEXT NOT NULL PRIMARY KEY,
          medication_id TEXT NOT NULL REFERENCES medication (id),
          category_id TEXT NOT NULL REFERENCES medication_category (id),
          added_at BIGINT NOT NULL,
          added_by TEXT NOT NULL REFERENCES account (id),
          ended_at BIGINT,
          ended_by TEXT REFERENCES account (id),
          CHECK ((ended_at IS NULL) = (ended_by IS NULL)))
        """),
      .define(
        """
        CREATE UNIQUE INDEX medication_in_category_once ON medication_in_category (medication_id, category_id)
        WHERE ended_at IS NULL
        """),
      .define(
        "CREATE INDEX medication_of_category ON medication_in_category (category_id, medication_id) WHERE ended_at IS NULL"
      ),
      .keepForEver(table: "medication_in_category"),
      .neverReplaced(
        "medication_in_category",
        keys: [.key("id"), .key("medication_id", "category_id", among: "ROW.ended_at IS NULL")], changing: []),
      .refuse(
        "medication_in_category_only_ended", on: "medication_in_category", .update,
        when: """
          OLD.ended_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.medication_id IS NOT OLD.medication_id
          OR NEW.category_id IS NOT OLD.category_id OR NEW.added_at IS NOT OLD.added_at
          OR NEW.added_by IS NOT OLD.added_by
          """,
        saying: "a medication leaves a category, and the row says when"),
    ]

  /// The words that a medication is found by, in the order of their beginnings; see `MedicationTerms`.
  static let terms: [MigrationStep] = [
    .ordered(
      """
      CREATE TABLE medication_term (term TEXT NOT NULL, medication_id TEXT NOT NULL REFERENCES medication (id),
        PRIMARY KEY (term, medication_id))
      """),
    .define("CREATE INDEX medication_term_of ON medication_term (medication_id, term)"),
    .define("INSERT INTO medication_term (term, medication_id) SELECT lower(name), id FROM medication"),
    .define(
      """
      INSERT INTO medication_term (term, medication_id) SELECT lower(code), id FROM medication
      WHERE lower(code) <> lower(name)
      """),
  ]
}
