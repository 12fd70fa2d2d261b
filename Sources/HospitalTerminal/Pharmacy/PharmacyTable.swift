import HospitalDomain
import HospitalScreens
import TerminalKit

/// The columns of the queue on so many columns. The number is wanted least; who it is for always stays.
struct PharmacyTable {
  let table: Table<QueuedPrescription>

  init(_ screen: PharmacyScreen, columns: Int) {
    let now = screen.now
    let hasNumber = columns >= 96
    let hasRoom = columns >= 88
    let room = columns - 2 - (6 + 1 + 8 + 1 + 1 + 10 + 1 + 1 + 11) - (hasNumber ? 7 : 0) - (hasRoom ? 8 : 0)
    let medicine = max(14, room * 53 / 100)
    var list: [TableColumn<QueuedPrescription>] = [
      TableColumn("WAIT", width: .fixed(6), align: .right) { PharmacyScreen.wait(of: $0, at: now) },
      TableColumn("PRIORITY", width: .fixed(8), role: { $0.priority.isPressing ? .rxUrgent : nil }) {
        $0.priority.label
      },
      TableColumn("PATIENT", width: .fixed(max(12, room - medicine - 1))) { screen.listed($0.patient.name) },
      TableColumn("BORN", width: .fixed(10)) { "\($0.patient.birthDate)" },
      // A blank more, so that medicine and state are never read as one: `tablet  ready`.
      TableColumn("MEDICINE", width: .fixed(medicine + 1)) {
        MedicineText.fitting($0.prescription.items.map(\.medication), columns: medicine)
      },
      TableColumn("STATE", width: .fixed(11), role: { screen.state(of: $0).role }) { screen.state(of: $0).title },
    ]
    if hasRoom { list.insert(TableColumn("ROOM", width: .fixed(7)) { screen.place(of: $0) }, at: 4) }
    if hasNumber {
      list.insert(TableColumn("RX", width: .fixed(6), align: .right) { "\($0.prescription.number)" }, at: 2)
    }
    table = Table(
      list,
      empty: screen.list.all.isEmpty ? "Nothing waits for the pharmacy." : "Nothing is like this. Esc shows the queue.",
      mark: { screen.isMarked($0) ? .changed : .none })
  }
}

extension QueueState {
  /// The look of the word; the word itself says it.
  fileprivate var role: StyleRole? {
    switch self {
    case .onHold, .declined, .withdrawn: .rxHeld
    case .ready: .roomFree
    default: nil
    }
  }
}

/// Names of medicines where there is little room.
enum MedicineText {
  /// As many medicines as fit; where not all do, the first and how many there are besides: `ibuprofen … +1 more`. A second
  /// one is never out of sight.
  static func fitting(_ medicines: [String], columns: Int) -> String {
    let all = medicines.joined(separator: ", ")
    guard let first = medicines.first, medicines.count > 1, TerminalKit.SafeText.width(all) > columns else {
      return fitting(all, columns: columns)
    }
    let more = " +\(medicines.count - 1) more"
    return fitting(first, columns: columns - more.count) + more
  }

  /// As many whole words as fit; a strength is never cut from its unit (screens.md, Text): `amoxicillin …`.
  static func fitting(_ text: String, columns: Int) -> String {
    guard TerminalKit.SafeText.width(text) > columns else { return text }
    var kept: [Substring] = []
    for word in text.split(separator: " ") {
      guard TerminalKit.SafeText.width((kept + [word]).joined(separator: " ")) + 2 <= columns else { break }
      kept.append(word)
    }
    while let last = kept.last, last.first?.isNumber == true { kept.removeLast() }
    guard !kept.isEmpty else { return TerminalKit.SafeText.cut(text, to: columns) }
    return kept.joined(separator: " ") + " …"
  }
}

extension PrescriptionPriority {
  /// Mark and word: `!! stat`, `! urgent`; what is routine has no mark.
  fileprivate var label: String { mark.isEmpty ? rawValue : mark + " " + rawValue }
}
