import HospitalDomain

/// The moment a form is being filled in, given from outside: forms have no clock.
package struct FormMoment: Sendable {
  /// Now.
  package let now: Timestamp
  /// The hospital's clock.
  package let local: LocalTime

  /// A moment on the hospital's clock.
  package init(now: Timestamp, local: LocalTime = .utc) {
    self.now = now
    self.local = local
  }

  /// Today on the hospital's clock.
  package var today: CalendarDate { local.date(of: now) }
}
