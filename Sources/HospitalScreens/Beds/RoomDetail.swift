import HospitalDomain

/// Everything that the board knows of one room, as captions and values.
package struct RoomDetail: Hashable, Sendable {
  /// One caption with its value.
  package struct Line: Hashable, Sendable {
    package let caption: String
    package let value: String
    /// Whether it must not be overlooked.
    package let isAlert: Bool
  }

  /// The lines that belong together.
  package struct Section: Hashable, Sendable {
    package let title: String
    package let lines: [Line]
  }

  package let number: String
  package let code: BedCode
  /// What is known of the patient, the room and what comes next; sections with nothing to say are left out.
  package private(set) var sections: [Section]

  init(
    _ row: RoomBoardRow, code: BedCode, was: BedCode?, namesakes: Int, hidesNames: Bool, toCollect: [String] = [],
    now: Timestamp, clock: LocalTime
  ) {
    number = row.number
    self.code = code
    let writer = RoomDetailWriter(row: row, now: now, clock: clock, hidesNames: hidesNames)
    sections = [
      Section(title: "PATIENT", lines: writer.patient(namesakes: namesakes)),
      Section(title: "READY TO COLLECT", lines: row.occupancy == nil ? [] : writer.collect(toCollect)),
      Section(title: "HOLD", lines: code == .held ? writer.hold : []),
      Section(title: "STATE", lines: writer.change(to: code, from: was) + writer.state(code) + writer.forecast),
      Section(title: "ROOM", lines: writer.room),
    ].filter { !$0.lines.isEmpty }
  }
}

extension RoomDetail {
  /// The same with the prescriptions of the stay that are open, below the patient (M1).
  func with(_ prescriptions: [OpenPrescription]) -> RoomDetail {
    guard !prescriptions.isEmpty else { return self }
    let lines = prescriptions.map {
      Line(caption: "Rx \($0.number)", value: "\($0.standing), \($0.owner)", isAlert: false)
    }
    var detail = self
    detail.sections.insert(Section(title: "PRESCRIPTIONS", lines: lines), at: min(1, sections.count))
    return detail
  }
}

/// Finds the words for a room's detail.
struct RoomDetailWriter {
  let row: RoomBoardRow
  let now: Timestamp
  let clock: LocalTime
  let hidesNames: Bool

  /// The room in one line, for a screen without room for more: who looks after the patient, else what the room is for.
  ///
  /// It is made for every key that moves the cursor, so that no line of the detail is made for it.
  func summary(toCollect: [String]) -> String {
    var parts = [row.number]
    if let occupancy = row.occupancy {
      if !hidesNames, case .recorded = occupancy.allergies { parts.append("! \(occupancy.allergies)") }
      if let isolation = occupancy.isolation { parts.append("isolation \(isolation.title)") }
      parts.append("doctor \(occupancy.doctorName.listed)")
      parts.append("assigned \(occupancy.staffName.listed)")
      if let ready = toCollect.first { parts.append("to collect \(ready)") }
    } else {
      parts.append("\(row.kind.title) room")
    }
    if !row.bay.isEmpty { parts.append("bay \(row.bay)") }
    if !row.features.isEmpty { parts.append(row.features) }
    return parts.joined(separator: " · ")
  }

  func patient(namesakes: Int) -> [RoomDetail.Line] {
    guard let occupancy = row.occupancy else { return [] }
    let patient = occupancy.patient
    let age = patient.birthDate.age(on: clock.date(of: now))
    let born = [patient.birthDate.description, age, patient.sex.title].filter { !$0.isEmpty }.joined(separator: ", ")
    let stay = LengthOfStay(from: clock.date(of: occupancy.since), to: clock.date(of: now))
    return [
      line("Name", hidesNames ? patient.name.initials.listed : patient.name.listed),
      namesakes > 1 && !hidesNames
        ? line("Namesakes", "\(namesakes) patients here have this name", isAlert: true) : nil,
      hidesNames ? nil : line("Born", born),
      hidesNames ? nil : line("Number", patient.number.description),
      hidesNames ? nil : allergies(occupancy.allergies),
      line("Doctor", occupancy.doctorName.listed), line("Assigned", occupancy.staffName.listed),
      line("In this room", "\(clock.text(occupancy.since)), \(stay)"),
      occupancy.isolation.map { line("Isolation", $0.title, isAlert: true) },
      leaving(occupancy.expectedDischarge),
    ].compactMap(\.self)
  }

