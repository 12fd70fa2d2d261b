import HospitalDomain

extension FormMessage {
  /// What went wrong, in words: a refusal as it stands, wrong entries one after the other, and of a fault that nothing was
  /// changed. The one place where the screens turn errors into words.
  package init(problem: any Error) {
    switch problem {
    case let refusal as Refusal: self.init(.error, refusal.sentence)
    case let entry as InvalidEntry: self.init(.error, entry.problems.map(\.sentence).joined(separator: "; ") + ".")
    case let fault as Fault: self.init(.error, fault.sentence)
    default: self.init(.error, Fault(.other).sentence)
    }
  }
}
