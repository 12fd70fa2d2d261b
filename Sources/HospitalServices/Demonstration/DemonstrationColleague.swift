import HospitalDomain

/// An employee of the demonstration hospital who has an account.
struct DemonstrationColleague {
  let username: String
  let name: PersonName
  let role: Role
  /// What they are employed as, and the number of the department that they belong to.
  let title: JobTitle
  let department: String

  init(_ username: String, _ family: String, _ given: String, _ role: Role, _ title: JobTitle, in department: String) {
    self.username = username
    name = PersonName(family: family, given: given)
    self.role = role
    self.title = title
    self.department = department
  }

  /// One for each role that works there, and a second pharmacist, so that four eyes are there for what two people have signed
  /// already; the administrator is on no staff list.
  static let all = [
    DemonstrationColleague("nurse", "Okafor", "Ngozi", .nurse, .nurse, in: "4A"),
    DemonstrationColleague("headnurse", "Brennan", "Maeve", .headNurse, .headNurse, in: "4A"),
    DemonstrationColleague("doctor", "Lindqvist", "Maja", .doctor, .doctor, in: "4A"),
    DemonstrationColleague("headdoctor", "Achterberg", "Willem", .headDoctor, .headDoctor, in: "4A"),
    DemonstrationColleague("reception", "Doyle", "Ciara", .reception, .recordOfficer, in: "7R"),
    DemonstrationColleague("cashier", "Mbeki", "Thabo", .cashier, .cashier, in: "7R"),
    DemonstrationColleague("pharmacist", "Rossi", "Elena", .pharmacist, .pharmacist, in: "5P"),
    DemonstrationColleague("pharmacist2", "Byrne", "Ada", .pharmacist, .pharmacist, in: "5P"),
    DemonstrationColleague("hr", "Keane", "Donal", .humanResources, .humanResources, in: "7R"),
    DemonstrationColleague("auditor", "Varga", "Judit", .auditor, .auditor, in: "7R"),
  ]
}
