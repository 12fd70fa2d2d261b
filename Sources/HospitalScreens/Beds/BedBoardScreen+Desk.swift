import HospitalDomain
import HospitalServices

extension BedBoardScreen {
  /// The board for a session at a desk, with the rows that its feed has read.
  package init(session: Session, desk: Desk) {
    self.init(
      session: session, directory: BedDirectory(session), board: desk.board?.rooms ?? [], at: session.workplace.clock())
  }

  /// Lets the time pass that has passed by the hospital's clock, when the board comes to be seen again.
  package mutating func tickNow() { tick(session.workplace.clock()) }

  /// Takes live news, if it is a board.
  package mutating func receive(_ payload: any Sendable) {
    guard let reading = payload as? BoardReading, reading.fault == nil else { return }
    apply(board: reading.rooms, at: session.workplace.clock())
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
              "\(patient.number) \(patient.birthDate) \(patient.sex.rawValue)", patient.room.map { "in \($0)" } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: ", "))
        }
      },
      doctors: { ((try? people.doctors()) ?? []).map { FieldChoice($0) } },
      staff: { department in
        let all = (try? people.staff()) ?? []
        let own = all.filter { $0.details.department == department }
        return (own + all.filter { $0.details.department != department }).map { FieldChoice($0) }
      })
  }
}

extension FieldChoice {
  /// An employee as a pick list names one.
  init<Kind>(_ employee: Employee<Kind>) {
    self.init(
      employee.details.name.listed, value: employee.id.text,
      detail: "\(employee.details.occupation), \(employee.departmentName)")
  }
}
