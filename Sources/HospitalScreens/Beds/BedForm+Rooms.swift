import HospitalDomain
import HospitalServices

extension BedForm {
  /// Holding a room for a patient, or for whom the note names, until a time (A3).
  static func hold(_ room: RoomBoardRow, from directory: BedDirectory, at moment: FormMoment) -> BedForm {
    let form = Form(
      id: "hold", title: "Hold \(room.number)",
      pages: [
        [
          FormSection(
            "FOR",
            rows: [
              [.patient(from: directory, required: false)],
              [
                .text(
                  "note", "Note", width: 40, limit: SafeText.lineLimit, hint: "if not registered",
                  help: "Whom or what the room is held for, such as: transfer from Mercy.", reader: .line())
              ],
            ]),
          FormSection(
            "UNTIL",
            rows: [
              [
                .moment(
                  "until", "Until", required: true, hint: "+4h, 1500, T+1 0900",
                  help: "A hold lasts 5 minutes at least and 72 hours at most. It ends by itself."
                ) { (time, moment) throws(Refusal) in try HoldRule.checkSpan(from: moment.now, to: time) }
              ]
            ]),
        ]
      ], moment: moment,
      checks: [
        { form in
          form.value("patient") == nil && form.text("note").isEmpty
            ? [FieldProblem(field: "patient", sentence: "name the patient, or write whom the room is held for")] : []
        }
      ])
    return BedForm(.hold, [room], form) { form, room, service in
      try service.hold(
        room.id, for: form.value("patient").map { PatientID($0) }, note: form.text("note"),
        until: form.timestamp("until") ?? form.moment.now)
    }
  }

  /// Taking rooms out of service, with a reason and when they are expected to open again.
  static func block(_ rooms: [RoomBoardRow], at moment: FormMoment) -> BedForm {
    let names = rooms.count == 1 ? rooms[0].number : Listing.count(rooms.count, "room")
    let form = Form(
      id: "block", title: "Block \(names)",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [
                .text(
                  "reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit,
                  hint: "broken call bell", reader: .line())
              ],
              [
                .moment("reopens", "Expected to reopen", hint: "T+1 0800, empty for not known") {
                  (time, moment) throws(Refusal) in try BlockRule.checkReopening(time, at: moment.now)
                }
              ],
            ])
        ]
      ], moment: moment)
    return BedForm(.block, rooms, form) { form, room, service in
      try service.block(room.id, because: form.text("reason"), reopensAt: form.timestamp("reopens"))
    }
  }
}
