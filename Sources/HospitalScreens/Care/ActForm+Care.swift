import HospitalDomain
import HospitalServices

/// The forms of consultations, nurses' notes and what is added to them.
extension ActForm {
  /// A new consultation of the patient whose record is open.
  package static func consultation(of record: PatientRecord, banner: PatientBanner, at desk: Desk) -> ActForm? {
    guard let session = desk.session else { return nil }
    let (id, begunAt) = (record.id, desk.moment.now)
    let form = Form.single(
      "consultation", "Consultation",
      heading: session.may(.prescribe) ? "CONSULTATION (F6 prescribes)" : "CONSULTATION",
      rows: rows(ConsultationEntry(complaint: "", plan: "")), moment: desk.moment)
    var act = ActForm(.consultation, subject: id.text, form, doing: "Save", about: banner) { form in
      let written = try CareService(session).write(form.consultationEntry, for: id, begunAt: begunAt)
      return DoneAct("The consultation of \(written.patient.listed) is written")
    }
    if session.may(.prescribe) { act.prescribesFor = record }
    return act
  }

  /// An amendment of a consultation on the record that is open.
  package static func amendment(
    of consultation: Consultation, on record: PatientRecord, banner: PatientBanner, at desk: Desk
  ) -> ActForm? {
    desk.session.map { amendment(of: consultation, on: record, banner: banner, by: $0) }
  }

  private static func amendment(
    of consultation: Consultation, on record: PatientRecord, banner: PatientBanner, by session: Session
  ) -> ActForm {
    let (id, version) = (consultation.id, consultation.standing.version)
    let form = Form.single(
      "consultation.amend", "Consultation · amend",
      heading: heading(consultation.standing, session), rows: rows(consultation.words) + [[whyAmended]],
      moment: session.moment)
    return ActForm(
      .amendedConsultation, subject: "\(record.id)/\(id)", form, doing: "Save", about: banner,
      again: {
        let now = try RegistrationService(session).open(record.id)
        guard let consultation = now.consultations?.first(where: { $0.id == id }) else { throw Refusal.noSuchEntry }
        return Fresh(amendment(of: consultation, on: now, banner: banner, by: session), consultation.standing)
      }
    ) { form in
      try CareService(session).amend(id, from: version, to: form.consultationEntry, because: form.text("reason"))
    }
  }

  /// A new nurse's note about the patient whose record is open.
  package static func note(about record: PatientRecord, banner: PatientBanner, at desk: Desk) -> ActForm? {
    guard let session = desk.session else { return nil }
    let id = record.id
    let form = Form.single(
      "note", "Nurse's note", heading: "NURSE'S NOTE", rows: [[text("Note", rows: 8)]],
      moment: desk.moment)
    return ActForm(.nursingNote, subject: id.text, form, doing: "Save", about: banner) { form in
      try CareService(session).write(form.text("text"), about: id)
    }
  }

  /// An amendment of a nurse's note on the record that is open.
  package static func amendment(
    of note: NursingNote, on record: PatientRecord, banner: PatientBanner, at desk: Desk
  ) -> ActForm? {
    desk.session.map { amendment(of: note, on: record, banner: banner, by: $0) }
  }

  private static func amendment(
    of note: NursingNote, on record: PatientRecord, banner: PatientBanner, by session: Session
  ) -> ActForm {
    let (id, version) = (note.id, note.standing.version)
    let form = Form.single(
      "note.amend", "Nurse's note · amend", heading: heading(note.standing, session),
      rows: [[text("Note", rows: 8, note.text)], [whyAmended]], moment: session.moment)
    return ActForm(
      .amendedNote, subject: "\(record.id)/\(id)", form, doing: "Save", about: banner,
      again: {
        let now = try RegistrationService(session).open(record.id)
        guard let note = now.notes?.first(where: { $0.id == id }) else { throw Refusal.noSuchEntry }
        return Fresh(amendment(of: note, on: now, banner: banner, by: session), note.standing)
      }
    ) { form in
      try CareService(session).amend(id, from: version, to: form.text("text"), because: form.text("reason"))
    }
  }

  /// An addendum to an entry on the record that is open.
  package static func addendum(
    to entry: ClinicalEntry, on record: PatientRecord, banner: PatientBanner, at desk: Desk
  ) -> ActForm? {
    guard let session = desk.session else { return nil }
    let form = Form.single(
      "addendum", "Addendum to a \(entry.noun)", heading: "ADDENDUM",
      rows: [[text("Addendum", rows: 6)]], moment: desk.moment)
    return ActForm(.addendum, subject: "\(record.id)/\(entry.id)", form, doing: "Add", about: banner) { form in
      try CareService(session).add(form.text("text"), to: entry)
    }
  }

  private static func heading(_ standing: EntryStanding, _ session: Session) -> String {
    let clock = session.workplace.localTime
    return "WRITTEN \(clock.text(standing.written.at)), FIXED FROM "
      + clock.text(AmendmentWindow.end(ofWritingAt: standing.written.at))
  }

  private static func rows(_ words: ConsultationEntry) -> [[FormField]] {
    ConsultationEntry.Field.allCases.map { field in
      [
        .lines(
          field.rawValue, field.caption, rows: 3, required: field.isRequired, limit: SafeText.noteLimit,
          text: words[field])
      ]
    }
  }

  private static func text(_ caption: String, rows: Int, _ text: String = "") -> FormField {
    .lines("text", caption, rows: rows, required: true, limit: SafeText.noteLimit, text: text)
  }

  private static let whyAmended = FormField.text(
    "reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit,
    help: "Why it is amended; what stood there before stays readable.", reader: .line())
}

extension Form {
  /// What the fields of a consultation say.
  fileprivate var consultationEntry: ConsultationEntry {
    ConsultationEntry(
      complaint: text("complaint"), findings: text("findings"), diagnosis: text("diagnosis"), plan: text("plan"))
  }
}

extension ActForm.Fresh {
  /// A form over an entry as it stands now.
  fileprivate init(_ form: ActForm, _ standing: EntryStanding) {
    self.init(form: form, changed: standing.changed, reason: standing.reason)
  }
}
