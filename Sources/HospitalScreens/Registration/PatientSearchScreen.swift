import HospitalDomain
import HospitalServices

/// Finding a patient as fast as typing (P3): what was typed, and who is found by it.
package struct PatientSearchScreen {
  /// What has been typed.
  package private(set) var typed = TextEntry(limit: 80)
  /// Who was found, by name.
  package private(set) var patients: [FoundPatient] = []
  /// Whether there are more than are shown.
  package private(set) var isCut = false
  /// Why the search did not work; nil while it does.
  package private(set) var problem: FormMessage?
  private let desk: Desk

  /// A search in which nothing is typed yet.
  package init(desk: Desk, typed: String = "") {
    self.desk = desk
    self.typed = TextEntry(typed, limit: 80)
    search()
  }

  /// Changes what is typed, and searches if that changed it.
  package mutating func edit(_ act: (inout TextEntry) -> Void) {
    let before = typed.text
    act(&typed)
    if typed.text != before { search() }
  }

  /// Searches again, because somebody may have been registered.
  package mutating func refresh() { search() }

  /// What was found, in words: `3 patients`, or what can be typed.
  package var summary: String {
    if typed.isBlank { return "Type a part of the name, number, telephone, birth date, or a room." }
    if problem != nil { return "The search did not work: who is on file is not known now. Type on to try again." }
    if patients.isEmpty { return "Nobody on file is like this. Try fewer letters, or the birth date." }
    return isCut ? "The first \(patients.count); type more to narrow." : Listing.count(patients.count, "patient")
  }

  /// A patient's name as the list shows it.
  package func listed(_ patient: FoundPatient) -> String { desk.session?.listed(patient.name) ?? patient.name.listed }

  /// What a list says of a restricted patient who was typed by name or number; nil where it says nothing.
  package func named(_ patient: FoundPatient) -> String? {
    patient.number == .withheld ? nil : "\(patient.number)  \(listed(patient))"
  }

  /// Where two patients of one list have the same name, a person must look twice: the number of namesakes.
  package func namesakes(of patient: FoundPatient) -> Int { patients.count { $0.name.listed == patient.name.listed } }

  /// Why the record of a patient may not be opened; nil if it may.
  package var openRefusal: Refusal? { desk.session?.refusal(of: .readPatient) }

  private mutating func search() {
    guard let session = desk.session else { return }
    do {
      let finds = try RegistrationService(session).search(typed.text)
      (patients, isCut, problem) = (finds.patients, finds.isCut, nil)
    } catch {
      // Who was found for other letters is not left to be taken for the one who is looked for.
      (patients, isCut, problem) = ([], false, FormMessage(problem: error))
    }
  }
}
