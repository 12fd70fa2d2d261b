extension Refusal {
  /// The code was wrong, or was used before; never tells which.
  package static let codeFailed = Refusal(
    code: "access.codeFailed",
    sentence: "That code is not taken. Type the newest one; each is taken once.", field: "code")

  /// The password was right and nothing came after it for too long.
  package static let codeTooLate = Refusal(
    code: "access.codeTooLate", sentence: "That took too long. Sign in again with your password.", field: "code")

  /// A command was given no code for an account that needs one.
  package static let codeNeeded = Refusal(
    code: "access.codeNeeded",
    sentence: "This account has a second step: give its code with --code or in HMS_CODE.", field: "code")

  /// A person who has to have a second step comes without one where none can be added.
  package static let secondStepMissing = Refusal(
    code: "access.secondStepMissing",
    sentence: "Your role needs a second step, and you have none yet: sign in at a terminal first, which adds it.")

  /// Somebody who must have a second step takes it away.
  package static func secondStepRequired(of role: Role) -> Refusal {
    Refusal(
      code: "access.secondStepRequired",
      sentence: "\(role.indefinite.prefix(1).uppercased() + role.indefinite.dropFirst()) signs in with a second step"
        + " here; add another one instead, which takes its place.")
  }

  /// There is no second step to change or take away.
  package static let noSecondStep = Refusal(
    code: "access.noSecondStep", sentence: "This account has no second step; nothing was changed.")

  /// Enough letters were sent; says how long to wait.
  package static func tooManyLetters(wait: Duration) -> Refusal {
    Refusal(
      code: "access.tooManyLetters",
      sentence:
        "\(MailCodeRule.letters) codes were sent already. Use the newest, or wait \(max(1, wait.wholeMinutes)) min.",
      field: "code")
  }
}
