/// A prescription that cannot wait and that nobody has verified yet, as the pharmacists are told of it.
package struct PressingPrescription: Hashable, Sendable, Identifiable {
  package let id: String
  /// Its number.
  package let number: Int64
  /// How soon it is needed.
  package let priority: PrescriptionPriority
  /// The number of the patient's room; empty for none.
  package let room: String

  /// What the records tell of it.
  package init(id: String, number: Int64, priority: PrescriptionPriority, room: String) {
    self.id = id
    self.number = number
    self.priority = priority
    self.room = room
  }
}

extension [PressingPrescription] {
  /// What is said of those that just came: `Rx 20943 is stat, for 4A-09.` Nil for none.
  package var notice: String? {
    guard let first else { return nil }
    if count == 1 {
      return
        "Rx \(first.number) is \(first.priority.rawValue)\(first.room.isEmpty ? "" : ", for \(first.room)"). 6 opens the queue."
    }
    let numbers = prefix(3).map { "\($0.number)" }
    return
      "\(count) pressing prescriptions came: Rx \(Listing.and(numbers))\(count > 3 ? " and more" : ""). 6 opens the queue."
  }
}
