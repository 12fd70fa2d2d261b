import HospitalDomain

/// Who a screen is about: the line at the top of every screen that touches a patient (screens.md, principle 1).
package struct PatientBanner: Hashable, Sendable {
  /// `DUARTE, Inês`
  package let name: String
  /// `1991/03/12 (35 y)`; of somebody who died without the age.
  package let born: String
  /// `1991/03/12`, where there is room for no more.
  package let bornAlone: String
  /// `F`
  package let sex: String
  /// `000098-114-6`
  package let number: String
  /// The room they are in, or the record to look at instead of this one: `see 000098-114-6`; nil for none.
  package let room: String?
  /// `died 2026/11/20`; nil for somebody who lives.
  package let died: String?
  /// `Penicillin (rash)`, `none known` or `not known`.
  package let allergies: String
  /// Whether the allergies, or that nobody has asked, must not be overlooked.
  package let hasAllergies: Bool

  /// The banner of a patient's record.
  ///
  /// - Parameter survivor: the number of the record that this one was merged into, where the patient is looked for.
  package init(
    _ record: PatientRow, room: String?, today: CalendarDate, clock: LocalTime,
    mergedInto survivor: HospitalNumber? = nil
  ) {
    let details = record.details
    name = details.name.listed
    died = record.diedAt.map { "died \(clock.date(of: $0))" }
    born = died != nil ? "\(details.birthDate)" : "\(details.birthDate) (\(details.birthDate.age(on: today)))"
    bornAlone = details.birthDate.description
    sex = details.sex.rawValue
    number = record.number.description
    self.room = survivor.map { "see \($0)" } ?? room
    allergies = details.allergies.description
    if case .recorded = details.allergies { hasAllergies = true } else { hasAllergies = false }
  }
}
