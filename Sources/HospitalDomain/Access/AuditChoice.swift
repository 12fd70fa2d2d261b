/// Which entries of the audit trail somebody asks for. What is nil narrows nothing.
package struct AuditChoice: Hashable, Sendable {
  /// Only those about the record of the patient of this number.
  package var patient: HospitalNumber?
  /// Only those of this user.
  package var username: String?
  /// Only those of this kind.
  package var deed: AuditDeed?
  /// Only those of this day or later.
  package var from: CalendarDate?
  /// Only those of this day or earlier.
  package var to: CalendarDate?

  package init(
    patient: HospitalNumber? = nil, username: String? = nil, deed: AuditDeed? = nil, from: CalendarDate? = nil,
    to: CalendarDate? = nil
  ) {
    self.patient = patient
    self.username = username
    self.deed = deed
    self.from = from
    self.to = to
  }

  /// Whether it narrows nothing.
  package var isEverything: Bool { self == AuditChoice() }

  /// It in words: `by okafor · about 000098-114-6 · refused · from 2026/11/01`; empty for everything.
  package var words: String {
    [
      username.map { "by \($0)" }, patient.map { "about \($0)" }, deed?.title, from.map { "from \($0)" },
      to.map { "to \($0)" },
    ].compactMap(\.self).joined(separator: " · ")
  }
}

/// The place of an entry among those that are sorted by when they happened. Of two of the same millisecond the one with the
/// higher number is the newer.
package struct AuditPlace: Hashable, Sendable {
  /// When it happened.
  package let occurredAt: Timestamp
  /// Its number.
  package let number: Int64

  package init(occurredAt: Timestamp, number: Int64) {
    self.occurredAt = occurredAt
    self.number = number
  }
}

/// An entry as somebody reads it: with the person who acted and the patient concerned by their names.
package struct AuditLine: Hashable, Sendable, Identifiable {
  package let entry: AuditEntry
  /// The name of who acted, as on their account now; nil where nobody was signed in.
  package let person: String?
  /// The role of who acted, as it is now.
  package let role: Role?
  /// The patient whose record it concerns.
  package let patient: PatientReference?

  package init(_ entry: AuditEntry, person: String?, role: Role?, patient: PatientReference?) {
    self.entry = entry
    self.person = person
    self.role = role
    self.patient = patient
  }

  package var id: Int64 { entry.number }
  package var place: AuditPlace { AuditPlace(occurredAt: entry.occurredAt, number: entry.number) }
  /// What kind of thing it tells of.
  package var deed: AuditDeed { AuditDeed(entry) }

  /// What was done, as the permission that it needed says it: `open a patient's record`; otherwise what it was done to.
  package var what: String {
    if let permission = Self.permissions[entry.permission] { return permission.title }
    switch deed {
    case .locked, .unlocked: return "the terminal"
    case .refused where entry.permission.isEmpty: return "sign in"
    default: return entry.permission.isEmpty ? "" : entry.permission
    }
  }

  private static let permissions = Dictionary(uniqueKeysWithValues: Permission.all.map { ($0.code, $0) })
}
