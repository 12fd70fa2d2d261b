import HospitalDomain
import HospitalServices

/// What a patient finds at a terminal (H2): their own record, in parts, and nothing of anybody else's.
///
/// Each time that it is read stands in the audit trail; all parts are made of one reading.
package struct OwnRecordScreen {
  /// The parts, each a tab of its own.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case record, appointments, prescriptions, bills

    /// The name of its tab.
    package var title: String {
      switch self {
      case .record: "My record"
      case .appointments: "Appointments"
      case .prescriptions: "Prescriptions"
      case .bills: "Bills"
      }
    }
  }

  /// Who the record is about.
  package let banner: PatientBanner
  private let record: PatientRecord
  private let desk: Desk

  /// Opens the record of the patient who is signed in. Throws a refusal for anybody else.
  package init(at desk: Desk) throws {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    record = try RegistrationService(session).ownRecord()
    self.desk = desk
    banner = PatientBanner(
      record.patient, room: record.room?.number, today: desk.workplace.today, clock: desk.workplace.localTime)
  }

  /// A part in sections.
  package func sections(of part: Part) -> [RecordSection] {
    let made = RecordSections(
      record: record, clock: desk.workplace.localTime, today: desk.workplace.today, now: desk.now,
      reader: desk.session?.account.id)
    switch part {
    case .record: return made.ownRecord
    case .appointments: return made.ownAppointments
    case .prescriptions: return [made.prescriptions]
    case .bills: return made.ownBills
    }
  }
}

/// A record as its patient reads it.
extension RecordSections {
  var ownRecord: [RecordSection] { [place, allergies, details, admissions, versions] }

  var ownAppointments: [RecordSection] {
    [
      RecordSection(
        "COMING", record.appointments.filter { $0.endsAt > now }.reversed().map(line), none: "no appointment is booked"),
      RecordSection("PAST", record.appointments.filter { $0.endsAt <= now }.map(line), none: "there was none"),
    ]
  }

  /// What was issued: a draft is nobody's bill yet.
  var ownBills: [RecordSection] {
    let bills = record.invoices.filter { $0.issuedAt != nil }
    let due = record.balance
    return [
      RecordSection(
        "TO PAY",
        [due > .zero ? RecordLine("In all", "USD \(due)", .waiting) : RecordLine("", "Nothing is due.", .faint)]),
      RecordSection("BILLS", bills.map(line), none: "there is none"),
    ]
  }
}
