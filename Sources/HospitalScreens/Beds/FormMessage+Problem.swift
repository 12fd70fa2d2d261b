import HospitalDomain

extension FormMessage {
  /// What went wrong, in words: a refusal as it stands, wrong entries one after the other, and for everything else that
  /// nothing was changed.
  package init(problem: any Error) {
    switch problem {
    case let refusal as Refusal: self.init(.error, refusal.sentence)
    case let entry as InvalidEntry: self.init(.error, entry.problems.map(\.sentence).joined(separator: "; ") + ".")
    default:
      self.init(
        .error,
        "Nothing was changed: the database cannot be used now. Try again in a moment; tell the administrator if it stays."
      )
    }
  }
}
