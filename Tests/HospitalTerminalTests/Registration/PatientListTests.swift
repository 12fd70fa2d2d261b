import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import TerminalKit
import Testing

/// The list that a search for patients fills (P3).
struct PatientListTests {
  @Test("who has died is told at every width, however long the name", arguments: screenSizes)
  func died(columns: Int, rows: Int) throws {
    let hospital = try TestHospital(.file)
    try hospital.write { records in
      let id = PatientID("00000000-0000-7000-8000-00000000dead")
      _ = try records.patients.add(
        .sample("Fernandes-Oliveira de Vasconcelos", "Maria Antonieta", born: "1931/08/13", sex: .female), as: id,
        pharmacy: nil, isUnidentified: false)
      try records.patients.setDeath(records.now, of: id, because: "died")
    }
    let station = try Workstation(.reception, in: hospital, columns: columns, rows: rows)
    station.terminal.press("7")
    station.terminal.type("fernandes")
    let row = station.frame.lines.first { $0.contains("FERNANDES") && $0.contains("1931/08/13") }
    #expect(row?.contains(" died") == true, "\(station.frame)")
  }
}
