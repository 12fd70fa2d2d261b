import HospitalDomain
import HospitalServices

/// A form that does something to a room of the board, or to several that are marked.
package struct BedForm: EditedForm {
  /// What it does.
  package let act: BedAct
  /// The rooms that it is done to; one, unless the act takes many.
  package let rooms: [RoomBoardRow]
  /// What is filled in.
  package var form: Form
  /// Who the form is about, as every screen that touches a patient says it; nil while it is about nobody.
  package internal(set) var banner: PatientBanner?
  /// The patient whose banner that is.
  var identified: PatientID?
  package var otherEdition: OtherEdition<BedForm>?
  /// Where the doctor says that a patient who leaves goes; nil where that was not read.
  var ordered: Disposition?
  private let send: @Sendable (Form, RoomBoardRow, BedService) throws -> DoneAct

  init(
    _ act: BedAct, _ rooms: [RoomBoardRow], _ form: Form, for guest: RoomGuest? = nil,
    send: @escaping @Sendable (Form, RoomBoardRow, BedService) throws -> DoneAct
  ) {
    self.act = act
    self.rooms = rooms
    self.form = form
    self.send = send
    self.guest = guest
    self.form.editsRecord = act.changed != nil
  }

  /// Whom a room is looked for in it; nil for forms that look for none.
  var guest: RoomGuest?

  /// The patient that the form is about, for the banner; nil while nobody is in the room. Whoever lies in the room that
  /// somebody was to be admitted to is not whom that form is about.
  package var patient: RoomBoardRow.PatientLine? { act == .admit ? nil : rooms.first?.occupancy?.patient }

  /// What has to be typed before an act that is not lightly undone, and what it leads to; nil for the others.
  package var confirmation: BedConfirmation? {
    guard act == .leave, let room = rooms.first, let patient else { return nil }
    let asOrdered = ordered.map { "\($0.title), as ordered" } ?? "as ordered"
    return BedConfirmation(leaving: room, patient, to: form.text("disposition").nonEmpty ?? asOrdered)
  }

  /// Does the act to one room.
  func send(to room: RoomBoardRow, by service: BedService) throws -> DoneAct { try send(form, room, service) }

  /// Whether it is still about the patient who is in a room now.
  func isAbout(_ room: RoomBoardRow) -> Bool {
    guard let before = rooms.only?.occupancy else { return false }
    return before.stay == room.occupancy?.stay
  }

  /// Shows in the form why the act was refused; nothing typed is lost.
  mutating func show(_ problem: any Error) {
    switch problem {
    case let refusal as Refusal: form.show(refusal)
    case let entry as InvalidEntry: form.show(entry)
    default:
      let message = FormMessage(problem: problem)
      form.say(message.level, message.sentence)
    }
  }
}

/// A question of tier 2 (screens.md): what will happen, and the word that must be typed first.
package struct BedConfirmation: Hashable, Sendable {
  /// What is asked: `Patient left?`
  package let title: String
  /// Whom it touches and what follows.
  package let lines: [String]
  /// The room number, to be typed.
  package let typed: String
  /// The harmless answer.
  package let keep: String
  /// The answer that acts.
  package let act: String

  init(leaving room: RoomBoardRow, _ patient: RoomBoardRow.PatientLine, to disposition: String) {
    title = "Patient left?"
    lines = [
      patient.name.listed,
      "Born \(patient.birthDate) · \(patient.sex.title) · \(patient.number)",
      "Leaves \(room.number), \(room.department.name), to: \(disposition)",
      "",
      "Ends the stay and sends \(room.number) to be cleaned. The account stays open.",
      "For 24 h it can be taken back (Check-out, t) while the room is not taken again.",
    ]
    typed = room.number
    keep = "Keep patient"
    act = "Patient left"
  }
}

extension Form {
  /// The moment that a date and time field holds; nil while it is blank or wrong.
  func timestamp(_ id: FormField.ID) -> Timestamp? {
    value(id).flatMap { try? DateTimeEntry.read($0, now: moment.now, clock: moment.local) }
  }
}

extension FormField {
  /// A date and time as every form of the board asks for them.
  ///
  /// - Parameter rule: what the rule of the act says of the moment; told beside the field as soon as it is left.
  static func moment(
    _ id: String, _ caption: String, required: Bool = false, text: String = "", hint: String = "T+1 1500, +4h",
    help: String = "",
    obeying rule: @escaping @Sendable (Timestamp, FormMoment) throws(Refusal) -> Void = { (_, _) throws(Refusal) in }
  ) -> FormField {
    .dateTime(id, caption, required: required, hint: hint, help: help, text: text, reader: .dateTime(obeying: rule))
  }

  /// One of the cases of a coded list, typed as its code or as the beginning of its word.
  static func coded(
    _ id: String, _ caption: String, _ choices: [FieldChoice], required: Bool = true, value: String, width: Int = 22
  ) -> FormField {
    .lookup(
      id, caption, FieldLookup(noun: caption.lowercased(), choices: choices), required: required, width: width,
      chosen: choices.first { $0.value == value })
  }
}
