import DatabaseKit
import HospitalDomain

/// One room as the board shows it: the room, and what stands around it now (A1).
package struct RoomBoardRow: Hashable, Sendable, Identifiable {
  package let id: RoomID
  /// The room's number, such as `3B-12-A`.
  package let number: String
  /// The bay that it shares with others; empty for a single room.
  package let bay: String
  package let kind: RoomKind
  /// What the room has, in words: `side room, oxygen`.
  package let features: String
  package let department: DepartmentLabel
  package let service: Service
  /// Who is in it, when somebody is.
  package let occupancy: Occupancy?
  /// Whom it is kept for, when it is held; may be past its time.
  package let hold: HoldLine?

  /// A department as a board names it.
  package struct DepartmentLabel: Hashable, Sendable {
    package let id: DepartmentID
    package let name: String
    package let genderRule: GenderRule
  }

  /// The state that the room keeps itself.
  package struct Service: Hashable, Sendable {
    package let state: RoomServiceState
    package let since: Timestamp
    /// Why it is closed.
    package let reason: String
    /// When it is expected to open again.
    package let reopensAt: Timestamp?
    /// The version of the room that this is.
    package let version: Int
  }

  /// A patient as a line of a list names one.
  package struct PatientLine: Hashable, Sendable {
    package let id: PatientID
    package let number: HospitalNumber
    package let name: PersonName
    package let sex: Sex
    package let birthDate: CalendarDate
  }

  /// The open stay in the room.
  package struct Occupancy: Hashable, Sendable {
    package let stay: StayID
    package let admission: AdmissionID
    package let patient: PatientLine
    package let since: Timestamp
    package let doctor: DoctorID
    package let doctorName: PersonName
    package let staff: StaffID
    package let staffName: PersonName
    package let isolation: IsolationKind?
    package let expectedDischarge: Timestamp?
  }

  /// The hold on the room.
  package struct HoldLine: Hashable, Sendable {
    package let id: HoldID
    package let patient: PatientLine?
    package let note: String
    package let madeAt: Timestamp
    package let expiresAt: Timestamp
  }

  /// The board code at a time (HL7 v2 table 0116).
  package func code(at now: Timestamp) -> BedCode {
    BedCode.derive(
      openStay: occupancy != nil, isolated: occupancy?.isolation != nil, service: service.state,
      liveHold: hold.map { $0.expiresAt > now } ?? false)
  }
}
