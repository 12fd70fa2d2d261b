/// What a prescription stands on while the pharmacy has it, as it is on file now: much can happen after it was written.
package struct QueueStanding: Hashable, Sendable {
  /// Whom it is for.
  package let patient: PersonName
  /// When they died; nil for the living.
  package let diedAt: Timestamp?
  /// When they left the stay that it was written on; nil while they lie there, and where it was written on none.
  package let leftAt: Timestamp?
  /// Whether that stay has ended, however it did.
  package let isStayOver: Bool
  /// The name of its pharmacy.
  package let pharmacy: String
  /// When that closed; nil while it is open.
  package let closedAt: Timestamp?

  /// What the records tell of it.
  package init(
    patient: PersonName, diedAt: Timestamp? = nil, leftAt: Timestamp? = nil, isStayOver: Bool = false, pharmacy: String,
    closedAt: Timestamp? = nil
  ) {
    self.patient = patient
    self.diedAt = diedAt
    self.leftAt = leftAt
    self.isStayOver = isStayOver
    self.pharmacy = pharmacy
    self.closedAt = closedAt
  }

  /// Refuses to prepare or give out something on it that must not be.
  ///
  /// - Parameter isPrepared: whether it is only handed over: who has left may still collect what was prepared before.
  package func check(_ number: Int64, isPrepared: Bool = false, clock: LocalTime) throws(Refusal) {
    if let diedAt { throw .dispensedForDead(number, patient, on: clock.date(of: diedAt)) }
    if isPrepared { return }
    if isStayOver { throw .dispensedAfterStay(number, patient, on: leftAt.map { clock.date(of: $0) }) }
    if let closedAt { throw .dispensedWhereClosed(number, pharmacy, on: clock.date(of: closedAt)) }
  }
}

extension Refusal {
  /// The patient has died since it was written.
  static func dispensedForDead(_ number: Int64, _ patient: PersonName, on day: CalendarDate) -> Refusal {
    Refusal(
      code: "dispense.dead",
      sentence:
        "\(patient.listed) died on \(day); nothing is given out on Rx \(number): decline it (x), or put it back (b).")
  }

  /// The patient has left since it was written.
  static func dispensedAfterStay(_ number: Int64, _ patient: PersonName, on day: CalendarDate?) -> Refusal {
    Refusal(
      code: "dispense.stayEnded",
      sentence:
        "The stay of \(patient.listed) has ended\(day.map { " (\($0))" } ?? ""); decline Rx \(number) (x), so that "
        + "the doctor writes what is still needed.")
  }

  /// The pharmacy has closed since it was written.
  static func dispensedWhereClosed(_ number: Int64, _ pharmacy: String, on day: CalendarDate) -> Refusal {
    Refusal(
      code: "dispense.pharmacyClosed",
      sentence: "\(pharmacy) closed on \(day); decline Rx \(number) (x), so that the doctor names another pharmacy.")
  }
}
