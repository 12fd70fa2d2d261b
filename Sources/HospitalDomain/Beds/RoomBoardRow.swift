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

  /// A room with what stands around it.
  package init(
    id: RoomID, number: String, bay: String = "", kind: RoomKind, features: String = "", department: DepartmentLabel,
    service: Service, occupancy: Occupancy? = nil, hold: HoldLine? = nil
  ) {
    self.id = id
    self.number = number
    self.bay = bay
    self.kind = kind
    self.features = features
    self.department = department
    self.service = service
    self.occupancy = occupancy
    self.hold = hold
  }

  /// A department as a board names it.
  package struct DepartmentLabel: Hashable, Sendable {
    package let id: DepartmentID
    package let name: String
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
    package let state: RoomServiceState
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
    package let id: PatientID
    package let number: HospitalNumber
    package let name: PersonName
    package let sex: Sex
    package let birthDate: CalendarDate

    /// A patient in short.
    package init(id: PatientID, number: HospitalNumber, name: PersonName, sex: Sex, birthDate: CalendarDate) {
      self.id = id
      self.number = number
      self.name = name
      self.sex = sex
      self.birthDate = birthDate
    }
  }

  /// The open stay in the room.
  package struct Occupancy: Hashable, Sendable {
    package let stay: StayID
    package let admission: AdmissionID
    package let patient: PatientLine
    /// Since when the patient is in this room.
    package let since: Timestamp
    /// Since when the patient is in the hospital, in whatever rooms.
    package let admittedAt: Timestamp
    package let doctor: DoctorID
    package let doctorName: PersonName
    package let staff: StaffID
    package let staffName: PersonName
    package let isolation: IsolationKind?
    package let expectedDischarge: Timestamp?

    /// An open stay; that of a patient who was admitted to this very room unless told otherwise.
    package init(
      stay: StayID, admission: AdmissionID, patient: PatientLine, since: Timestamp, admittedAt: Timestamp? = nil,
      doctor: DoctorID, doctorName: PersonName, staff: StaffID, staffName: PersonName, isolation: IsolationKind? = nil,
      expectedDischarge: Timestamp? = nil
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
    }
  }

  /// The hold on the room.
  package struct HoldLine: Hashable, Sendable {
    package let id: HoldID
    package let patient: PatientLine?
    package let note: String
    package let madeAt: Timestamp
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
