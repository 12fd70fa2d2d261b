extension Refusal {
  /// The code of the refusal that only a reason gets past.
  package static let restrictedCode = "access.restricted"

  /// A restricted record was not opened with a reason yet, or too long ago.
  package static func recordRestricted(_ record: RestrictedRecord) -> Refusal {
    Refusal(
      code: restrictedCode, sentence: "This patient's record is restricted; open it with a reason, then try again.",
      opens: record.patient.id)
  }

  /// The record is no restricted one.
  package static let recordNotRestricted = Refusal(
    code: "access.notRestricted", sentence: "This record is not restricted; it opens without a reason.")

  /// The record is restricted already.
  package static let alreadyRestricted = Refusal(
    code: "access.alreadyRestricted", sentence: "It is restricted already; lift that first to change why.")

  /// An opening of one's own.
  package static let ownOpening = Refusal(
    code: "access.ownOpening", sentence: "You opened it yourself; another supervisor reviews it.")

  /// The opening was reviewed before.
  package static func openingReviewed(by name: String) -> Refusal {
    Refusal(code: "access.reviewed", sentence: "\(name) has reviewed it already; nothing is reviewed twice.")
  }

  /// There is no such opening.
  package static let noSuchOpening = Refusal(
    code: "access.noOpening", sentence: "This opening is not on file; read the list again.")
}
