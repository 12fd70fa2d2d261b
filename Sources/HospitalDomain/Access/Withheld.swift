/// What a list shows of a restricted patient to those who have no business with them now (H6). The values say so
/// themselves, so that no screen, print or export can forget to.
package enum Withheld {
  /// The word in the place of a name, a number and a date of birth.
  package static let word = "restricted"
}

extension PersonName {
  /// The name of a restricted patient as others see it.
  package static let withheld = PersonName(family: "", given: Withheld.word)

  /// The name by its initials, while names are hidden; a withheld one has none.
  package var initials: PersonName {
    self == .withheld ? self : PersonName(family: Self.initial(family), given: Self.initial(given))
  }

  private static func initial(_ part: String) -> String { part.first.map { "\($0)." } ?? "" }
}

extension PatientReference {
  /// Whether name and number are kept from who reads.
  package var isWithheld: Bool { number == .withheld }

  /// The same with neither name nor number.
  package func withheld() -> PatientReference { PatientReference(id: id, number: .withheld, name: .withheld) }
}

extension RoomBoardRow.PatientLine {
  /// Whether name, number and date of birth are kept from who reads. The sex stays: a bay is given by it.
  package var isWithheld: Bool { number == .withheld }

  /// The same with neither name, number nor date of birth.
  package func withheld() -> RoomBoardRow.PatientLine {
    RoomBoardRow.PatientLine(id: id, number: .withheld, name: .withheld, sex: sex, birthDate: .withheld)
  }
}
