import DatabaseKit
import HospitalDomain

extension Migration {
  /// What is known of medications, as an import brings it: substances, their names and classes, and what happens between
  /// classes (M3). It is replaced as a whole by the next import. `medication_ingredient` tells what acts in a medication.
  static let interactions = Migration(
    "2026-11-interactions",
    [
      .define(
        """
        CREATE TABLE substance (
          name TEXT NOT NULL PRIMARY KEY CHECK (\(Check.said("name"))),
          rxnorm TEXT NOT NULL,
          atc TEXT NOT NULL CHECK (length(atc) IN (0, 5)))
        """),
      .ordered(
        """
        CREATE TABLE substance_name (
          name TEXT NOT NULL PRIMARY KEY,
          substance TEXT NOT NULL REFERENCES substance (name))
        """),
      .define("CREATE INDEX substance_name_by_substance ON substance_name (substance)"),
      .ordered(
        """
        CREATE TABLE substance_class (
          substance TEXT NOT NULL REFERENCES substance (name),
          class TEXT NOT NULL,
          PRIMARY KEY (substance, class))
        """),
      .sql(
        SQLStatement(
          trusted: """
            CREATE TABLE interaction (
              first_class TEXT NOT NULL,
              second_class TEXT NOT NULL,
              level TEXT NOT NULL CHECK (\(Check.oneOf("level", FindingLevel.allCases.map(\.rawValue)))),
              effect TEXT NOT NULL CHECK (\(Check.oneOf("effect", InteractionEffect.allCases.map(\.rawValue)))),
              depends INTEGER NOT NULL CHECK (\(Check.flag("depends"))),
              PRIMARY KEY (first_class, second_class))
            """)),
      .ordered(
        """
        CREATE TABLE medication_ingredient (
          medication_id TEXT NOT NULL REFERENCES medication (id),
          substance TEXT NOT NULL,
          PRIMARY KEY (medication_id, substance))
        """),
      .define("CREATE INDEX medication_ingredient_by_substance ON medication_ingredient (substance)"),
    ])

  /// What a patient said of themselves that prescribing has to know: weight and pregnancy (M3). Added, never changed; the
  /// newest holds.
  static let patientStatements = Migration(
    "2026-11-patient-statements",
    [
      .define(
        """
        CREATE TABLE patient_statement (
          id TEXT NOT NULL PRIMARY KEY,
          patient_id TEXT NOT NULL REFERENCES patient (id),
          weight_grams INTEGER CHECK (weight_grams BETWEEN 200 AND 650000),
          is_pregnant INTEGER CHECK (\(Check.flag("is_pregnant"))),
          stated_at BIGINT NOT NULL,
          recorded_by TEXT NOT NULL REFERENCES account (id),
          CHECK ((weight_grams IS NULL) <> (is_pregnant IS NULL)))
        """),
      .define("CREATE INDEX patient_statement_newest ON patient_statement (patient_id, stated_at)"),
      .appendOnly(table: "patient_statement"),
      .neverReplaced("patient_statement", keys: [.key("id")], changing: nil),
    ])
}
