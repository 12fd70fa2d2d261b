/// A prescription of a stay that nobody has dealt with yet, as the list of check-outs tells it (A4, M1).
package struct OpenPrescription: Hashable, Sendable {
  /// The number that it is called by.
  package let number: Int64
  /// Where it stands, as the ward says it.
  package let standing: String
  /// Who deals with it next: the pharmacy, or the prescriber of what was not sent or came back.
  package let owner: String
  /// Whether something of it can be collected.
  package let isToCollect: Bool
  /// Whether that is all of it: nothing is owed any more.
  package let isReady: Bool

  /// What the records tell of it.
  ///
  /// - Parameters:
  ///   - status: the state of the prescription (FHIR MedicationRequest.status).
  ///   - stage: how far the pharmacy is; nil where it has not got it.
  package init(
    number: Int64, status: String, stage: PharmacyStage?, pharmacy: String, prescriber: PersonName, isToCollect: Bool
  ) {
    let isWithPrescriber = status == "draft" || stage == .declined
    self.number = number
    self.isToCollect = isToCollect
    isReady = isToCollect && stage == .ready
    owner = isWithPrescriber ? prescriber.listed : pharmacy
    standing =
      switch status {
      case "active": stage?.wardTitle ?? "waits to be verified"
      case "on-hold": "on hold"
      default: status
      }
  }
}
