/// One room as the board shows it: the room, and what stands around it now (A1).
///
/// Boards of thousands of rows are copied and compared at every change in the hospital. So the copies of a row share what
/// they say, and two that share it are equal at a glance.
package struct RoomBoardRow: Hashable, Sendable, Identifiable {
  private let facts: Facts

  /// A room with what stands around it.
  package init(
    id: RoomID, number: String, bay: String = "", kind: RoomKind, features: String = "", department: DepartmentLabel,
    service: Service, occupancy: Occupancy? = nil, hold: HoldLine? = nil
  ) {
    facts = Facts(
      Contents(
        id: id, number: number, bay: bay, kind: kind, features: features, department: department, service: service,
        occupancy: occupancy, hold: hold))
  }

  /// The room.
  package var id: RoomID { facts.contents.id }
  /// The room's number, such as `3B-12-A`.
  package var number: String { facts.contents.number }
  /// The bay that it shares with others; empty for a single room.
  package var bay: String { facts.contents.bay }
  /// What kind of room it is.
  package var kind: RoomKind { facts.contents.kind }
  /// What the room has, in words: `side room, oxygen`.
  package var features: String { facts.contents.features }
  /// The department that it belongs to.
  package var department: DepartmentLabel { facts.contents.department }
  /// The state that it keeps itself.
  package var service: Service { facts.contents.service }
  /// Who is in it, when somebody is.
  package var occupancy: Occupancy? { facts.contents.occupancy }
  /// Whom it is kept for, when it is held; may be past its time.
  package var hold: HoldLine? { facts.contents.hold }

  package static func == (one: RoomBoardRow, other: RoomBoardRow) -> Bool {
    one.facts === other.facts || one.facts.contents == other.facts.contents
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(facts.contents) }

  /// Whether both are copies of one row that was read once: then they say the same, and nothing of it was looked at to know.
  package func isShared(with other: RoomBoardRow) -> Bool { facts === other.facts }

  /// What a row says.
  private struct Contents: Hashable, Sendable {
    let id: RoomID
    let number: String
    let bay: String
    let kind: RoomKind
    let features: String
    let department: DepartmentLabel
    let service: Service
    let occupancy: Occupancy?
    let hold: HoldLine?
  }

  /// What the copies of a row share.
  private final class Facts: Sendable {
    let contents: Contents

    init(_ contents: Contents) { self.contents = contents }
  }

  /// A department as a board names it.
  package struct DepartmentLabel: Hashable, Sendable {
    /// The department's identifier.
    package let id: DepartmentID
    /// Its name.
    package let name: String
    /// Whom it is meant for.
    package let genderRule: GenderRule

    /// A department in short.
    package init(id: DepartmentID, name: String, genderRule: GenderRule) {
      self.id = id
      self.name = name
      self.genderRule = genderRule
    }
  }

  /// The state that the room keeps itself.
  package struct Service: Hashable, Sendable {
    /// In service, housekeeping, contaminated or closed.
    package let state: RoomServiceState
    /// Since when.
    package let since: Timestamp
    /// Why it is closed.
    package let reason: String
    /// When it is expected to open again.
    package let reopensAt: Timestamp?
    /// The version of the room that this is.
    package let version: Int

    /// The state of a room.
    package init(
      state: RoomServiceState, since: Timestamp, reason: String = "", reopensAt: Timestamp? = nil, version: Int
    ) {
      self.state = state
      self.since = since
      self.reason = reason
      self.reopensAt = reopensAt
      self.version = version
    }
  }

  /// A patient as a line of a list names one.
  package struct PatientLine: Hashable, Sendable {
    /// The patient's identifier; the survivor's where records were merged.
    package let id: PatientID
    /// The patient's number.
    package let number: HospitalNumber
    /// The patient's name.
    package let name: PersonName
    /// The patient's sex.
    package let sex: Sex
    /// The patient's date of birth.
    package let birthDate: BirthDate

    /// A patient in short.
    package init(id: PatientID, number: HospitalNumber, name: PersonName, sex: Sex, birthDate: BirthDate) {
      self.id = id
      self.number = number
      self.name = name
      self.sex = sex
      self.birthDate = birthDate
    }
  }

  /// The open stay in the room.
  package struct Occupancy: Hashable, Sendable {
    /// The stay's identifier.
    package let stay: StayID
    /// The admission that the stay belongs to.
    package let admission: AdmissionID
    /// The patient.
    package let patient: PatientLine
    /// Since when the patient is in this room.
    package let since: Timestamp
    /// Since when the patient is in the hospital, in whatever rooms.
    package let admittedAt: Timestamp
    /// The doctor who has the patient.
    package let doctor: DoctorID
    /// The doctor's name.
    package let doctorName: PersonName
    /// Who of the staff is assigned to the room (B5).
    package let staff: StaffID
    /// Their name.
    package let staffName: PersonName
    /// Why the stay is isolated; nil when it is not.
    package let isolation: IsolationKind?
    /// When the patient is expected to leave; nil for not known.
    package let expectedDischarge: Timestamp?
    /// What is known of the patient's allergies.
    package let allergies: AllergyStatus

    /// An open stay; that of a patient who was admitted to this very room unless told otherwise.
    package init(
      stay: StayID, admission: AdmissionID, patient: PatientLine, since: Timestamp, admittedAt: Timestamp? = nil,
      doctor: DoctorID, doctorName: PersonName, staff: StaffID, staffName: PersonName, isolation: IsolationKind? = nil,
      expectedDischarge: Timestamp? = nil, allergies: AllergyStatus = .unknown
    ) {
      self.stay = stay
      self.admission = admission
      self.patient = patient
      self.since = since
      self.admittedAt = admittedAt ?? since
      self.doctor = doctor
      self.doctorName = doctorName
      self.staff = staff
      self.staffName = staffName
      self.isolation = isolation
      self.expectedDischarge = expectedDischarge
      self.allergies = allergies
    }
  }

  /// The hold on the room.
  package struct HoldLine: Hashable, Sendable {
    /// The hold's identifier.
    package let id: HoldID
    /// Whom the room is held for; nil for somebody who is not registered.
    package let patient: PatientLine?
    /// What the hold is for, in words; may be empty where it is for a patient.
    package let note: String
    /// When it was made.
    package let madeAt: Timestamp
    /// The first moment at which it no longer keeps others out.
    package let expiresAt: Timestamp

    /// A hold.
    package init(id: HoldID, patient: PatientLine? = nil, note: String = "", madeAt: Timestamp, expiresAt: Timestamp) {
      self.id = id
      self.patient = patient
      self.note = note
      self.madeAt = madeAt
      self.expiresAt = expiresAt
    }
  }

  /// The board code at a time (HL7 v2 table 0116).
  package func code(at now: Timestamp) -> BedCode {
    BedCode.derive(
      openStay: occupancy != nil, isolated: occupancy?.isolation != nil, service: service.state,
      liveHold: hold.map { $0.expiresAt > now } ?? false)
  }
}
