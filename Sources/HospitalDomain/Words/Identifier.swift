/// The identifier of one record of a kind. Identifiers of different kinds are different types, so that a room can not be
/// passed where a patient is meant.
package struct Identifier<Kind>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier as stored: a UUID of version 7 (RFC 9562), which sorts by the time it was made.
  package let text: String

  /// The identifier with this text.
  package init(_ text: String) {
    self.text = text
  }

  package var description: String { text }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The kinds of record that have identifiers.
package enum RecordKind {
  package enum Hospital {}
  package enum Department {}
  package enum Doctor {}
  package enum Staff {}
  package enum Account {}
  package enum Patient {}
  package enum Allergy {}
  package enum Merge {}
  package enum Room {}
  package enum Admission {}
  package enum Stay {}
  package enum Hold {}
  package enum Isolation {}
  package enum Draft {}
  package enum Pharmacy {}
  package enum Restriction {}
  package enum AccessGrant {}
}

package typealias HospitalID = Identifier<RecordKind.Hospital>
package typealias DepartmentID = Identifier<RecordKind.Department>
package typealias DoctorID = Identifier<RecordKind.Doctor>
package typealias StaffID = Identifier<RecordKind.Staff>
package typealias AccountID = Identifier<RecordKind.Account>
package typealias PatientID = Identifier<RecordKind.Patient>
package typealias AllergyID = Identifier<RecordKind.Allergy>
package typealias MergeID = Identifier<RecordKind.Merge>
package typealias RoomID = Identifier<RecordKind.Room>
package typealias AdmissionID = Identifier<RecordKind.Admission>
package typealias StayID = Identifier<RecordKind.Stay>
package typealias HoldID = Identifier<RecordKind.Hold>
package typealias IsolationID = Identifier<RecordKind.Isolation>
package typealias DraftID = Identifier<RecordKind.Draft>
package typealias PharmacyID = Identifier<RecordKind.Pharmacy>
package typealias AccessGrantID = Identifier<RecordKind.AccessGrant>

/// Where new identifiers come from: random ones in the program, counted ones in tests.
package struct IdentifierSource: Sendable {
  private let makeText: @Sendable (Timestamp) -> String

  /// A source that makes the text of an identifier for a time.
  package init(_ makeText: @escaping @Sendable (Timestamp) -> String) {
    self.makeText = makeText
  }

  /// A new identifier, later in order than those of earlier times.
  package func next<Kind>(at now: Timestamp) -> Identifier<Kind> { Identifier(makeText(now)) }
}
