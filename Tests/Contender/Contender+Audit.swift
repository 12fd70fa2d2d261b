import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices

extension Contender {
  /// Adds so many entries to the audit trail, many in each transaction; it takes what it takes.
  func entries(_ count: Int) throws -> String {
    for start in stride(from: 0, to: count, by: 20_000) {
      try session.workplace.engine.write { transaction in
        let records = Records(transaction, author: author)
        for number in start..<min(count, start + 20_000) { try append(about: "bench-\(number)", in: records) }
      }
    }
    return String(count)
  }

  /// Registers so many patients without an entry and as many with one, in turns, each in a transaction of its own; the
  /// microseconds of all without, then of all with.
  func costOfEntries(_ times: Int) throws -> String {
    let details = try PatientDetailsEntry([
      .familyName: "Cost", .givenName: "Of Entries", .sex: "F", .birthDate: "1980/01/01", .telephone: "none",
      .address: "1 Mill Road", .emergencyName: "unknown", .emergencyTelephone: "none", .emergencyRelation: "unknown",
      .allergies: "none known",
    ]).check(today: session.workplace.today)
    var spent = [0, 0]
    for turn in 0..<(times * 2) {
      spent[turn % 2] += try Self.microseconds {
        try session.workplace.engine.write { transaction in
          let records = Records(transaction, author: author)
          let id: PatientID = session.workplace.ids.next(at: session.workplace.clock())
          _ = try records.patients.add(details, as: id, pharmacy: nil, isUnidentified: false)
          if turn % 2 == 1 { try append(about: id.text, in: records) }
        }
      }
    }
    return "\(spent[0]) \(spent[1])"
  }

  private var author: Records.Author {
    Records.Author(
      account: session.account.id, hospital: session.hospital.id, now: session.workplace.clock(),
      ids: session.workplace.ids)
  }

  private func append(about subject: String, in records: Records) throws {
    try records.audit.append(
      .read, permission: "patient.read", on: AuditSubject(kind: "patient", id: subject), by: session.account.id,
      named: session.account.username, at: session.terminal, in: session.hospital.id, reason: "",
      occurredAt: session.workplace.clock())
  }
}
