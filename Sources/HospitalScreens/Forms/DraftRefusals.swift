import HospitalDomain

extension Refusal {
  /// What a draft was about is no longer there.
  package static let draftIsHomeless = Refusal(
    code: "draft.homeless", sentence: "What that draft is about is no longer there.")

  /// What a draft was about can no longer be done.
  ///
  /// - Parameter sentence: why not.
  package static func draftIsLate(_ sentence: String) -> Refusal { Refusal(code: "draft.late", sentence: sentence) }
}
