import HospitalDomain
import HospitalRecords

extension StaffService {
  /// Every department in use with how many rooms and people it has, by number.
  package func census() throws -> [DepartmentCensus] {
    try session.look(.seeStaff) { records in
      let restricted = try records.restrictions.departments()
      return try records.departments.all().map { department in
        let burden = try records.departments.burden(of: department.id)
        return DepartmentCensus(
          department, rooms: burden.rooms, people: burden.people,
          isRestricted: restricted.contains(department.id))
      }
    }
  }
}
