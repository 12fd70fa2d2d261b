import HospitalDomain
import HospitalServices

/// Consultations and nurses' notes on a patient's record; nothing where this person may not read them.
extension RecordSections {
  var consultations: RecordSection? {
    record.consultations.map { list in
      RecordSection(
        "CONSULTATIONS", list.map(line) + cut(list.count), none: "none written")
    }
  }

  var notes: RecordSection? {
    record.notes.map { list in
      RecordSection("NURSES' NOTES", list.map(line) + cut(list.count), none: "none written")
    }
  }

  private func line(_ consultation: Consultation) -> RecordLine {
    let words = consultation.words
    let said = ConsultationEntry.Field.allCases.filter { !words[$0].isEmpty }.flatMap { field in
      [field.caption] + Self.indented(words[field])
    }
    let texts =
      said + (consultation.prescribed.isEmpty ? [] : ["Prescribed"]) + consultation.prescribed.map { "  Rx \($0)" }
    return line(
      consultation.entry, consultation.standing, [words.diagnosis, words.complaint], title: "Consultation", texts)
  }

  private func line(_ note: NursingNote) -> RecordLine {
    line(note.entry, note.standing, [note.text], title: "Nurse's note", Self.indented(note.text))
  }

  private func line(
    _ entry: ClinicalEntry, _ standing: EntryStanding, _ summary: [String], title: String, _ texts: [String]
  ) -> RecordLine {
    // Who wrote it comes first: what is written may be longer than the line.
    let marks = [
      standing.written.by,
      standing.isStruckOut ? "STRUCK OUT" : standing.isAmended ? "amended" : nil,
      standing.addenda.isEmpty ? nil : "+\(Listing.count(standing.addenda.count, "addendum", plural: "addenda"))",
    ]
    return RecordLine(
      clock.text(standing.written.at),
      joined(marks + summary.map { $0.split(separator: "\n").first.map(String.init) }),
      standing.isStruckOut ? .faint : .plain,
      detail: ["\(title), \(clock.text(standing.written.at))", "by \(standing.written.by)"] + fate(of: standing)
        + [""] + texts + addenda(standing),
      subject: .entry(entry))
  }

  /// What was done to an entry, and who may still change it.
  private func fate(of standing: EntryStanding) -> [String] {
    let (who, when) = (standing.changed.by, clock.text(standing.changed.at))
    var lines: [String] = []
    if standing.isStruckOut { lines = ["STRUCK OUT \(when) by \(who)", "because: \(standing.reason)"] }
    if standing.isAmended { lines = ["Amended \(when) by \(who)", "because: \(standing.reason)"] }
    let keys = standing.isStruckOut ? "V: history" : "E: amend  X: strike out  +: add  V: history"
    return lines + [AmendmentWindow.words(standing, for: reader, at: now, clock: clock), keys]
  }

  private func addenda(_ standing: EntryStanding) -> [String] {
    standing.addenda.flatMap { addendum in
      ["", "Addendum \(clock.text(addendum.written.at)) by \(addendum.written.by)"] + Self.indented(addendum.text)
    }
  }

  /// Who wrote a prescription and until when it can be changed, and what was added to it.
  func standing(of prescription: PatientPrescription) -> [String] {
    guard let standing = record.prescriptionStandings[prescription.id] else { return [] }
    let fate =
      prescription.status == "completed"
      ? [Refusal.prescriptionHandedOver.sentence, "+: add  V: history"] : fate(of: standing)
    return ["", "Written \(clock.text(standing.written.at)) by \(standing.written.by)"] + fate + addenda(standing)
  }

  private func cut(_ count: Int) -> [RecordLine] {
    count < CareService.mostShown ? [] : [RecordLine("", "The newest \(count) are shown.", .faint)]
  }

  private static func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
  }
}
