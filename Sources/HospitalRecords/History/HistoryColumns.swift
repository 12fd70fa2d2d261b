import DatabaseKit
import HospitalDomain

/// How the columns of tables with versions read: captions come of their names, times and sums of their endings, and codes
/// have the words of the domain.
enum HistoryColumns {
  /// Those that say which version it is, and of what.
  static let ofVersion: Set<String> = ["version", "recorded_at", "recorded_by", "change_reason"]
  /// Columns whose value nobody reads.
  static let secret: Set<String> = ["password_hash"]

  /// `expected_discharge_at` is `Expected discharge`.
  static func caption(_ column: String) -> String {
    if let caption = captions[column] { return caption }
    var words = column.split(separator: "_").map(String.init)
    if let last = words.last, words.count > 1, endings.contains(last) { words.removeLast() }
    if words.first == "is", words.count > 1 { words.removeFirst() }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let endings: Set<String> = ["id", "at", "on", "cents", "by"]
  private static let captions = [
    "service_state": "State", "service_since": "In that state since", "service_reason": "Reason of the state",
    "genderrule": "Meant for", "gender_rule": "Meant for", "note": "Note", "password_hash": "Password",
    "basis_points": "Share", "unit_cents": "Price", "valid_from": "From", "family_name": "Family name",
    "given_name": "Given name", "atc_code": "ATC code", "email": "E-mail",
  ]

  /// A value in words; `references` are names of other records by column and identifier.
  static func words(_ column: String, _ value: SQLValue, clock: LocalTime) -> String {
    if secret.contains(column) { return "" }
    switch value {
    case .null: return ""
    case .blob: return "…"
    case .text(let text): return codes[column].flatMap { $0(text) } ?? text
    case .integer(let number):
      if column.hasSuffix("_at") || column.hasSuffix("_since") {
        return clock.text(Timestamp(milliseconds: number))
      }
      if column.hasSuffix("_cents") { return "\(Money(cents: number))" }
      if column.hasPrefix("is_") { return number == 0 ? "no" : "yes" }
      if column == "basis_points" { return BillingRates.percent(Int(number)) }
      return "\(number)"
    }
  }

  /// The words of codes; a code that is not known stands as it is, with blanks for its hyphens.
  private static let codes: [String: @Sendable (String) -> String?] = [
    "class": { AdmissionClass(rawValue: $0)?.title },
    "type": { AdmissionType(rawValue: $0)?.title },
    "disposition": { Disposition(rawValue: $0)?.title },
    "kind": { RoomKind(rawValue: $0)?.title },
    "gender_rule": { GenderRule(rawValue: $0)?.title },
    "service_state": { RoomServiceState(rawValue: $0)?.title },
    "role": { Role(rawValue: $0)?.title },
    "job_title": { JobTitle(rawValue: $0)?.title },
    "category": { PriceCategory(rawValue: $0)?.title },
    "status": { $0 == "entered-in-error" ? "struck out" : $0.split(separator: "-").joined(separator: " ") },
  ]

  /// How a record that another names is called, as an expression over its table.
  static let names: [String: (table: String, words: SQLStatement)] = [
    "doctor_id": ("doctor", "family_name || ', ' || given_name"),
    "staff_id": ("staff", "family_name || ', ' || given_name"),
    "patient_id": ("patient", "family_name || ', ' || given_name"),
    "department_id": ("department", "name"), "pharmacy_id": ("pharmacy", "name"), "room_id": ("room", "number"),
    "account_id": ("account", "username"), "medication_id": ("medication", "name || ' ' || strength"),
    "invoice_id": ("invoice", "CASE WHEN number IS NULL THEN 'draft' ELSE year || '-' || number END"),
    "prescription_id": ("prescription", "'Rx ' || number"),
    "supplier_id": ("supplier", "name"), "supply_id": ("supply", "name || ' (' || unit || ')'"),
    "purchase_order_id": ("purchase_order", "CAST(number AS TEXT)"),
    "stock_minimum_id": (
      "stock_minimum",
      """
      'of ' || COALESCE((SELECT name || ' ' || strength FROM medication WHERE medication.id = stock_minimum.medication_id),
        (SELECT name FROM supply WHERE supply.id = stock_minimum.supply_id))
        || ' at ' || (SELECT name FROM pharmacy WHERE pharmacy.id = stock_minimum.pharmacy_id)
      """
    ),
  ]
}
