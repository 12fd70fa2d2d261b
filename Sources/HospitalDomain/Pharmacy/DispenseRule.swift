/// What may be verified and dispensed, and by whom (M3, M4).
package enum DispenseRule {
  /// Whether a prescription may be verified against what speaks against it.
  ///
  /// - Parameters:
  ///   - reason: what the pharmacist wrote; empty for nothing.
  ///   - isSigned: whether a second person signed.
  package static func check(verifying number: Int64, against report: CheckReport, reason: String, isSigned: Bool)
    throws(Refusal)
  {
    guard let finding = report.findings.min(by: { $0.level < $1.level }), finding.level.needsReason else { return }
    if reason.isEmpty { throw .findingNeedsReason(number, finding) }
    if finding.level.needsSignature, !isSigned { throw .findingNeedsSignature(number, finding) }
  }

  /// Whether so much of an item may be dispensed.
  package static func check(_ entry: DispenseEntry, of item: DispenseItem) throws(Refusal) {
    guard entry.quantity >= 1 else { throw .dispenseQuantity(item.title, owed: item.owed) }
    guard entry.quantity <= item.owed else { throw .dispenseQuantity(item.title, owed: item.owed) }
    if let instead = entry.instead, instead != item.medication, entry.reason.isEmpty {
      throw .reasonNeeded(for: "give something else")
    }
  }

  /// Whether what two people have to sign for is signed by two.
  package static func checkSigned(_ title: String, isControlled: Bool, by account: AccountID, and second: AccountID?)
    throws(Refusal)
  {
    guard isControlled else { return }
    guard let second else { throw .controlledNeedsTwo(title) }
    if second == account { throw .secondIsSame }
  }

  /// The act that a dispensing is, by what is left of the prescription.
  package static func act(leaving owed: Int) -> PharmacyAct { owed == 0 ? .dispenseRest : .dispensePart }
}

extension Refusal {
  /// Something serious speaks against it, and nobody said why it is given nevertheless.
  static func findingNeedsReason(_ number: Int64, _ finding: CheckFinding) -> Refusal {
    Refusal(
      code: "verify.reason",
      sentence: "\(finding.sentence) Write why Rx \(number) is right nevertheless, or decline it (x).", field: "reason")
  }

  /// Something that must not be is verified only with a second person's signature.
  static func findingNeedsSignature(_ number: Int64, _ finding: CheckFinding) -> Refusal {
    Refusal(
      code: "verify.signature",
      sentence:
        "\(finding.sentence) Only a second person's signature lets Rx \(number) pass; otherwise decline it (x).",
      field: "username")
  }

  /// Nothing, or more than is owed.
  static func dispenseQuantity(_ title: String, owed: Int) -> Refusal {
    Refusal(
      code: "dispense.quantity",
      sentence: owed == 0
        ? "Nothing of \(title) is owed any more; leave it at 0." : "\(owed) of \(title) are owed; type 1 to \(owed).",
      field: "quantity")
  }

  /// A controlled drug takes two people.
  static func controlledNeedsTwo(_ title: String) -> Refusal {
    Refusal(
      code: "dispense.two", sentence: "\(title) is controlled: a second person signs with their name and password.",
      field: "username")
  }

  /// The second person is the first.
  package static let secondIsSame = Refusal(
    code: "dispense.sameTwo", sentence: "You cannot sign for yourself; ask somebody else to sign.", field: "username")

  /// The second person may not sign.
  package static func secondMayNotSign(_ role: Role) -> Refusal {
    Refusal(
      code: "dispense.secondRole",
      sentence: "A \(role.title) cannot sign for this; ask another pharmacist, a doctor or a nurse.", field: "username")
  }

  /// No quantity was typed for any item.
  package static let nothingToDispense = Refusal(
    code: "dispense.nothing", sentence: "Type how many are dispensed of at least one item.", field: "quantity")

  /// Nothing was dispensed that could go back.
  package static func nothingToPutBack(_ number: Int64) -> Refusal {
    Refusal(
      code: "dispense.nothingOut", sentence: "Nothing of Rx \(number) was dispensed; there is nothing to put back.")
  }

  /// Nothing is prepared that could be handed over.
  package static func nothingToHandOver(_ number: Int64) -> Refusal {
    Refusal(
      code: "dispense.nothingReady", sentence: "Nothing of Rx \(number) is prepared; dispense it first (d).")
  }
}
