/// Every version of a record, with who, when and why, and what each changed (B10).
package struct RecordHistory: Hashable, Sendable {
  /// What it is the history of, in words: `room 4A-12`.
  package let title: String
  /// Whose record it stands on; nil for what is nobody's.
  package let patient: PatientRow?
  /// The room that the patient is in.
  package let room: String?
  /// The versions, newest first.
  package let versions: [RecordVersion]

  /// The history of a record; `versions` in any order.
  package init(title: String, patient: PatientRow?, room: String?, versions: [RecordVersion]) {
    self.title = title
    self.patient = patient
    self.room = room
    self.versions = versions.enumerated().sorted {
      ($1.element.recorded.at, $1.element.number, $1.offset) < ($0.element.recorded.at, $0.element.number, $0.offset)
    }.map(\.element)
  }

  /// The fields that were ever changed, in the order of the record.
  package var changedFields: [String] {
    let changed = Set(versions.flatMap { $0.changes.map(\.caption) })
    var seen: Set<String> = []
    return versions.flatMap { $0.values.map(\.caption) }.filter { changed.contains($0) && seen.insert($0).inserted }
  }

  /// The versions that changed a field, and the first, which gave it its value; all of them for no field.
  package func versions(changing field: String?) -> [RecordVersion] {
    guard let field else { return versions }
    return versions.filter { version in
      version.changes.contains { $0.caption == field }
        || (version.isFirst && version.values.contains { $0.caption == field })
    }
  }
}

/// One version of a record.
package struct RecordVersion: Hashable, Sendable, Identifiable {
  /// The part of the record that it is of, such as `Stay in 4A-12`; empty for the record itself.
  package let part: String
  /// Its number, from 1.
  package let number: Int
  /// Who made it, and when.
  package let recorded: Recorded
  /// Why; may be empty, as for the first.
  package let reason: String
  /// All that it holds.
  package let values: [Value]
  /// What it changed; empty for the first.
  package let changes: [FieldChange]

  /// One field of a version.
  package struct Value: Hashable, Sendable {
    /// The field's caption, such as `Address`.
    package let caption: String
    /// What it holds, in words; empty for nothing.
    package let text: String

    package init(_ caption: String, _ text: String) {
      self.caption = caption
      self.text = text
    }
  }

  /// A version that follows another, or the first.
  package init(
    part: String = "", number: Int, recorded: Recorded, reason: String, values: [Value], after former: [Value]?
  ) {
    self.part = part
    self.number = number
    self.recorded = recorded
    self.reason = reason
    self.values = values
    let before = Dictionary((former ?? values).map { ($0.caption, $0.text) }) { first, _ in first }
    changes = values.compactMap { value in
      let old = before[value.caption] ?? ""
      return old == value.text ? nil : FieldChange(caption: value.caption, before: old, after: value.text)
    }
  }

  package var id: String { "\(part)/\(number)" }
  /// Whether none came before it.
  package var isFirst: Bool { number == 1 }
}
