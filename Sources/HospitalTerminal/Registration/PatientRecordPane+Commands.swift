import HospitalDomain
import HospitalScreens
import TerminalKit

extension PatientRecordPane {
  package static let keyTable = reading + care + prescribing + patient + entries + file

  /// On a consultation, note or prescription the footer begins with what can be done with that.
  package var commands: [Command<PatientRecordPane>] { selectedEntry == nil ? Self.keyTable : Self.entriesFirst }
  private static let entriesFirst = reading + entries + care + prescribing + patient + file

  private static let reading: [Command<PatientRecordPane>] =
    RecordList.motions(\.list) + [
      Command("record.show", keys: [.enter], title: "Show all of the line", hint: "Show") { $0.showLine() }
    ]

  private static let patient: [Command<PatientRecordPane>] =
    [
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
      historyKey("record", more: ["v"], hint: "History"),
    ]

  private static let file: [Command<PatientRecordPane>] =
    [
      Command(
        "record.looks", keys: ["w"], title: "Who looked at the record, or changed it",
        disabled: { $0.screen.refusal(ofPermission: .seeLooks) }
      ) { $0.openLooks() },
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
      Command(
        "record.restrict", keys: ["R"], title: "Restrict the record, or lift that…", hint: nil,
        disabled: { $0.screen.refusal(of: .restrictRecords) }
      ) { $0.askToRestrict() },
      Command("record.refresh", keys: ["r", .function(5)], title: "Read the record again") { $0.refresh() },
    ]
}
