extension RoomBoardRow {
  /// The room as the rules see it.
  package var standing: RoomStanding {
    RoomStanding(
      number: number, genderRule: department.genderRule, service: service.state, serviceSince: service.since,
      closure: service.state == .closed ? RoomClosure(reason: service.reason, reopens: service.reopensAt) : nil,
      occupant: occupancy.map { occupancy in
        Occupant(
          patient: occupancy.patient.number, name: occupancy.patient.name, sex: occupancy.patient.sex,
          birthDate: occupancy.patient.birthDate, since: occupancy.since, isolation: occupancy.isolation,
          expectedDischarge: occupancy.expectedDischarge)
      },
      hold: hold.map { hold in
        RoomHold(patient: hold.patient?.number, label: hold.label, expires: hold.expiresAt, state: .active)
      })
  }
}

extension RoomBoardRow.HoldLine {
  /// Whom or what the room is held for, in words.
  package var label: String { patient?.name.listed ?? note }
}
