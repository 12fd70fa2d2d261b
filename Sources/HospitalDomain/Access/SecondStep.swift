/// How a person proves at sign-in, besides the password, that it is they (H3).
package struct SecondStep: Hashable, Sendable, Identifiable {
  /// What the second step is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A code of an authenticator app (RFC 6238).
    case app
    /// A code that is sent by e-mail.
    case mail
  }

  /// Its identifier.
  package let id: SecondStepID
  /// Whose it is.
  package let account: AccountID
  /// What it is.
  package let kind: Kind
  /// Where codes are sent to; nil for an app.
  package let address: EmailAddress?
  /// Since when it is asked for.
  package let addedAt: Timestamp
  /// How many recovery codes are left.
  package let recoveryCodes: Int

  package init(
    id: SecondStepID, account: AccountID, kind: Kind, address: EmailAddress?, addedAt: Timestamp, recoveryCodes: Int
  ) {
    self.id = id
    self.account = account
    self.kind = kind
    self.address = address
    self.addedAt = addedAt
    self.recoveryCodes = recoveryCodes
  }

  /// What it is, in words: `authenticator app`, `code by e-mail to n…@example.org`.
  package var title: String {
    switch kind {
    case .app: "authenticator app"
    case .mail: "code by e-mail to \(address?.veiled ?? "")"
    }
  }
}

extension RecordKind {
  package enum SecondStep {}
  package enum MailCode {}
  package enum OutgoingMail {}
}

package typealias SecondStepID = Identifier<RecordKind.SecondStep>
package typealias MailCodeID = Identifier<RecordKind.MailCode>
package typealias OutgoingMailID = Identifier<RecordKind.OutgoingMail>

extension EmailAddress {
  /// The address as a screen may show it that others see: `n…@example.org`.
  package var veiled: String {
    guard let at = text.firstIndex(of: "@"), let first = text.first else { return "" }
    return "\(first)…\(text[at...])"
  }
}

/// Who has to have a second step (H3).
package struct SecondStepPolicy: Hashable, Sendable {
  /// The roles that work with one or not at all.
  package let required: Set<Role>

  /// A policy; nobody has to have one by default.
  package init(required: Set<Role> = []) {
    self.required = required
  }

  /// Refuses to take the second step from somebody who has to have one.
  package func checkRemoval(from role: Role) throws(Refusal) {
    if required.contains(role) { throw .secondStepRequired(of: role) }
  }
}
