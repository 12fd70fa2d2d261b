import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("Rooms, departments, doctors and staff are kept in lists (A6, B1, B2)")
struct CatalogueTests {
  let hospital: TestHospital
  let desk: Desk

  init() throws {
    hospital = try TestHospital()
    desk = Desk(workplace: hospital.workplace, terminal: "test") {}
    desk.begin(hospital.session(.administrator))
  }

  private func screen<Kind: CatalogueKind>(_ kind: Kind.Type, as role: Role = .administrator) -> CatalogueScreen<Kind> {
    CatalogueScreen<Kind>(session: hospital.session(role))
  }

  /// Fills a form in and saves it; the sentence, or nil if it was refused.
  private func save<Kind: CatalogueKind>(
    _ form: inout CatalogueForm<Kind>, _ texts: [String: String]
  ) -> String? {
    for (field, text) in texts { form.form.fill(field, with: text) }
    return form.save()
  }

  @Test("an administrator adds a room, which stands on the board at once")
  func addRoom() throws {
    var screen = screen(RoomCatalogue.self)
    var form = try #require(screen.form(isNew: true, at: desk) as CatalogueForm<RoomCatalogue>?)
    let said = save(&form, ["department": "4A", "number": "4A-20", "kind": "private", "features": "side room"])
    #expect(said == "Room 4A-20 is added, in service and free")
    screen.read()
    #expect(screen.items.contains { $0.number == "4A-20" && $0.features == "side room" })
    #expect(try BedService(hospital.session(.nurse)).board().contains { $0.number == "4A-20" })
  }

  @Test("a number that is taken is refused beside its field; what was typed stays")
  func takenNumber() throws {
    var screen = screen(RoomCatalogue.self)
    var form = try #require(screen.form(isNew: true, at: desk) as CatalogueForm<RoomCatalogue>?)
    let said = save(&form, ["department": "4A", "number": "4A-01", "kind": "private"])
    #expect(said == nil)
    #expect(form.form.focused.id == "number")
    #expect(form.form.focused.problem?.contains("There is a room 4A-01 already") == true)
  }

  @Test("a room is changed with a reason, and retired only while nobody is in it")
  func changeAndRetire() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    var screen = screen(RoomCatalogue.self)
    var form = try #require(screen.form(isNew: false, at: desk) as CatalogueForm<RoomCatalogue>?)
    #expect(save(&form, ["features": "oxygen, monitor"]) == nil)
    #expect(form.form.focused.id == "reason")
    #expect(save(&form, ["reason": "new monitor"]) == "Room 4A-01 is changed")
    screen.retire(because: "demolished")
    #expect(screen.takeNews().first?.sentence.contains("DUARTE, Inês") == true)
    screen.move(by: 1)
    screen.retire(because: "demolished")
    #expect(screen.takeNews().map(\.sentence) == ["Room 4A-02 is retired."])
    #expect(screen.items.count == 5)
  }

  @Test("departments are added, and retired only without rooms and people")
  func departments() throws {
    var screen = screen(DepartmentCatalogue.self)
    var form = try #require(screen.form(isNew: true, at: desk) as CatalogueForm<DepartmentCatalogue>?)
    #expect(save(&form, ["name": "5C Dermatology", "genderRule": "any"]) == "Department 5C Dermatology is added")
    screen.read()
    screen.retire(because: "closed")
    #expect(screen.takeNews().first?.sentence.contains("move or retire them first") == true)
    screen.move(by: 99)
    screen.retire(because: "never opened")
    #expect(screen.takeNews().map(\.sentence) == ["Department 5C Dermatology is retired."])
  }

  @Test("doctors and staff have a name, an address, a telephone and one department (B2)")
  func employees() throws {
    var screen = screen(DoctorCatalogue.self)
    var form = try #require(screen.form(isNew: true, at: desk) as CatalogueForm<DoctorCatalogue>?)
    #expect(save(&form, ["familyName": "Haugen", "occupation": "surgery", "department": "4B"]) == nil)
    #expect(form.form.wrongFields.map(\.id) == ["givenName", "address", "telephone"])
    let said = save(&form, ["givenName": "-", "address": "3 Mill Street", "telephone": "0861234567"])
    #expect(said == "HAUGEN is a doctor of the hospital", "\(form.form.message?.sentence ?? "")")
    screen.read()
    #expect(screen.items.contains { $0.details.name.family == "Haugen" && $0.departmentName == "4B Surgical" })
  }

  @Test("an employee with patients cannot leave")
  func leaving() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    var screen = screen(StaffCatalogue.self, as: .humanResources)
    screen.openFilter()
    for letter in "okafor" { screen.editFilter { _ = $0.type(String(letter)) } }
    #expect(screen.countText == "1 of 2 staff")
    screen.retire(because: "retired")
    #expect(screen.takeNews().first?.sentence.contains("has patients in 4A-01") == true)
  }

  @Test(
    "those who may not change a list see it and are told who can",
    arguments: [Role.nurse, .headNurse, .doctor, .reception, .cashier, .humanResources])
  func permissions(role: Role) {
    var rooms = screen(DepartmentCatalogue.self, as: role)
    #expect(!rooms.items.isEmpty)
    #expect(rooms.refusal?.contains("administrators can") == true)
    let form = rooms.form(isNew: true, at: desk)
    #expect(form == nil)
    #expect((screen(StaffCatalogue.self, as: role).refusal == nil) == (role == .humanResources))
  }
}
