import HospitalDomain
import HospitalServices

/// A patient's record laid out for one screen (P5), in the order in which it is asked for at a bedside.
struct RecordSections {
  let record: PatientRecord
  let clock: LocalTime
  let today: CalendarDate
  let now: Timestamp
  /// Who reads it.
  let reader: AccountID?

  var all: [RecordSection] {
    [
      merged, restricted, place, allergies, details, admissions, consultations, notes, appointments, prescriptions,
      invoices, merges, versions,
    ].compactMap(\.self)
  }

  /// Only where this record was merged away: look at the other.
  private var merged: RecordSection? {
    record.mergedAway.map { merge in
      RecordSection(
        "MERGED AWAY",
        [
          RecordLine(
            "Now", "\(merge.survivor.name.listed) \(merge.survivor.number)", .alert, detail: detail(of: merge),
            subject: .merge(merge))
        ])
    }
  }

  /// Only where the record is restricted: that it was opened is known.
  private var restricted: RecordSection? {
    record.restriction.map { kind in
      RecordSection("RESTRICTED", [RecordLine("Because", "\(kind.title); who opened it is reported", .alert)])
    }
  }

  var place: RecordSection {
    guard let room = record.room, let stay = record.occupancy else {
      return RecordSection("NOW", [RecordLine("Room", "in no room", .faint)])
    }
    var lines = [
      RecordLine("Room", "\(room.number), \(room.department.name), since \(clock.text(stay.since))"),
      RecordLine("Doctor", stay.doctorName.listed), RecordLine("Staff", stay.staffName.listed),
    ]
    if let isolation = stay.isolation { lines.append(RecordLine("Isolation", isolation.title, .alert)) }
    if let leaves = stay.expectedDischarge { lines.append(RecordLine("Expected out", clock.text(leaves))) }
    return RecordSection("NOW", lines)
  }

  var allergies: RecordSection {
    let lines = record.allergies.map { line in
      RecordLine(
        "", line.entry.description + (line.struckOut == nil ? "" : "  struck out"),
        line.struckOut == nil ? .alert : .faint, detail: detail(of: line),
        subject: line.struckOut == nil ? .allergy(line) : .none)
    }
    let status = record.details.allergies
    let hasSome = !status.entries.isEmpty
    return RecordSection(
      "ALLERGIES", (hasSome ? [] : [RecordLine("", status.description, status == .unknown ? .alert : .plain)]) + lines)
  }

  var details: RecordSection {
    let details = record.details
    let contact = details.emergencyContact
    let lines = [
      RecordLine("Born", "\(details.birthDate)  \(details.birthDate.age(on: today))  \(details.sex.title)"),
      RecordLine("Telephone", joined([details.telephone.text, details.email?.text])),
      RecordLine("Address", joined([details.address, details.town])),
      RecordLine("Emergency", joined([contact.name, contact.relation, contact.telephone.text])),
      RecordLine("National id", details.nationalID?.text ?? "not known"),
      RecordLine(
        "Blood group", joined(["\(details.bloodGroup.rawValue)", details.language.isEmpty ? nil : details.language])),
      RecordLine("Insurer", details.insurer.isEmpty ? "none named" : details.insurer),
      RecordLine("Pharmacy", details.pharmacy.isEmpty ? "none named" : details.pharmacy),
      RecordLine("Registered", "\(clock.text(record.patient.registered.at)) by \(record.patient.registered.by)"),
    ]
    return RecordSection(record.patient.isUnidentified ? "DETAILS  unidentified patient" : "DETAILS", lines)
  }

  var admissions: RecordSection {
    RecordSection(
      "ADMISSIONS",
      record.admissions.map { line in
        let admission = line.admission
        let rooms = line.stays.map(\.roomNumber).joined(separator: ", ")
        return RecordLine(
          admission.admittedAt.map { "\(clock.date(of: $0))" } ?? "planned",
          joined([admission.status.title, rooms, admission.complaint]), admission.status.isOpen ? .plain : .faint,
          detail: [
            "\(admission.status.title), \(admission.admissionClass.title)", "Arrived as \(admission.type.title)",
            admission.complaint, "Doctor \(line.doctor.listed)",
          ] + line.stays.map(stay) + (admission.disposition.map { ["To \($0.title)"] } ?? []),
          history: VersionedRecord(.admission, admission.id.text))
      }, none: "never admitted")
  }

  private func stay(_ line: StayLine) -> String {
    let end = line.endedAt.map { clock.text($0) } ?? "now"
    return "\(line.roomNumber)  \(clock.text(line.startedAt)) to \(end)  \(line.staffName.listed)"
  }

  var versions: RecordSection {
    RecordSection(
      "HISTORY OF DETAILS",
      record.versions.map { version in
        RecordLine(
          clock.text(version.recorded.at), joined([version.recorded.by, version.summary]),
          detail: version.lines(clock: clock), subject: .version(version.version))
      })
  }

  func detail(of merge: MergeLine) -> [String] {
    [
      "\(merge.duplicate.number) \(merge.duplicate.name.listed)",
      "is merged into \(merge.survivor.number) \(merge.survivor.name.listed)",
      "\(clock.text(merge.merged.at)) by \(merge.merged.by)", "because: \(merge.reason)",
    ]
  }

  private func detail(of line: AllergyLine) -> [String] {
    var lines = [line.entry.description, "recorded \(clock.text(line.recorded.at)) by \(line.recorded.by)"]
    if let struck = line.struckOut {
      lines += ["struck out \(clock.text(struck.at)) by \(struck.by)", "because: \(line.strikeReason)"]
    }
    return lines
  }

  func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension PatientVersion {
  /// What it changed, in a line: `Address, Telephone: moved house`.
  package var summary: String {
    let fields = changes.map(\.caption).joined(separator: ", ")
    if changes.isEmpty, reason.isEmpty { return "registered" }
    return [fields, reason].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// All of it, line by line, with what each field held before and holds since.
  package func lines(clock: LocalTime) -> [String] {
    ["Version \(version), \(clock.text(recorded.at))", "by \(recorded.by)"]
      + (reason.isEmpty ? [] : ["because: \(reason)"])
      + changes.flatMap { change in
        [
          "", change.caption, "  was  \(change.before.isEmpty ? "nothing" : change.before)",
          "  now  \(change.after.isEmpty ? "nothing" : change.after)",
        ]
      }
  }
}