  /// What waits at the pharmacy for the patient.
  func collect(_ prescriptions: [String]) -> [RoomDetail.Line] {
    prescriptions.enumerated().map { place, words in line(place == 0 ? "Pharmacy" : "", words) }
  }

  private func allergies(_ status: AllergyStatus) -> RoomDetail.Line {
    if case .recorded = status { return line("Allergies", status.description, isAlert: true) }
    return line("Allergies", status.description)
  }

  private func leaving(_ time: Timestamp?) -> RoomDetail.Line {
    guard let time else { return line("Leaves", "nobody has said when") }
    let isLate = time < now
    return line(
      "Leaves", "\(clock.text(time)), \(isLate ? "\((now - time).spoken) late" : "in \((time - now).spoken)")",
      isAlert: isLate)
  }

  var hold: [RoomDetail.Line] {
    guard let hold = row.hold else { return [] }
    return [
      line("For", hold.patient.map { hidesNames ? $0.name.initials.listed : $0.name.listed } ?? hold.note),
      hold.patient != nil && !hold.note.isEmpty ? line("Note", hold.note) : nil,
      line("Until", "\(clock.text(hold.expiresAt)), in \((hold.expiresAt - now).spoken)"),
      line("Made", clock.text(hold.madeAt)),
    ].compactMap(\.self)
  }

  /// What happened in the last minute, if anything did.
  func change(to code: BedCode, from was: BedCode?) -> [RoomDetail.Line] {
    guard let was else { return [] }
    return [line("Last change", was == code ? "in the last minute" : "in the last minute, was \(was.title)")]
  }

  func state(_ code: BedCode) -> [RoomDetail.Line] {
    switch code {
    case .occupied, .isolated, .held: []
    case .free: [line("Free since", clock.text(row.since(at: now)))]
    case .housekeeping, .contaminated: cleaning
    case .closed:
      [
        line("Closed since", clock.text(row.service.since)), line("Because", row.service.reason),
        line("Reopens", row.service.reopensAt.map { clock.text($0) } ?? "nobody has said when"),
      ]
    }
  }

  /// When the room can be expected to be free again (A7).
  var forecast: [RoomDetail.Line] {
    guard let line = BedForecast([row], at: now, clock: clock).lines.first, line.reason != nil else { return [] }
    return [self.line("Free again", line.freeAt.map { "\(clock.text($0)), expected" } ?? "nobody knows when")]
  }

  private var cleaning: [RoomDetail.Line] {
    let since = row.service.since
    let ready = since + (row.service.state.usualDuration ?? .zero)
    return [
      line("Since", "\(clock.text(since)), \(max(.zero, now - since).spoken)"),
      line("Usually ready", clock.text(ready) + (ready < now ? ", late" : ""), isAlert: ready < now),
      row.service.state == .contaminated ? line("Needs", "a terminal clean", isAlert: true) : nil,
    ].compactMap(\.self)
  }

  var room: [RoomDetail.Line] {
    let rule = row.department.genderRule
    return [
      line("Ward", row.department.name), line("Kind", row.kind.title), line("Bay", row.bay),
      line("Features", row.features), rule == .any ? nil : line("Meant for", rule.title),
    ].compactMap(\.self).filter { !$0.value.isEmpty }
  }

  private func line(_ caption: String, _ value: String, isAlert: Bool = false) -> RoomDetail.Line {
    RoomDetail.Line(caption: caption, value: value, isAlert: isAlert)
  }
}
