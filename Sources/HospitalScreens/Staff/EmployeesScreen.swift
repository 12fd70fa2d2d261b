import HospitalDomain
import HospitalServices

/// The doctors at work, or the staff (B2, H1).
package struct EmployeesScreen: ManagedDirectory {
  package var rows = NarrowedList<EmployeeLine> {
    "\($0.number) \($0.name) \($0.occupation) \($0.department) \($0.telephone)"
  }
  package var problem: FormMessage?
  /// Whose list it is.
  package let kind: EmployeeEntry.Kind
  private let session: Session

  /// Those at work now.
  package init(_ kind: EmployeeEntry.Kind, _ session: Session) {
    self.kind = kind
    self.session = session
    refresh()
  }

  package var title: String { kind == .doctor ? "Doctors" : "Staff" }
  package var noun: String { kind == .doctor ? "doctor" : "member of staff" }
  package var filterHint: String { "number, name, what they do, ward" }

  package func read() throws -> [EmployeeLine] {
    let service = StaffService(session)
    return switch kind {
    case .doctor: try service.doctors().map { EmployeeLine($0) }
    case .staff: try service.staff().map { EmployeeLine($0) }
    }
  }

  package func history(of row: EmployeeLine) -> VersionedRecord? {
    VersionedRecord(kind == .doctor ? .doctor : .staff, row.id)
  }

  package var formName: FormName { .employee(kind) }

  package var manageRefusal: String? { session.refusal(of: .manageStaff)?.sentence }

  package func newForm() -> DirectoryForm { EmployeeForms(kind, session).new() }

  package func changeForm(of row: EmployeeLine) -> DirectoryForm { EmployeeForms(kind, session).change(row) }

  package func ending(of row: EmployeeLine) -> DirectoryEnding {
    DirectoryEnding(
      title: "\(row.name) has left?",
      lines: [
        "\(row.number), \(row.occupation), \(row.department)",
        "They are no longer listed or assigned. What they did stays on record.",
      ], act: "Has left")
  }

  package func end(_ row: EmployeeLine, because reason: String) throws -> String {
    switch row.person {
    case .doctor(let doctor): try StaffService(session).leave(doctor, because: reason)
    case .staff(let member): try StaffService(session).leave(member, because: reason)
    }
    return "\(row.name) has left."
  }
}
