import HospitalDomain
import HospitalRecords

/// Supplies, which are kept like medications (M5).
package struct SupplyService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The supplies in use.
  package func supplies() throws -> [SupplyRow] { try session.look(.seeStock) { try $0.pharmacy.supplies() } }

  /// Adds a supply.
  package func add(_ supply: Supply) throws {
    _ = try session.create(.orderStock, "supply") { records in
      guard try !records.pharmacy.hasSupply(coded: supply.code) else { throw Refusal.supplyCodeTaken(supply.code) }
      return try records.pharmacy.add(supply)
    }
  }

  /// Changes a supply as a new version; its code stays.
  package func change(_ row: SupplyRow, to supply: Supply, because reason: String) throws {
    try session.changeOrdered("supply", row.id.text, reason, to: "change \(row.supply.name)") { records, reason in
      try records.pharmacy.change(row, to: supply, because: reason)
    }
  }

  /// Takes a supply off the list; what is in stock stays.
  package func retire(_ row: SupplyRow, because reason: String) throws {
    try session.changeOrdered("supply", row.id.text, reason, to: "take \(row.supply.name) off the list") {
      records, reason in
      try records.pharmacy.change(row, to: row.supply, retiring: true, because: reason)
    }
  }
}

extension Session {
  /// Changes one of the things that orders are about; refused when somebody was faster.
  func changeOrdered(
    _ kind: String, _ id: String, _ reason: String, to what: String, _ change: (Records, String) throws -> Bool
  ) throws {
    let reason = try WrittenReason.read(reason, to: what)
    try perform(.orderStock, on: AuditSubject(kind: kind, id: id), as: .update, because: reason) { records in
      guard try change(records, reason) else { throw Refusal.changedMeanwhile }
    }
  }
}

extension Refusal {
  /// Another supply has the code.
  static func supplyCodeTaken(_ code: String) -> Refusal {
    Refusal(code: "supply.codeTaken", sentence: "\(code) is the code of another supply; choose another.", field: "code")
  }
}
