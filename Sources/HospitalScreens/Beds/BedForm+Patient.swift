import HospitalDomain
import HospitalServices

extension BedForm {
  /// Putting the patient in a room under isolation.
  static func isolate(_ room: RoomBoardRow, at moment: FormMoment) -> BedForm {
    let kinds = IsolationKind.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    let form = Form(
      id: "isolate", title: "Isolate \(room.number)",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [
                .coded(
                  "kind", "Kind", kinds, value: (room.occupancy?.isolation ?? .contact).rawValue, width: 12
                ).over(room.occupancy?.isolation?.title ?? "none")
              ],
              [.reason(required: true, hint: "MRSA on arrival")],
              [
                .yesNo(
                  "bay", "Close the bay", hint: "the free rooms of its bay",
                  help: "Takes the free rooms of the same bay out of service until the isolation ends.",
                  isOn: false)
              ],
            ])
        ]
      ], moment: moment)
    return BedForm(.isolate, [room], form) { form, room, service in
      try service.isolate(
        room.expectedBedside(at: form.moment.now), form.value("kind").flatMap(IsolationKind.init) ?? .contact,
        because: form.text("reason"),
        blockingBay: form.isOn("bay"), over: room.occupancy.map { Seen($0.isolation) })
    }
  }

  /// Saying when the patient in a room is expected to leave (A7).
  static func planDischarge(of room: RoomBoardRow, at moment: FormMoment) -> BedForm {
    let since = room.occupancy?.since
    let form = Form(
      id: "expected", title: "Expected discharge from \(room.number)",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [
                .moment(
                  "expected", "Expected discharge",
                  text: room.occupancy?.expectedDischarge.map { moment.local.text($0) } ?? "",
                  hint: "T+1 1100, empty for not known"
                ) { (time, moment) throws(Refusal) in
                  try AdmissionRule.checkExpected(time, since: since ?? moment.now)
                }
              ]
            ])
        ]
      ], moment: moment)
    return BedForm(.planDischarge, [room], form) { form, room, service in
      try service.planDischarge(
        of: room.expectedBedside(at: form.moment.now), at: form.timestamp("expected"),
        over: room.occupancy.map { Seen($0.expectedDischarge) })
    }
  }

  /// Assigning another member of staff to the patient in a room (B5).
  static func assign(in room: RoomBoardRow, from directory: BedDirectory, at moment: FormMoment) -> BedForm {
    let form = Form(
      id: "assign", title: "Assign staff to \(room.number)",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [.text("now", "Assigned now", width: 30, text: room.occupancy?.staffName.listed ?? "").readOnly()],
              [
                .staff(in: room, from: directory, required: true).over(room.occupancy?.staffName.listed ?? "")
              ],
            ])
        ]
      ], moment: moment)
    return BedForm(.assign, [room], form) { form, room, service in
      try service.assign(
        StaffID(form.value("staff") ?? ""), to: room.expectedBedside(at: form.moment.now),
        over: room.occupancy?.staff)
    }
  }

  /// Recording that the patient has left the room (HL7 A03). It asks for the room number before it acts.
  static func leave(_ room: RoomBoardRow, at moment: FormMoment) -> BedForm {
    let ways = Disposition.allCases.filter { $0 != .died }.map { FieldChoice($0.title, value: $0.rawValue) }
    let form = Form(
      id: "leave", title: "Patient left \(room.number)",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [
                .lookup(
                  "disposition", "Goes to", FieldLookup(noun: "place", choices: ways), width: 22,
                  hint: "empty: as ordered; F4 lists others",
                  help: "Where the patient goes. Left empty it is where the doctor ordered; F4 lists the other places.")
              ]
            ])
        ]
      ], moment: moment)
    return BedForm(.leave, [room], form) { form, room, service in
      try service.recordExit(
        from: room.expectedBedside(at: form.moment.now), to: form.value("disposition").flatMap(Disposition.init))
    }
  }
}
