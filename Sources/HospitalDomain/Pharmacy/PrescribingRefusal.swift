extension Refusal {
  /// A list of interactions without any.
  package static let noInteractions = Refusal(
    code: "interactions.none", sentence: "The files hold no interactions, so the list was left as it was; check the folder.")
}
