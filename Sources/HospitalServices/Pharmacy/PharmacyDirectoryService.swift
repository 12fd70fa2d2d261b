import HospitalDomain
import HospitalRecords

/// The pharmacies of the hospital: opened, changed and closed by administrators (B7).
package struct PharmacyDirectoryService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The pharmacies that are open.
  package func pharmacies() throws -> [PharmacyRow] {
    try session.look(.seeStock) { try $0.pharmacyDirectory.rows() }
  }

  /// Opens a pharmacy.
  package func add(_ pharmacy: PharmacyDetails) throws {
    _ = try session.create(.managePharmacies, "pharmacy") { records in
      try refuseTaken(pharmacy.name, besides: nil, in: records)
      return try records.pharmacy.add(
        name: pharmacy.name, address: pharmacy.address, telephone: pharmacy.telephone)
    }
  }

  /// Changes a pharmacy as a new version.
  package func change(_ row: PharmacyRow, to pharmacy: PharmacyDetails, because reason: String) throws {
    let reason = try WrittenReason.read(reason, to: "change \(row.details.name)")
    try session.perform(.managePharmacies, on: subject(row), as: .update, because: reason) { records in
      try refuseTaken(pharmacy.name, besides: row.id, in: records)
      guard try records.pharmacyDirectory.change(row, to: pharmacy, because: reason) else {
        throw Refusal.changedMeanwhile
      }
    }
  }

  /// Closes a pharmacy; refused while anything waits, lies or is expected there.
  package func close(_ row: PharmacyRow, because reason: String) throws {
    let reason = try WrittenReason.read(reason, to: "close \(row.details.name)")
    try session.perform(.managePharmacies, on: subject(row), as: .update, because: reason) { records in
      try PharmacyClosingRule.check(records.pharmacyDirectory.burden(of: row.id), of: row.details.name)
      guard try records.pharmacyDirectory.change(row, to: row.details, closing: true, because: reason) else {
        throw Refusal.changedMeanwhile
      }
    }
  }

  private func refuseTaken(_ name: String, besides pharmacy: PharmacyID?, in records: Records) throws {
    if try records.pharmacyDirectory.isTaken(name, besides: pharmacy) { throw Refusal.pharmacyNameTaken(name) }
  }

  private func subject(_ row: PharmacyRow) -> AuditSubject { AuditSubject(kind: "pharmacy", id: row.id.text) }
}
