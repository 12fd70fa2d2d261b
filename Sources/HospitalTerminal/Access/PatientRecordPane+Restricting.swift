import HospitalDomain
import HospitalScreens
import TerminalKit

/// Marking a record as restricted, and lifting that (H6).
extension PatientRecordPane {
  mutating func askToRestrict() {
    let who = "\(screen.record.number)  \(screen.record.details.name.listed)"
    guard screen.record.restriction == nil else {
      let question = ReasonQuestion(
        title: "Lift the restriction?", lines: [who, "The record opens again without a reason."], keep: "Keep it",
        act: "Lift it")
      return askReasonUnkept(question, about: "restriction") { pane, reason in
        pane.remember(try pane.screen.liftRestriction(because: reason))
        pane.refresh()
      }
    }
    let kinds = RestrictionKind.ofRecords
    pick(PickQuestion(title: "Restrict, because the patient", choices: kinds.map { .init($0.title) })) { pane, number in
      let lines = [who, "It opens to nobody without a reason then, not to you either; each opening is reported."]
      let question = ReasonQuestion(
        title: "Restrict this record?", lines: lines, keep: "Leave it open", act: "Restrict")
      pane.askReasonUnkept(question, about: "restriction") { pane, reason in
        pane.remember(try pane.screen.restrict(as: kinds[number], because: reason))
      }
    }
  }
}
