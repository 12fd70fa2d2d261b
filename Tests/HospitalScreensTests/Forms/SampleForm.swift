import HospitalDomain

@testable import HospitalScreens

/// 2026/11/21 14:02 on a clock of UTC.
let afternoon = FormMoment(
  now: LocalTime.utc.moment(of: CalendarDate("2026/11/21")!, at: TimeOfDay(hour: 14, minute: 2)!))

/// A form with a field of every kind, on two pages.
func sampleForm(checks: [@Sendable (Form) -> [FieldProblem]] = []) -> Form {
  let sexes = [
    FieldChoice("female", value: "F"), FieldChoice("male", value: "M"), FieldChoice("other", value: "X"),
    FieldChoice("unknown", value: "U"),
  ]
  let doctors = [
    FieldChoice("LINDQVIST, Maja", value: "d-1", detail: "Orthopaedics"),
    FieldChoice("LINDHOLM, Per", value: "d-2", detail: "Anaesthesia"),
    FieldChoice("ADAMS, Søren", value: "d-3", detail: "Surgery"),
  ]
  return Form(
    id: "sample", title: "new patient",
    pages: [
      [
        FormSection(
          "IDENTITY",
          rows: [
            [.text("family", "Family name", required: true), .text("given", "Given name", required: true)],
            [.date("born", "Born", required: true, reader: .birthDate), .choice("sex", "Sex", sexes, required: true)],
            [.text("number", "Number", hint: "(given on saving)").readOnly()],
            [.text("telephone", "Telephone", required: true, reader: .telephone)],
          ]),
        FormSection(
          "STAY", rows: [[.lookup("doctor", "Doctor", FieldLookup(noun: "doctor", choices: doctors))]]),
      ],
      [
        FormSection(
          "NOTES",
          rows: [
            [.lines("notes", "Notes", limit: 200)],
            [.yesNo("consent", "Consent"), .secret("pin", "PIN", required: false)],
          ])
      ],
    ], moment: afternoon, checks: checks)
}

extension Form {
  /// Types a text key by key.
  mutating func typeOut(_ text: String) {
    for character in text { type(String(character)) }
  }
}
