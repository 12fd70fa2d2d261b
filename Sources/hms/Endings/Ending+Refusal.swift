import HospitalDomain

extension Ending {
  /// The end that a refusal leads to: its own sentence, which says what happened and what to do.
  init(of refusal: Refusal) {
    self.init(refusal.permittedRoles == nil ? .refused : .notPermitted, saying: refusal.sentence)
  }

  /// The end that a wrong entry leads to: every field with what is wrong with it.
  init(of entry: InvalidEntry) {
    let fields = entry.problems.map { "\(Self.inWords($0.field)): \($0.sentence)" }.joined(separator: "; ")
    self.init(.refused, fields, "correct it and try again")
  }

  /// `fullName` as "full name".
  private static func inWords(_ field: String) -> String {
    field.reduce(into: "") { words, letter in words += letter.isUppercase ? " " + letter.lowercased() : String(letter) }
  }
}
