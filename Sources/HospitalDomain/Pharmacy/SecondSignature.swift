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

/// Who has judged a prescription before it comes to the pharmacy. They do not judge it there once more: two people who sign
/// for each other are one pair of eyes each time (M3).
package struct FirstLook: Hashable, Sendable {
  /// Who wrote it.
  package let prescribers: Set<AccountID>
  /// Who signed for what was contraindicated when it was written, or when that was which it renews.
  package let signers: Set<AccountID>

  /// The first look at a prescription.
  package init(prescribers: Set<AccountID>, signers: Set<AccountID> = []) {
    self.prescribers = prescribers
    self.signers = signers
  }

  /// Refuses to let somebody verify what they prescribed.
  package func checkVerifier(_ account: AccountID, of number: Int64) throws(Refusal) {
    if prescribers.contains(account) { throw .verifiedByPrescriber(number) }
  }

  /// Refuses a second signature of who prescribed it, or signed for it then.
  package func checkSecond(_ account: AccountID, name: String, of number: Int64) throws(Refusal) {
    if prescribers.contains(account) { throw .secondPrescribed(name, number) }
    if signers.contains(account) { throw .secondSignedBefore(name, number) }
  }
}

extension Refusal {
  /// The prescriber would verify what they wrote.
  static func verifiedByPrescriber(_ number: Int64) -> Refusal {
    Refusal(
      code: "verify.ownPrescription", sentence: "You prescribed Rx \(number); let another pharmacist verify it.")
  }

  /// The second person prescribed it.
  static func secondPrescribed(_ name: String, _ number: Int64) -> Refusal {
    Refusal(
      code: "verify.secondPrescribed",
      sentence: "\(name) prescribed Rx \(number); let another doctor or a pharmacist sign.", field: "username")
  }

  /// The second person signed for it when it was prescribed.
  static func secondSignedBefore(_ name: String, _ number: Int64) -> Refusal {
    Refusal(
      code: "verify.secondSigned",
      sentence: "\(name) signed for Rx \(number) when it was prescribed; let another doctor or a pharmacist sign now.",
      field: "username")
  }

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
