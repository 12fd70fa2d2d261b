/// What a doctor says when a discharge is ordered: where the patient goes, the diagnosis, and the discharge summary.
package struct DischargeOrder: Hashable, Sendable {
  package let disposition: Disposition
  /// The diagnosis at discharge, one line.
  package let diagnosis: String
  /// What was done, what goes on at home, when to come back; several lines.
  package let summary: String
  /// When the patient died; only with that disposition, and then always.
  package let diedAt: Timestamp?

  /// What the records tell of it; what a person types is a `DischargeEntry`.
  package init(disposition: Disposition, diagnosis: String, summary: String, diedAt: Timestamp? = nil) {
    self.disposition = disposition
    self.diagnosis = diagnosis
    self.summary = summary
    self.diedAt = diedAt
  }

  /// Whether the patient died in the house.
  package var isDeath: Bool { disposition == .died }
}

/// Which writing of a discharge order stands: what a form carries, to know the order it was opened on again.
package struct OrderEdition: Hashable, Sendable {
  /// Counts the writings of one stay's order from 1; an order that is withdrawn and given again counts on.
  package let version: Int
  /// The name of who wrote it, as their account has it.
  package let by: String
  package let at: Timestamp

  /// What the records tell of it.
  package init(version: Int, by: String, at: Timestamp) {
    self.version = version
    self.by = by
    self.at = at
  }
}

/// A discharge order as it was typed.
package struct DischargeEntry: Hashable, Sendable {
  package var disposition: Disposition?
  package var diagnosis: String
  package var summary: String
  package var diedAt: Timestamp?

  package init(disposition: Disposition? = .home, diagnosis: String, summary: String, diedAt: Timestamp? = nil) {
    self.disposition = disposition
    self.diagnosis = diagnosis
    self.summary = summary
    self.diedAt = diedAt
  }

  /// The order that was meant.
  ///
  /// - Parameter birth: the patient's date of birth; nobody dies before it.
  /// - Throws: `InvalidEntry` with every field that is wrong: `disposition`, `diedAt`, `diagnosis`, `summary`.
  package func check(bornOn birth: CalendarDate, at now: Timestamp, clock: LocalTime) throws -> DischargeOrder {
    var problems: [FieldProblem] = []
    func read(_ field: String, _ text: () throws(Misentry) -> String) -> String {
      do throws(Misentry) { return try text() } catch {
        problems.append(error.at(field))
        return ""
      }
    }
    if disposition == nil { problems.append(Misentry("say where the patient goes; F4 lists it").at("disposition")) }
    if let problem = deathProblem(birth, now, clock) { problems.append(problem.at("diedAt")) }
    let diagnosis = read("diagnosis") { () throws(Misentry) in
      try SafeText.requiredLine(self.diagnosis, limit: 200, hint: "write the diagnosis at discharge")
    }
    let summary = read("summary") { () throws(Misentry) in
      let text = try SafeText.note(self.summary)
      guard !text.isEmpty else { throw Misentry("write the discharge summary") }
      return text
    }
    guard problems.isEmpty, let disposition else { throw InvalidEntry(problems: problems) }
    return DischargeOrder(disposition: disposition, diagnosis: diagnosis, summary: summary, diedAt: diedAt)
  }

  private func deathProblem(_ birth: CalendarDate, _ now: Timestamp, _ clock: LocalTime) -> Misentry? {
    guard disposition == .died else {
      return diedAt == nil ? nil : Misentry("only for a patient who died; ^U clears it")
    }
    guard let diedAt else { return Misentry("type when the patient died, such as N or T 1340") }
    if diedAt > now { return Misentry("this is in the future; type when the patient died") }
    return clock.date(of: diedAt) < birth ? Misentry("this is before the patient was born") : nil
  }
}
