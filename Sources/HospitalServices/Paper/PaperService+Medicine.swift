import HospitalDomain
import HospitalRecords
import PaperKit

/// The label and the leaflet that go with medicine (M4).
extension PaperService {
  /// Both as the screen shows them; nothing is printed.
  ///
  /// - Parameter name: the patient's name as lists have it.
  package func medicinePapers(of prescription: String, name: String) throws -> [PaperDocument] {
    try session.look(.printLabel) { records in
      let papers = try medicine(records.pharmacy.expectedQueued(prescription), name: name, in: records)
      return [try papers.label(), try papers.leaflet()]
    }
  }

  /// The label or the leaflet of a prescription, to be printed.
  func medicine(_ id: String, _ order: PaperOrder, _ kind: (MedicinePaper) throws -> PaperDocument) throws
    -> PaperDocument
  {
    let pharmacy = PharmacyService(session)
    let queued = try pharmacy.found(id, before: .printLabel)
    return try session.perform(.printLabel, on: pharmacy.subject(queued), because: order.words) { records in
      let now = try records.pharmacy.expectedQueued(id)
      return try kind(medicine(now, name: now.patient.name.listed, in: records))
    }
  }

  private func medicine(_ queued: QueuedPrescription, name: String, in records: Records) throws -> MedicinePaper {
    let today = session.workplace.localTime.date(of: records.now)
    let dispensed = try records.pharmacy.dispensedLots(of: queued)
    return MedicinePaper(
      queued, items: try records.pharmacy.dispenseItems(of: queued, on: today), dispensed: dispensed,
      warnings: try records.pharmacy.warnings(giving: dispensed, of: queued.id), name: name,
      issue: issue(at: records.now))
  }
}
