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
    if entry.quantity == 0, entry.instead != nil { throw .substituteWithoutQuantity(item) }
    guard entry.quantity >= 1 else { throw .dispenseQuantity(item.title, owed: item.owed) }
    guard entry.quantity <= item.owed else { throw .dispenseQuantity(item.title, owed: item.owed) }
    if let instead = entry.instead, instead != item.medication, entry.reason.isEmpty {
      throw .reasonNeeded(for: "give something else")
    }
  }

  /// Whether something may be given in the place of what was prescribed: nothing serious may speak against it that does not
  /// speak against what was prescribed too, for that was looked at when it was verified.
  package static func check(giving title: String, _ report: CheckReport, insteadOf prescribed: CheckReport)
    throws(Refusal)
  {
    let known = Set(prescribed.findings.map(\.id))
    guard let fresh = report.findings.first(where: { $0.level.needsReason && !known.contains($0.id) }) else { return }
    throw .substituteSpeaksAgainst(title, fresh)
  }

  /// Whether the directions can be followed with something else, and the dose means the same in the same medicine of another
  /// make: one that is counted, as `1 tablet`, is another dose where the strength is another. What another medicine's dose is,
  /// the pharmacist has to know.
  package static func check(
    giving other: MedicationStrength, insteadOf prescribed: MedicationStrength, taken directions: MedicineDirections
  ) throws(Refusal) {
    guard other.isTaken(like: prescribed, counting: directions.unit) else {
      throw .substituteIsTakenOtherwise(other, directions)
    }
    guard !directions.isWeighed, other.isSameMedicine(as: prescribed), !other.isSameStrength(as: prescribed) else {
      return
    }
    throw .substituteIsAnotherDose(other, prescribed)
  }

  /// Whether a controlled drug may be given in the place of something: of another controlled one alone, for it is prescribed
  /// as such.
  package static func check(
    giving title: String, isControlled: Bool, insteadOf prescribed: String, thatIsControlled isPrescribedSo: Bool
  ) throws(Refusal) {
    if isControlled, !isPrescribedSo { throw .substituteIsControlled(title, prescribed) }
  }

  /// Whether so much of each lot goes back to the shelf.
  package static func check(returning entries: [ReturnEntry]) throws(Refusal) {
    guard entries.contains(where: { $0.quantity != 0 }) else { throw .nothingReturned }
  }

  /// Whether what two people have to sign for is signed by two.
  package static func checkSigned(_ title: String, isControlled: Bool, by account: AccountID, and second: AccountID?)
    throws(Refusal)
  {
    guard isControlled else { return }
    guard let second else { throw .controlledNeedsTwo(title) }
    if second == account { throw .secondIsSame }
  }

  /// What is still owed when some of the items were given, item by item: pieces of two medicines are never added up.
  package static func owed(_ items: [DispenseItem], giving entries: [DispenseEntry]) -> String {
    let left = items.compactMap { item -> (item: DispenseItem, count: Int)? in
      let count = item.owed - entries.filter { $0.item == item.id }.reduce(0) { $0 + $1.quantity }
      return count > 0 ? (item, count) : nil
    }
    guard let first = left.first else { return "" }
    if items.count == 1 { return "\(first.count) still owed" }
    return Listing.and(left.map { "\($0.count) of \($0.item.title)" }) + " still owed"
  }
}

extension Refusal {
  /// The same about one of several entries, by its place from 0: `lot` is `lot1` of the second.
  package func ofEntry(_ place: Int) -> Refusal {
    guard let field, ["quantity", "lot", "instead", "reason"].contains(field) else { return self }
    return Refusal(
      code: code, sentence: sentence, field: "\(field)\(place)", permittedRoles: permittedRoles, opens: opens)
  }

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
      code: "dispense.two",
      sentence: "\(title) is controlled: a second person signs with their user name and password (and code).",
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
    code: "dispense.nothing", sentence: "Type how many are dispensed of at least one item.", field: "quantity0")

  /// Something serious speaks against what would be given in its place.
  static func substituteSpeaksAgainst(_ title: String, _ finding: CheckFinding) -> Refusal {
    Refusal(
      code: "dispense.substitute",
      sentence: "\(finding.sentence) Give what was prescribed instead of \(title), or decline the prescription (x).",
      field: "instead")
  }

  /// The dose is counted, and what would be given has another strength.
  static func substituteIsAnotherDose(_ other: MedicationStrength, _ prescribed: MedicationStrength) -> Refusal {
    Refusal(
      code: "dispense.substituteDose",
      sentence:
        "The dose is counted, and \(other.words) is not \(prescribed.words): it would be another dose. Give the "
        + "same strength, or decline the prescription (x), so that the doctor changes the dose.",
      field: "instead")
  }

  /// The directions that were prescribed cannot be followed with it.
  static func substituteIsTakenOtherwise(_ other: MedicationStrength, _ directions: MedicineDirections) -> Refusal {
    Refusal(
      code: "dispense.substituteWay",
      sentence:
        "\(other.words) cannot be taken as was prescribed: \(directions.way). Give what can, or decline the prescription "
        + "(x), so that the doctor writes it anew.",
      field: "instead")
  }

  /// A controlled drug needs a prescription of its own.
  static func substituteIsControlled(_ title: String, _ prescribed: String) -> Refusal {
    Refusal(
      code: "dispense.substituteControlled",
      sentence:
        "\(title) is controlled and \(prescribed) is not: it needs a prescription of its own. Give another, or decline "
        + "the prescription (x), so that the doctor writes it.",
      field: "instead")
  }

  /// It was typed what is given instead, and not how many.
  static func substituteWithoutQuantity(_ item: DispenseItem) -> Refusal {
    Refusal(
      code: "dispense.substituteNone",
      sentence: "Type how many are given instead of \(item.title), or clear Instead.", field: "quantity")
  }

  /// No lot has the number that was scanned.
  package static func noSuchLot(numbered number: String, of title: String, at pharmacy: String) -> Refusal {
    Refusal(
      code: "stock.noLot", sentence: "\(pharmacy) has no lot \(number) of \(title); check the box, F4 lists the lots.",
      field: "lot")
  }

  /// Two lots have the number that was scanned.
  package static func lotUnclear(_ number: String) -> Refusal {
    Refusal(
      code: "stock.lotUnclear",
      sentence: "More than one lot is numbered \(number); choose the one with the expiry on the box (F4).", field: "lot"
    )
  }

  /// No quantity was typed for any lot.
  static let nothingReturned = Refusal(
    code: "dispense.nothingReturned", sentence: "Type how many go back of at least one lot.", field: "quantity0")

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
