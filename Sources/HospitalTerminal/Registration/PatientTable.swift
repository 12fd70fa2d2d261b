import HospitalDomain
import HospitalScreens
import TerminalKit

/// The list of patients that a search found. Namesakes are numbered, so that nobody takes one for the other.
struct PatientTable {
  /// One line: the patient, and which of those with the same name it is.
  struct Row {
    let patient: FoundPatient
    /// Their name as lists show it now.
    let listed: String
    /// 2 for the second of a name, and so on; 0 where the name is there once.
    let namesake: Int

    /// The name, with what must be known before the record is opened.
    var name: String {
      var words = listed
      if namesake > 0 { words += " (\(namesake))" }
      if patient.isUnidentified { words += ", unidentified" }
      return words
    }

    /// The room they are in; that they died, which must not be cut off a long name.
    var place: String { patient.isDeceased ? "died" : patient.room ?? "" }
  }

  private let rows: [Row]

  init(_ screen: PatientSearchScreen) {
    var counts: [String: Int] = [:]
    for patient in screen.patients { counts[screen.listed(patient), default: 0] += 1 }
    var seen: [String: Int] = [:]
    rows = screen.patients.map { patient in
      let name = screen.listed(patient)
      guard counts[name] ?? 0 > 1, patient.number != .withheld else {
        return Row(patient: patient, listed: name, namesake: 0)
      }
      seen[name, default: 0] += 1
      return Row(patient: patient, listed: name, namesake: seen[name] ?? 0)
    }
  }

  func draw(state: inout TableState, on canvas: inout Canvas) {
    Table<Row>(
      [
        TableColumn("NAME", width: .flexible(18)) { $0.name },
        TableColumn("BORN", width: .fixed(11)) { "\($0.patient.birthDate)" },
        TableColumn("SEX", width: .fixed(3)) { $0.patient.isWithheld ? "" : $0.patient.sex.rawValue },
        TableColumn("NUMBER", width: .fixed(12)) { "\($0.patient.number)" },
        TableColumn("ROOM", width: .fixed(8)) { $0.place },
        TableColumn("TELEPHONE", width: .flexible(14), rank: 1) {
          $0.patient.isWithheld ? "" : $0.patient.telephone.text
        },
        TableColumn("TOWN", width: .flexible(12), rank: 2) { $0.patient.town },
        TableColumn("FOUND AS", width: .fixed(12), rank: 3) { $0.patient.foundAs.map { "\($0)" } ?? "" },
      ], empty: ""
    ).draw(rows, state: &state, on: &canvas)
  }
}
