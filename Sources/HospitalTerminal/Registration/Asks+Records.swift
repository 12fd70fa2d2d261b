import HospitalDomain
import HospitalScreens
import TerminalKit

extension Asks {
  /// Opens a patient's record over this pane, or says why it cannot be opened.
  ///
  /// - Parameter named: who it is, where the person typed that; a restricted record does not tell by itself.
  package mutating func pushRecord(_ id: PatientID, at desk: Desk, named: String? = nil) {
    do {
      if let door = try RestrictedRecordScreen(id, named: named, desk: desk) {
        push(RestrictedRecordPane(door, desk: desk))
      } else {
        push(try PatientRecordPane(id, desk: desk))
      }
    } catch {
      sayProblem(error, subject: "record")
    }
  }

  /// Puts a patient's record in the place of this pane; closes this one where the record cannot be opened.
  package mutating func replaceWithRecord(_ id: PatientID, at desk: Desk) {
    if let pane = try? PatientRecordPane(id, desk: desk) { replace(with: pane) } else { close() }
  }

  /// Says why something did not work, in the words of the one place for it; where a restricted record has to be opened
  /// first, asks for the reason.
  package mutating func sayProblem(_ problem: any Error, subject: String) {
    if let record = (problem as? Refusal)?.opens { return add(.askWhyOpened(record.text)) }
    error(FormMessage(problem: problem).sentence, subject: subject)
  }
}
