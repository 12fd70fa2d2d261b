import HospitalDomain
import HospitalScreens
import TerminalKit

/// The columns of the check-out list. What is wanted least goes first where there is little room.
enum CheckOutTable {
  static let table = Table<CheckOutLine>(
    [
      TableColumn("ROOM", width: .fixed(7)) { $0.roomNumber },
      TableColumn("PATIENT", width: .flexible(19)) { $0.name.listed },
      TableColumn("BORN", width: .fixed(10)) { "\($0.patient.birthDate)" },
      TableColumn("DOCTOR", width: .flexible(10), rank: 1) { $0.doctor.listed },
      TableColumn("SINCE", width: .fixed(10), rank: 2) { $0.since },
      TableColumn("RX", width: .fixed(9)) { $0.prescriptionCount },
      TableColumn("NIGHTS", width: .fixed(6), align: .right) { "\($0.nights)" },
      TableColumn(
        "EXPECTED", width: .fixed(11),
        role: { $0.isLate ? .overdue : $0.stage == .here && $0.expectedAt == nil ? .hint : nil }
      ) { $0.expected },
    ], empty: "Nobody is here like this. Esc shows everyone.")
}
