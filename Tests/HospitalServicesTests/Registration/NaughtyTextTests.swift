import DatabaseKit
import Foundation
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Whatever is typed into a field is kept as it was typed, or refused with a sentence: never changed, never a fault (P1).
struct NaughtyTextTests {
  @Test("P1: every naughty string in every text field is stored unchanged or refused with a sentence")
  func storedOrRefused() throws {
    let hospital = try TestHospital()
    let service = RegistrationService(hospital.session(.reception))
    for text in NaughtyStrings.all {
      // A hyphen in both parts of a name would mean that there is no name at all.
      let fields = Self.fields.filter { isTaken(text, in: $0) && !($0 == .givenName && text == "-") }
      let typed = Dictionary(uniqueKeysWithValues: fields.map { ($0, text) })
      let patient = try service.register(.filled(typed), goingOnBecause: "a test")
      let kept = PatientDetailsEntry(try service.open(patient.id).details)
      for field in fields {
        #expect(kept[field].isKept(from: text), "\(field): \(text.debugDescription) became \(kept[field])")
      }
    }
    let patients = try hospital.read { try $0.transaction.row("SELECT COUNT(*) AS patients FROM patient") }
    #expect(try patients?.count("patients") == NaughtyStrings.all.count + hospital.samples.patients.count)
    #expect(try hospital.engine.integrityProblems().isEmpty)
  }

  /// The fields that are kept word for word; the others are read as numbers, codes and lists.
  private static let fields: [PatientField] = [
    .familyName, .givenName, .address, .town, .emergencyName, .emergencyRelation, .language, .insurer,
  ]

  /// Whether a field takes the text; else it has to say why not.
  private func isTaken(_ text: String, in field: PatientField) -> Bool {
    guard let problem = PatientDetailsEntry.filled([field: text]).problem(in: field, today: TestHospital.today) else {
      return true
    }
    #expect(!problem.sentence.isEmpty)
    return false
  }

  @Test(
    "P1: a naughty string in a field that is read as a number, a code or a list is a problem of the form, never a fault"
  )
  func otherFields() throws {
    let hospital = try TestHospital()
    let service = RegistrationService(hospital.session(.reception))
    let fields = PatientField.allCases.filter { !Self.fields.contains($0) }
    for text in NaughtyStrings.all {
      do {
        let typed = Dictionary(uniqueKeysWithValues: fields.map { ($0, text) })
        _ = try service.register(.filled(typed), goingOnBecause: "a test")
      } catch let entry as InvalidEntry {
        #expect(entry.problems.allSatisfy { !$0.sentence.isEmpty })
      }
      if isTaken(text, in: .allergies) {
        _ = try service.register(.filled([.allergies: text]), goingOnBecause: "a test")
      }
    }
  }

  @Test("P3: every naughty string can be typed into the search and the form's duplicates")
  func searched() throws {
    let hospital = try TestHospital()
    let service = RegistrationService(hospital.session(.reception))
    for text in NaughtyStrings.all {
      _ = try service.search(text)
      _ = try service.likelyDuplicates(for: .filled([.familyName: text, .birthDate: text, .telephone: text]))
    }
    #expect(try service.search("duarte").patients.count == 1)
  }

  @Test("P1: a name that is SQL is found by its words like any other")
  func sqlName() throws {
    let hospital = try TestHospital()
    let service = RegistrationService(hospital.session(.reception))
    let name = "Robert'); DROP TABLE patient;--"
    _ = try service.register(.filled([.givenName: name]))
    #expect(try service.search("robert drop").patients.map(\.name.given) == [name])
  }
}

extension String {
  /// Whether this text is the typed one in normal form C, with its spaces made single and plain, and no more.
  fileprivate func isKept(from typed: String) -> Bool {
    let words = typed.precomposedStringWithCanonicalMapping.unicodeScalars
      .split { $0.properties.generalCategory == .spaceSeparator }
    let expected = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    return Array(unicodeScalars) == Array(expected.unicodeScalars)
  }
}
