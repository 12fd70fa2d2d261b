extension RecordKind {
  package enum Consultation {}
  package enum NursingNote {}
  package enum Addendum {}
}

package typealias ConsultationID = Identifier<RecordKind.Consultation>
package typealias NursingNoteID = Identifier<RecordKind.NursingNote>
package typealias AddendumID = Identifier<RecordKind.Addendum>

/// What was written about a patient, and stays: amended or struck out by its author for 24 hours, then fixed (B11).
package enum ClinicalEntry: Hashable, Sendable {
  case consultation(ConsultationID)
  case nursingNote(NursingNoteID)
  /// A prescription; the window holds for what was prescribed, not for what becomes of it.
  case prescription(String)

  /// What it is, within a sentence: `consultation`.
  package var noun: String {
    switch self {
    case .consultation: "consultation"
    case .nursingNote: "nurse's note"
    case .prescription: "prescription"
    }
  }

  /// Its identifier.
  package var id: String {
    switch self {
    case .consultation(let id): id.text
    case .nursingNote(let id): id.text
    case .prescription(let id): id
    }
  }

  /// The table that it stands in, and the kind of record in the audit trail.
  package var kind: String {
    switch self {
    case .consultation: "consultation"
    case .nursingNote: "nursing_note"
    case .prescription: "prescription"
    }
  }
}

/// Who wrote a clinical entry, what became of it, and what was added to it.
package struct EntryStanding: Hashable, Sendable {
  /// The account that wrote it: nobody else amends it or strikes it out.
  package let author: AccountID
  /// Who wrote it, and when.
  package let written: Recorded
  /// The version that stands, from 1.
  package let version: Int
  /// Who made that version, and when.
  package let changed: Recorded
  /// Why; empty for the first.
  package let reason: String
  /// Whether it was struck out; then `changed` and `reason` tell by whom, when and why.
  package let isStruckOut: Bool
  /// What was added, oldest first.
  package let addenda: [Addendum]

  /// What the records tell of it.
  package init(
    author: AccountID, written: Recorded, version: Int, changed: Recorded, reason: String, isStruckOut: Bool,
    addenda: [Addendum]
  ) {
    self.author = author
    self.written = written
    self.version = version
    self.changed = changed
    self.reason = reason
    self.isStruckOut = isStruckOut
    self.addenda = addenda
  }

  /// Whether it was amended, and not struck out.
  package var isAmended: Bool { version > 1 && !isStruckOut }
}

/// What was added to a clinical entry after it was written; never changed.
package struct Addendum: Hashable, Sendable, Identifiable {
  package let id: AddendumID
  /// What it says; several lines.
  package let text: String
  /// Who wrote it, and when.
  package let written: Recorded

  /// What the records tell of it.
  package init(id: AddendumID, text: String, written: Recorded) {
    self.id = id
    self.text = text
    self.written = written
  }
}
