extension Refusal {
  /// The 24 hours of an entry are over (B11).
  package static func entryFixed(_ entry: ClinicalEntry, since time: String) -> Refusal {
    Refusal(
      code: "entry.fixed",
      sentence: "This \(entry.noun) is fixed since \(time), 24 hours after it was written; add an addendum instead.")
  }

  /// Somebody else wrote it.
  package static func anothersEntry(_ entry: ClinicalEntry, author: String, until time: String) -> Refusal {
    Refusal(
      code: "entry.another",
      sentence: "Only \(author), who wrote this \(entry.noun), can change it, until \(time); add an addendum instead.")
  }

  /// It was struck out.
  package static func entryStruckOut(_ entry: ClinicalEntry, by name: String, at time: String) -> Refusal {
    Refusal(
      code: "entry.struckOut",
      sentence: "This \(entry.noun) was struck out by \(name) at \(time) and stays as it is; write a new one.")
  }

  /// What was handed over is no slip of the pen any more.
  package static let prescriptionHandedOver = Refusal(
    code: "entry.handedOver",
    sentence: "This prescription was handed over and is not struck out; stop the medication, or add an addendum.")

  /// There is no such entry.
  package static let noSuchEntry = Refusal(
    code: "entry.unknown", sentence: "There is no such entry; read the record again.")
}
