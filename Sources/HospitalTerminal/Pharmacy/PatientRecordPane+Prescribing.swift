import HospitalDomain
import HospitalScreens
import TerminalKit

/// Prescribing from the record that is open (M2), and opening its prescriptions (P5).
extension PatientRecordPane {
  static let prescribing: [Command<PatientRecordPane>] = .table {
    Command(
      "record.prescribe", keys: ["p"], title: "Prescribe…", hint: "Prescribe…",
      disabled: { $0.screen.prescribingRefusal }
    ) { $0.prescribe() }
  }

  mutating func prescribe() {
    do { try openPrescribing() } catch { asks.sayProblem(error, subject: "record") }
  }

  fileprivate mutating func openPrescribing() throws {
    let form = try PrescribeForm(for: screen.record, banner: screen.banner, at: desk)
    push(PrescribePane(form, desk: desk), for: RecordChange.self) { $0.take($1) }
  }

  /// Opens the prescription that the line with the focus is; false where it is none.
  mutating func openPrescription() -> Bool {
    guard case .entry(.prescription(let id)) = list.line?.subject else { return false }
    do {
      asks.push(
        PrescriptionPane(try PrescriptionScreen(id, of: screen, at: desk), desk: desk))
    } catch { asks.sayProblem(error, subject: "record") }
    return true
  }
}

extension DraftDoor {
  /// Prescriptions, over the record that they are for.
  static let prescribing = DraftDoor(forms: FormName.prescribing.filter { $0 != .secondSignature }) {
    asks, draft, desk in
    guard let patient = draft.subjectParts.first else { throw Refusal.draftIsHomeless }
    var pane = try PatientRecordPane(PatientID(patient), desk: desk)
    guard draft.name != .prescription else {
      try allow(pane.screen.refusal(of: .prescribe))
      try pane.openPrescribing()
      return asks.push(pane)
    }
    guard let id = draft.subjectParts.dropFirst().first else { throw Refusal.draftIsHomeless }
    var rx = PrescriptionPane(
      try PrescriptionScreen(id, of: pane.screen, at: desk), desk: desk)
    switch draft.name {
    case .changedPrescription:
      // What somebody else made of it meanwhile is shown beside what was typed, when that is saved.
      if !rx.screen.isChanged { try allow(rx.screen.changeRefusal) }
      try rx.openChange()
    case .stoppedPrescription:
      try allow(rx.screen.stopRefusal)
      rx.askToStop()
    default:
      try allow(rx.screen.renewRefusal)
      rx.askToRenew()
    }
    asks.push(rx)
  }
}
