import HospitalDomain
import HospitalServices
import PaperKit

/// The label and the leaflet that go over the counter with medicine (M4).
extension PharmacyScreen {
  /// Both as they are printed, but for the name, which is as lists have it.
  package func papers(of queued: QueuedPrescription) throws -> [PaperDocument] {
    try PaperService(session).medicinePapers(of: queued.id, name: session.listed(queued.patient.name))
  }

  /// The form that prints the label or the leaflet.
  package func printForm(of queued: QueuedPrescription) -> PrintForm { Self.printForm(of: queued, session: session) }

  /// The form that prints for the prescription of a draft.
  static func printForm(of id: String, session: Session) throws -> PrintForm {
    guard let queued = try PharmacyService(session).queue([id]).first else { throw Refusal.noSuchPrescription }
    return printForm(of: queued, session: session)
  }

  private static func printForm(of queued: QueuedPrescription, session: Session) -> PrintForm {
    let number = "RX-\(queued.prescription.number)"
    return PrintForm(
      "Rx \(queued.prescription.number)", subject: "label/\(queued.id)",
      [
        PaperChoice(.label(queued.id), title: "Label of \(number)", number: "\(number)-label"),
        PaperChoice(.leaflet(queued.id), title: "Leaflet of \(number) for the patient", number: "\(number)-leaflet"),
      ], about: session.banner(of: queued.patient.id), session: session)
  }
}
