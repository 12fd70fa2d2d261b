import HospitalDomain
import HospitalScreens
import TerminalKit

/// The columns of the queue. What is wanted least goes first where there is little room; who it is for always stays.
struct PharmacyTable {
  let table: Table<QueuedPrescription>

  init(_ screen: PharmacyScreen) {
    let now = screen.now
    table = Table(
      [
        TableColumn("WAIT", width: .fixed(6), align: .right) { PharmacyScreen.wait(of: $0, at: now) },
        TableColumn("PRIORITY", width: .fixed(10), role: { $0.priority.isPressing ? .rxUrgent : nil }) {
          $0.priority.label
        },
        TableColumn("RX", width: .fixed(6), align: .right, rank: 1) { "\($0.prescription.number)" },
        TableColumn("PATIENT", width: .flexible(16)) { $0.patient.name.listed },
        TableColumn("BORN", width: .fixed(10)) { "\($0.patient.birthDate)" },
        TableColumn("MEDICINE", width: .flexible(16)) {
          $0.prescription.items.map(\.medication).joined(separator: ", ")
        },
        TableColumn("STATE", width: .fixed(7), role: { $0.isOnHold ? .rxHeld : nil }) { $0.stateTitle },
      ],
      empty: screen.list.all.isEmpty ? "Nothing waits for the pharmacy." : "Nothing is like this. Esc shows the queue.")
  }
}

extension PrescriptionPriority {
  /// Mark and word, the words below each other: `!! stat`, `!  urgent`.
  fileprivate var label: String { mark.padded(to: 2) + " " + rawValue }
}
