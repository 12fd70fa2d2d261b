import HospitalDomain
import HospitalScreens
import TerminalKit

extension PatientRecordPane {
  package static let keyTable: [Command<PatientRecordPane>] =
    motions + [
      Command("record.show", keys: [.enter], title: "Show all of the line", hint: "Show") { $0.showLine() },
      Command(
        "record.change", keys: ["e"], title: "Change the details…", hint: "Change…",
        disabled: { $0.screen.refusal(of: .updatePatient) }
      ) { $0.change() },
      Command(
        "record.allergies", keys: ["a"], title: "Record allergies…", hint: "Allergies…",
        disabled: { $0.screen.refusal(of: .recordAllergies) }
      ) { $0.recordAllergies() },
      Command(
        "record.admit", keys: ["b"], title: "Admit the patient to a room…", hint: "Admit…",
        disabled: { $0.screen.admitRefusal }
      ) { $0.chooseRoom() },
      Command("record.history", keys: ["v"], title: "History of the record", hint: "History") { $0.openHistory() },
      Command(
        "record.merged", keys: ["o"], title: "Open the other record of a merge",
        disabled: { $0.selectedMerge == nil ? "The cursor is on no merged record." : nil }
      ) { $0.openMerged() },
      Command(
        "record.merge", keys: [.function(9), "D"], title: "Merge into another record of this person…", hint: "Merge…",
        disabled: { $0.screen.refusal(of: .mergePatients) }
      ) { $0.chooseSurvivor() },
      Command(
        "record.part", keys: ["x"], title: "Undo a merge…", hint: nil, disabled: { $0.partRefusal }
      ) { $0.askToPart() },
      Command("record.refresh", keys: ["r", .function(5)], title: "Read the record again") { $0.refresh() },
    ]

  private static var motions: [Command<PatientRecordPane>] {
    func motion(
      _ id: CommandID, _ keys: [Key], _ title: String, hint: String? = nil,
      _ move: @escaping @Sendable (inout RecordList) -> Void
    ) -> Command<PatientRecordPane> {
      Command(id, keys: keys, title: title, hint: hint, section: .move, isMotion: true) { move(&$0.list) }
    }
    return [
      motion("list.up", [.up, "k"], "Line above") { $0.move(by: -1) },
      motion("list.down", [.down, "j"], "Line below") { $0.move(by: 1) },
      motion("list.pageUp", [.pageUp], "Page back") { $0.page(by: -1) },
      motion("list.pageDown", [.pageDown], "Page on") { $0.page(by: 1) },
      motion("list.first", [.home, "g"], "First line") { $0.toEnd(false) },
      motion("list.last", [.end, "G"], "Last line") { $0.toEnd(true) },
      motion("record.next", [.tab], "Next section", hint: "Next section") { $0.section(by: 1) },
      motion("record.previous", [.backTab], "Previous section") { $0.section(by: -1) },
    ]
  }
}
