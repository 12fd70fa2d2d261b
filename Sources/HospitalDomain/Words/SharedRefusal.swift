extension Refusal {
  /// Someone else changed the record between the look and the act.
  package static let changedMeanwhile = Refusal(
    code: "record.changedMeanwhile",
    sentence: "Somebody changed this a moment ago. Nothing was saved; look at it again, then repeat what you meant.")

  /// There is no such patient, or no longer.
  package static let noSuchPatient = Refusal(
    code: "patient.unknown", sentence: "There is no such patient; search again.", field: "patient")
}
