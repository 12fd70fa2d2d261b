extension FormName {
  /// The form of an act of the board; its subject is a `BedDraftSubject`.
  package static func bed(_ act: BedAct) -> FormName { FormName("beds.\(act.rawValue)") }

  /// The forms of this area.
  package static let beds: [FormName] = BedAct.allCases.filter { !$0.isImmediate }.map { bed($0) }
}
