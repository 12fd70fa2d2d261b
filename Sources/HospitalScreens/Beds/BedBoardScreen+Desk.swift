import HospitalDomain
import HospitalServices

extension BedBoardScreen {
  /// The board for a session at a desk, with the rows that its feed has read.
  package init(session: Session, desk: Desk) {
    self.init(
      session: session, directory: BedDirectory(session), board: desk.board?.rooms ?? [],
      edition: desk.board?.edition ?? 0, at: session.workplace.clock())
  }

  /// Lets the time pass that has passed by the hospital's clock, when the board comes to be seen again.
  package mutating func tickNow() { tick(session.workplace.clock()) }

  /// Takes live news, if it is a board.
  package mutating func receive(_ payload: any Sendable) {
    guard let reading = payload as? BoardReading, reading.fault == nil else { return }
    apply(reading, at: session.workplace.clock())
  }
}

extension BedBoardScreen {
  /// Whether the person may read the records of patients at all.
  package var mayReadRecords: Bool { session.may(.readPatient) }

  /// Why the record of the patient in the room cannot be opened; nil when it can.
  package var recordRefusal: String? {
    if let refusal = session.refusal(of: .readPatient) { return refusal.sentence }
    guard let row = selectedRow else { return "No room is shown; Esc clears the filter." }
    return row.patient(at: now) == nil ? Refusal.nobodyThere(row, at: now).sentence : nil
  }

  /// The rooms that a text names, such as `bed 7` or `4a-12`, with what is said of each.
  package static func rooms(named text: String, at desk: Desk) -> [(id: RoomID, number: String, note: String)] {
    let words = TextFolding.fold(text).split(separator: " ")
    guard let last = words.last, words.count <= 2, words.count == 1 || ["bed", "room"].contains(words[0]) else {
      return []
    }
    guard words.count == 2 || last.contains(where: \.isNumber) else { return [] }
    let now = desk.now
    return (desk.board?.rooms ?? []).filter { row in
      let number = TextFolding.fold(row.number)
      return number.hasPrefix(last) || number.hasSuffix("-" + last) || number.hasSuffix("-0" + last)
    }.map { ($0.id, $0.number, $0.code(at: now).title) }
  }
}

extension RoomBoardRow {
  /// The patient in the room, or the one that it is held for.
  package func patient(at now: Timestamp) -> PatientLine? {
    if let occupancy { return occupancy.patient }
    return code(at: now) == .held ? hold?.patient : nil
  }
}

extension BedDirectory {
  /// The people whom a session may look for.
  package init(_ session: Session) {
    let registration = RegistrationService(session)
    let people = StaffService(session)
    self.init(
      patients: { typed in
        let found = (try? registration.search(typed, limit: 50))?.patients ?? []
        return found.map { patient in
          FieldChoice(
            patient.name.listed, value: patient.id.text,
            detail: [
              "\(patient.birthDate) \(patient.sex.rawValue) \(patient.number)", patient.room.map { "in \($0)" } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: ", "))
        }
      },
      doctors: { department in Self.choices((try? people.doctors()) ?? [], first: department) },
      staff: { department in Self.choices((try? people.staff()) ?? [], first: department) })
  }

  /// Employees by name, those of a department before the others.
  private static func choices<Kind>(_ all: [Employee<Kind>], first department: DepartmentID) -> [FieldChoice] {
    let own = all.filter { $0.details.department == department }
    return (own + all.filter { $0.details.department != department }).map { FieldChoice($0) }
  }
}

extension FieldChoice {
  /// An employee as a pick list names one.
  init<Kind>(_ employee: Employee<Kind>) {
    self.init(
      employee.details.name.listed, value: employee.id.text,
      detail: "\(employee.details.occupationTitle), \(employee.departmentName)")
  }
}
