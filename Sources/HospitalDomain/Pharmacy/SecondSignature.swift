/// The name, password and code of a second person who signs at the terminal of the first, for what one may not do alone.
package struct SecondSignature: Sendable {
  /// The user name, as it was typed.
  package let username: String
  /// The password, as it was typed; never kept.
  package let password: String
  /// The code of their second step, as it was typed; empty where none was. Never kept.
  package let code: String

  package init(username: String, password: String, code: String = "") {
    self.username = username
    self.password = password
    self.code = code
  }
}

extension Refusal {
  /// The signer's account has a second step, and no code was typed. Codes by e-mail are only sent to who signs in: none
  /// could be waited for in the middle of a form.
  package static func signerCodeNeeded(_ kind: SecondStep.Kind) -> Refusal {
    Refusal(
      code: "signature.codeNeeded",
      sentence: kind == .app
        ? "This account has a second step too: type the code that the authenticator app shows."
        : "Codes of this account come by e-mail, and none is sent from here: type a recovery code, or ask somebody else.",
      field: "code")
  }
}
