import HospitalDomain
import HospitalServices

extension BedForm {
  /// Admitting a patient to a room (A3). For a room that is held for a patient, that patient stands there already,
  /// as does one whom the form is opened for. Another room can be chosen: this one may be taken before the form is saved.
  static func admit(
    to room: RoomBoardRow, for patient: RoomBoardRow.PatientLine? = nil, among board: [RoomBoardRow],
    from directory: BedDirectory, at moment: FormMoment, hidesNames: Bool = false
  ) -> BedForm {
    let held = room.code(at: moment.now) == .held ? room.hold?.patient : nil
    let guest = RoomGuest(patient ?? held, near: room.department.id)
    let rooms = FieldLookup.rooms(for: guest, among: board, at: moment, hidesNames: hidesNames)
    let chosen = FieldChoice(room.number, value: room.id.text, detail: room.department.name)
    let form = Form(
      id: "admit", title: "Admit to \(room.number)",
      pages: [
        [
          FormSection("PATIENT", rows: [[.patient(from: directory, chosen: patient ?? held, required: true)]]),
          FormSection("CARE", rows: care(in: room, from: directory)),
          FormSection(
            "STAY",
            rows: stay(in: room) + [
              [
                .lookup(
                  "room", "Room", rooms, required: true, width: 12, hint: "F4 lists the free ones",
                  help:
                    "The room that the form was opened for; another can be chosen where that one is taken meanwhile.",
                  chosen: chosen)
              ]
            ]),
        ]
      ], moment: moment)
    return BedForm(.admit, [room], form, for: guest) { form, _, service in
      try service.admit(
        AdmissionOrder(
          patient: PatientID(form.value("patient") ?? ""), room: RoomID(form.value("room") ?? ""),
          doctor: DoctorID(form.value("doctor") ?? ""),
          staff: StaffID(form.value("staff") ?? ""),
          admissionClass: form.value("class").flatMap(AdmissionClass.init) ?? .inpatient,
          type: form.value("type").flatMap(AdmissionType.init) ?? .routine, complaint: form.text("complaint"),
          expectedDischarge: form.timestamp("expected"), reason: form.text("reason")))
    }
  }

  /// Names the room in the title as it is chosen by now.
  package mutating func nameRoom() {
    guard act == .admit, form.value("room") != nil else { return }
    // A room that is only being typed is none yet; one that was taken from the list is.
    if form.focused.id != "room" || form["room"]?.chosen?.title == form.text("room") {
      form.title = "Admit to \(form.choice("room")?.title ?? form.text("room"))"
    }
  }

  private static func care(in room: RoomBoardRow, from directory: BedDirectory) -> [[FormField]] {
    [
      [
        .lookup(
          "doctor", "Doctor", FieldLookup(noun: "doctor") { directory.doctors(room.department.id) },
          required: true, width: 30)
      ],
      [.staff(in: room, from: directory, required: true)],
    ]
  }

  private static func stay(in room: RoomBoardRow) -> [[FormField]] {
    let classes = AdmissionClass.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    let types = AdmissionType.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    return [
      [
        .coded("class", "Class", classes, value: AdmissionClass.inpatient.rawValue, width: 12),
        .coded("type", "Type", types, value: AdmissionType.routine.rawValue, width: 20),
      ],
      [.text("complaint", "Complaint", required: true, width: 46, limit: SafeText.lineLimit, reader: .line())],
      [
        .moment("expected", "Expected discharge", hint: "T+3 1100, empty for not known") {
          (time, moment) throws(Refusal) in try AdmissionRule.checkExpected(time, since: moment.now)
        }
      ],
      [.reason(hint: room.department.genderRule == .any ? "" : "ward for \(room.department.genderRule.title)")],
    ]
  }
}

extension FormField {
  /// A patient, found by any part of name, number, telephone or birth date.
  static func patient(
    from directory: BedDirectory, chosen patient: RoomBoardRow.PatientLine? = nil, required: Bool
  ) -> FormField {
    .lookup(
      "patient", "Patient", FieldLookup(noun: "patient", source: directory.patients), required: required, width: 30,
      hint: "name, number, born", chosen: patient.map { FieldChoice(patient: $0) })
  }

  /// The member of staff assigned to the room (B5).
  static func staff(in room: RoomBoardRow, from directory: BedDirectory, required: Bool) -> FormField {
    .lookup(
      "staff", "Assigned staff", FieldLookup(noun: "member of staff") { directory.staff(room.department.id) },
      required: required, width: 30)
  }

  /// Why a rule is passed over.
  static func reason(required: Bool = false, hint: String = "") -> FormField {
    .text(
      "reason", "Reason", required: required, width: 46, limit: SafeText.lineLimit, hint: hint,
      help: "Needed when the room is meant for the other sex, or when the act asks for one. It is kept with your name.",
      reader: .line())
  }
}

extension FieldChoice {
  /// A patient as a pick list names one.
  init(patient: RoomBoardRow.PatientLine) {
    self.init(
      patient.name.listed, value: patient.id.text,
      detail: "\(patient.birthDate) \(patient.sex.rawValue) \(patient.number)")
  }
}
