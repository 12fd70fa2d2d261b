import Testing

@testable import HospitalDomain

/// A patient of the samples, in no room unless one is named.
func patient(
  _ sequence: Int64 = 98_114, _ name: PersonName = duarte, sex: Sex = .female, deceased: Bool = false,
  mergedInto: HospitalNumber? = nil, in room: String? = nil
) -> PatientStanding {
  PatientStanding(
    number: number(sequence), name: name, sex: sex, isDeceased: deceased, mergedInto: mergedInto, currentRoom: room)
}

/// Somebody in a room.
func occupant(
  _ name: PersonName = oyelaran, isolation: IsolationKind? = nil, leaves: Timestamp? = nil
) -> Occupant {
  Occupant(
    patient: number(101_554), name: name, sex: .male, birthDate: BirthDate(day("1958/02/03")),
    since: moment("2026/11/17", 9, 20),
    isolation: isolation, expectedDischarge: leaves)
}

/// A room; in service, empty and free unless something else is said.
func room(
  _ number: String = "4A-12", service: RoomServiceState = .inService, rule: GenderRule = .any,
  since: Timestamp = moment("2026/11/21", 13, 24), closure: RoomClosure? = nil, occupant: Occupant? = nil,
  hold: RoomHold? = nil
) -> RoomStanding {
  RoomStanding(
    number: number, genderRule: rule, service: service, serviceSince: since, closure: closure, occupant: occupant,
    hold: hold)
}

/// A hold until 15:00.
func hold(_ sequence: Int64? = 98_114, until: Timestamp = moment("2026/11/21", 15), state: HoldState = .active)
  -> RoomHold
{
  RoomHold(patient: sequence.map(number), label: "DUARTE, Inês", expires: until, state: state)
}

let brokenBell = RoomClosure(reason: "broken call bell", reopens: moment("2026/11/22", 10))
