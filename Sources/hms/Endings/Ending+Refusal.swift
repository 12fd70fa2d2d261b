import HospitalDomain

extension Ending {
  /// The end that a refusal leads to: its own sentence, which says what happened and what to do.
  init(of refusal: Refusal) {
    self.init(Self.status(of: refusal), saying: refusal.sentence)
  }

  /// What printing meets outside the hospital's rules has the status of what it met.
  private static func status(of refusal: Refusal) -> ExitStatus {
    switch refusal.code {
    case "paper.isThere", "paper.notWritten": .cannotCreate
    case "paper.disk": .disk
    case "paper.letterhead": .badInput
    case "paper.noProgram", "paper.noPrinter", "paper.printer", "paper.program": .unavailable
    default: refusal.permittedRoles == nil ? .refused : .notPermitted
    }
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
