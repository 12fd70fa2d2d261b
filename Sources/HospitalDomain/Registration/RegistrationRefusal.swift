extension Refusal {
  /// A record that is likely the same person's is on file; with a reason the registration passes (P2).
  package static func duplicateOnFile(_ name: PersonName, _ number: HospitalNumber, because reasons: String) -> Refusal
  {
    Refusal(
      code: "patient.duplicate",
      sentence:
        "\(name.listed) \(number) is on file (\(reasons)); open that record, or write why this is someone else.",
      field: "reason")
  }

  /// A record and itself.
  package static func mergeWithItself(_ number: HospitalNumber) -> Refusal {
    Refusal(
      code: "merge.same", sentence: "\(number) is one record already; choose the other record of this person.",
      field: "survivor")
  }

  /// Others were merged into the record that should be merged away.
  package static func mergeChain(_ number: HospitalNumber) -> Refusal {
    Refusal(
      code: "merge.chain",
      sentence: "Another record was merged into \(number); merge the other way round, or undo that merge first.",
      field: "survivor")
  }

  /// Both records have a room, and one person is in one room (B4).
  package static func bothAdmitted(_ one: String, _ two: String) -> Refusal {
    Refusal(
      code: "merge.bothAdmitted",
      sentence: "Both records are admitted, in \(one) and \(two); record that the patient left one of the rooms first.",
      field: "survivor")
  }

  /// The merge was undone before.
  package static let mergeUndone = Refusal(
    code: "merge.undone", sentence: "This merge was undone already; look at both records again.")

  /// None known was said while a colleague recorded an allergy.
  package static func allergiesRecordedMeanwhile(_ known: AllergyStatus) -> Refusal {
    Refusal(
      code: "allergies.recordedMeanwhile",
      sentence: "\(known) was recorded meanwhile; ask again, then record the allergies as they are.",
      field: "allergies")
  }

  /// The death was recorded before.
  package static func diedAlready(_ name: PersonName) -> Refusal {
    Refusal(
      code: "patient.died", sentence: "\(name.listed) is recorded as having died already; look at the record again.")
  }

  /// The patient is in a room.
  package static func diesInRoom(_ name: PersonName, _ room: String) -> Refusal {
    Refusal(
      code: "patient.diesInRoom",
      sentence: "\(name.listed) is in \(room); a doctor states the death with the discharge order of the stay.")
  }

  /// One of two records is of somebody who has died, and the other has a room.
  package static func deadAndAdmitted(_ room: String) -> Refusal {
    Refusal(
      code: "merge.deadAndAdmitted",
      sentence:
        "One of the records is of somebody who has died, and the other is in \(room); check that they are one person.",
      field: "survivor")
  }

  /// The time of death can not be.
  package static func deathOutOfRange(_ field: String = "diedAt") -> Refusal {
    Refusal(
      code: "patient.deathTime", sentence: "The time of death is before the birth or after now; type another time.",
      field: field)
  }
}
