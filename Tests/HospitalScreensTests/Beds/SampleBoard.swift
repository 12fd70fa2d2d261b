import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

/// Rows of a board made by hand.
enum SampleBoard {
  /// 2026/11/21 14:02.
  static let now = TestHospital.opening

  /// A room; the ward is a department named after it.
  static func room(
    _ number: String, ward: String = "4A Medical", state: RoomServiceState = .inService, since: Timestamp? = nil,
    features: String = "", reason: String = "", reopensAt: Timestamp? = nil, patient: RoomBoardRow.PatientLine? = nil,
    isolation: IsolationKind? = nil, leaves: Timestamp? = nil, heldFor: RoomBoardRow.PatientLine? = nil,
    note: String = "", heldUntil: Timestamp? = nil
  ) -> RoomBoardRow {
    let since = since ?? now - .hours(2)
    return RoomBoardRow(
      id: RoomID(number), number: number, bay: "", kind: .general, features: features,
      department: .init(id: DepartmentID(ward), name: ward, genderRule: .any),
      service: .init(state: state, since: since, reason: reason, reopensAt: reopensAt, version: 1),
      occupancy: patient.map { patient in
        RoomBoardRow.Occupancy(
          stay: StayID("stay \(number)"), admission: AdmissionID("admission \(number)"), patient: patient, since: since,
          doctor: DoctorID("d"), doctorName: PersonName(family: "Lindqvist", given: "Maja"), staff: StaffID("s"),
          staffName: PersonName(family: "Okafor", given: "Ngozi"), isolation: isolation, expectedDischarge: leaves)
      },
      hold: heldUntil.map { end in
        RoomBoardRow.HoldLine(
          id: HoldID("hold \(number)"), patient: heldFor, note: note, madeAt: since, expiresAt: end)
      })
  }

  /// A patient, by their place in a made-up file.
  static func patient(
    _ sequence: Int64, _ family: String, _ given: String, born: String = "1991/03/12", sex: Sex = .female
  ) -> RoomBoardRow.PatientLine {
    RoomBoardRow.PatientLine(
      id: PatientID("patient \(sequence)"), number: HospitalNumber(sequence: sequence)!,
      name: PersonName(family: family, given: given), sex: sex, birthDate: BirthDate(CalendarDate(born)!))
  }

  /// Two wards: 4A with six rooms in six states, and 4B with two.
  static let mixed: [RoomBoardRow] = [
    room("4A-1", features: "oxygen"),
    room("4A-2", patient: patient(1, "Duarte", "Inês"), leaves: now + .hours(4)),
    room("4A-10", state: .housekeeping, since: now - .minutes(12)),
    room("4A-11", patient: patient(2, "Oyelaran", "Tunde", sex: .male), isolation: .contact),
    room("4A-12", note: "transfer from Mercy", heldUntil: now + .minutes(30)),
    room("4A-13", state: .closed, reason: "broken call bell", reopensAt: now + .hours(20)),
    room("4B-1", ward: "4B Surgical"),
    room("4B-2", ward: "4B Surgical", patient: patient(3, "Kovac", "Ana"), leaves: now - .hours(1)),
  ]

  /// The board of a role, with rows made by hand.
  static func screen(_ rows: [RoomBoardRow] = mixed, as role: Role = .headNurse) throws -> BedBoardScreen {
    BedBoardScreen(session: try TestHospital().session(role), board: BoardRooms(rows), at: now)
  }
}

extension BedBoardScreen {
  /// The numbers of the rooms that are shown, in order.
  var numbers: [String] { lines.map(\.number) }
  /// The number of the room under the cursor.
  var number: String? { selectedRow?.number }
  /// Types a filter key by key.
  mutating func filter(_ text: String) {
    openFilter()
    for character in text { editFilter { _ = $0.type(String(character)) } }
  }
  /// The sentences that were said since the last look.
  mutating func said() -> [String] { takeNews().map(\.sentence) }

  /// The form of an act that can be done.
  mutating func opened(_ act: BedAct, at location: SourceLocation = #_sourceLocation) throws -> BedForm {
    let form = open(act)
    return try #require(form, sourceLocation: location)
  }
  /// Expects that a form is done and closed.
  mutating func expectDone(_ form: inout BedForm, at location: SourceLocation = #_sourceLocation) {
    let isDone = save(&form)
    #expect(isDone, "\(form.form.message?.sentence ?? "")", sourceLocation: location)
  }
  /// Expects that a form stays open.
  mutating func expectRefused(_ form: inout BedForm, at location: SourceLocation = #_sourceLocation) {
    let isDone = save(&form)
    #expect(!isDone, sourceLocation: location)
  }
}
