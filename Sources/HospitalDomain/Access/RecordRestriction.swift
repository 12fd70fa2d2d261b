/// Why a record is restricted (H6). The raw value is the stored code.
package enum RestrictionKind: String, CaseIterable, Hashable, Sendable {
  /// Somebody who works here.
  case staff
  /// Somebody whom everybody knows.
  case wellKnown = "well-known"
  /// Everybody who lies in a department that was chosen.
  case department
  /// For another reason, which was written.
  case other

  /// The kind in words: `works here`.
  package var title: String {
    switch self {
    case .staff: "works here"
    case .wellKnown: "well known"
    case .department: "lies in a restricted department"
    case .other: "for a written reason"
    }
  }

  /// Those that a record can be marked with; a department's is marked on the department.
  package static let ofRecords: [RestrictionKind] = [.staff, .wellKnown, .other]
}

/// What stands before a restricted record: who it is about, and nothing of what is in it.
package struct RestrictedRecord: Hashable, Sendable {
  package let patient: PatientReference
  package let kind: RestrictionKind

  package init(patient: PatientReference, kind: RestrictionKind) {
    self.patient = patient
    self.kind = kind
  }
}

/// That somebody opened a restricted record with a reason, for a limited time (H6).
package struct AccessGrant: Hashable, Sendable, Identifiable {
  package let id: AccessGrantID
  package let patient: PatientReference
  /// Whose it is.
  package let account: AccountID
  /// The name of that account and what its person is.
  package let username: String
  package let fullName: String
  package let role: Role
  /// Where they opened it.
  package let terminal: String
  package let reason: String
  package let begunAt: Timestamp
  package let endsAt: Timestamp
  /// What a supervisor found; nil while nobody has looked.
  package let review: AccessReview?

  package init(
    id: AccessGrantID, patient: PatientReference, account: AccountID, username: String, fullName: String, role: Role,
    terminal: String, reason: String, begunAt: Timestamp, endsAt: Timestamp, review: AccessReview? = nil
  ) {
    self.id = id
    self.patient = patient
    self.account = account
    self.username = username
    self.fullName = fullName
    self.role = role
    self.terminal = terminal
    self.reason = reason
    self.begunAt = begunAt
    self.endsAt = endsAt
    self.review = review
  }

  /// What a supervisor's screen says at once. It names no patient and no reason: it may stand on any screen.
  package var notice: String { "\(fullName), \(role.title), opened restricted \(patient.number). More, Openings." }
}

/// What a supervisor found of an opening.
package struct AccessReview: Hashable, Sendable {
  package let isJustified: Bool
  package let remark: String
  package let reviewed: Recorded

  package init(isJustified: Bool, remark: String, reviewed: Recorded) {
    self.isJustified = isJustified
    self.remark = remark
    self.reviewed = reviewed
  }

  /// `justified` or `not justified`.
  package var title: String { isJustified ? "justified" : "not justified" }
}

/// When a restricted record shows what is in it (H6).
package enum RestrictionRule {
  /// How long an opening lasts unless the settings say otherwise, in minutes.
  package static let usualMinutes = 30
  /// What the settings may say, in minutes.
  package static let minutes = 1...1440

  /// Whether an act shows what is in a record: reading it, and printing from it.
  package static func reveals(_ permission: Permission, as action: AuditAction) -> Bool {
    action == .read || Permission.paper.contains(permission)
  }

  /// What may be done about a restricted record without having opened it: opening it, marking and lifting, reviewing what
  /// others opened, and taking in a whole file of records, which shows nobody's.
  package static let withoutOpening: [Permission] = [
    .breakTheGlass, .restrictRecords, .reviewOpenings, .importPatients,
  ]

  /// Lets somebody do something to a patient, or says why not. A record that is nobody's secret, one that was opened with
  /// a reason that still counts, and a person's own are open. Those who care for the patient now act without a reason, but
  /// read the record with one, as everybody.
  package static func check(
    _ restriction: RestrictedRecord?, reveals: Bool, isOpened: Bool, isOwn: Bool, isCaring: Bool
  ) throws(Refusal) {
    guard let restriction, !isOpened, !isOwn, reveals || !isCaring else { return }
    throw .recordRestricted(restriction)
  }

  /// Whether what was typed into a search names a patient: a whole word of the name or the whole number. Only then does
  /// the list say who it is; a room, a telephone or a birth date must not tell.
  package static func isNamed(_ name: PersonName, _ number: HospitalNumber, by query: SearchQuery) -> Bool {
    let words = Set(TextFolding.words(name.listed))
    return query.tokens.contains { token in
      switch token {
      case .word(let word): word.count > 1 && words.contains(word)
      case .digits(let digits): digits == number.digits
      case .date, .room: false
      }
    }
  }

  /// Nobody reviews what they opened themselves, and nothing is reviewed twice.
  package static func checkReview(_ grant: AccessGrant, by account: AccountID) throws(Refusal) {
    if grant.account == account { throw .ownOpening }
    if let review = grant.review { throw .openingReviewed(by: review.reviewed.by) }
  }
}
