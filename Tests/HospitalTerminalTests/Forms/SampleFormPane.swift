import HospitalDomain
import HospitalScreens
import HospitalTerminal
import TerminalKit

/// A registration-like form, to try the drawing of forms with.
struct SampleFormPane: FormPane {
  static let keyTable = formKeys(saves: "Register the patient")

  var asks = Asks()
  var sheet = FormSheet(SampleFormPane.form())
  var saved: [String] = []
  var keptDrafts = 0
  var keeping = TypingTimer.draft
  var draftKept: String { keptDrafts > 0 ? "Draft kept 14:02:00" : "" }
  var moment: FormMoment { SampleFormPane.moment }
  var title: String { "Register · new patient" }

  static let moment = FormMoment(now: LocalTime.utc.moment(of: CalendarDate(clampedDayNumber: 20_778)) + .hours(14))

  mutating func save() {
    saved.append(sheet.form.text("family"))
    asks.ok("\(sheet.form.text("family")) is registered.")
  }

  mutating func keepDraft() { keptDrafts += 1 }

  static func form() -> Form {
    let sexes = Sex.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    let doctors =
      (1...30).map { FieldChoice("DOCTOR-\($0), Ann", value: "d-\($0)", detail: "Ward \($0)") } + [
        FieldChoice("LINDQVIST, Maja", value: "d-98", detail: "Orthopaedics"),
        FieldChoice("LINDHOLM, Per", value: "d-99", detail: "Anaesthesia"),
      ]
    return Form(
      id: "sample", title: "new patient",
      pages: [
        [
          FormSection(
            "IDENTITY",
            rows: [
              [
                .text("family", "Family name", required: true, width: 20, help: "As in the passport."),
                .text("given", "Given name", required: true, width: 16),
              ],
              [
                .date("born", "Born", required: true, reader: .birthDate).besideWidth(18),
                .choice("sex", "Sex", sexes, required: true),
              ],
              [
                .text("national", "National id", width: 14),
                FormField.text("number", "Number", width: 16, hint: "(given on saving)").readOnly(),
              ],
              [.text("telephone", "Telephone", required: true, width: 16, reader: .telephone)],
            ]),
          FormSection(
            "CONTACT",
            rows: [
              [.text("address", "Address", required: true, width: 50, limit: 120)],
              [
                .text("contact", "Emergency", required: true, width: 14),
                .text("relation", "Relation", required: true, width: 8),
                .text("contactTelephone", "Telephone", required: true, width: 12, reader: .telephone),
              ],
            ]),
          FormSection(
            "STAY",
            rows: [
              [.lookup("doctor", "Doctor", FieldLookup(noun: "doctor", choices: doctors), width: 20)],
              [.dateTime("arrives", "Arrives")],
              [.lines("reason", "Reason", rows: 3, width: 50)],
            ]),
        ],
        [
          FormSection("MORE", rows: [[.yesNo("consent", "Consent"), .secret("pin", "PIN", required: false, width: 8)]])
        ],
      ], moment: moment)
  }
}

/// A host whose third tab is a form.
final class FormHost: ShellHost {
  var now: Int64 = SampleFormPane.moment.now.milliseconds
  var status = ShellStatus(place: "St Brigid General", user: "OKAFOR N.", role: "nurse", live: .live, clock: "14:02")

  func tabs() -> [ShellTab] {
    [ShellTab(1, "Home") { HomePane() }, ShellTab(2, "Beds") { HomePane() }, ShellTab(3, "Register") { HomePane() }]
  }
}

/// Opens the form.
struct HomePane: Pane {
  static let keyTable: [Command<HomePane>] = [
    Command("home.open", keys: [.enter], title: "Open", hint: "Open") { $0.asks.push(SampleFormPane()) }
  ]
  var asks = Asks()
  var title: String { "Home" }
  mutating func draw(on canvas: inout Canvas) { canvas.write("nothing here", column: 2, row: 0) }
}
