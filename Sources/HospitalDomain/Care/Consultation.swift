/// A doctor's consultation of a patient (C1).
package struct Consultation: Hashable, Sendable, Identifiable {
  package let id: ConsultationID
  /// Whose record it stands on.
  package let patient: PatientID
  /// The admission during which it was written; nil for a patient in no room.
  package let admission: AdmissionID?
  /// What was written.
  package let words: ConsultationEntry
  /// Who wrote it, and what became of it.
  package let standing: EntryStanding

  /// The numbers of what was prescribed in it.
  package let prescribed: [Int64]

  /// What the records tell of it.
  package init(
    id: ConsultationID, patient: PatientID, admission: AdmissionID?, words: ConsultationEntry, standing: EntryStanding,
    prescribed: [Int64] = []
  ) {
    self.prescribed = prescribed
    self.id = id
    self.patient = patient
    self.admission = admission
    self.words = words
    self.standing = standing
  }

  /// What it is among clinical entries.
  package var entry: ClinicalEntry { .consultation(id) }
}

/// What a consultation says, as it was typed or as it is stored.
package struct ConsultationEntry: Hashable, Sendable {
  /// What the patient complains of; several lines.
  package var complaint: String
  /// What was found.
  package var findings: String
  /// What it is held to be; may be open at first.
  package var diagnosis: String
  /// What is to be done.
  package var plan: String

  package init(complaint: String, findings: String = "", diagnosis: String = "", plan: String) {
    self.complaint = complaint
    self.findings = findings
    self.diagnosis = diagnosis
    self.plan = plan
  }

  /// The fields, in the order of the form.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case complaint, findings, diagnosis, plan

    /// Its caption on the screen.
    package var caption: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// Whether it must say something.
    package var isRequired: Bool { self == .complaint || self == .plan }
  }

  /// What a field says.
  package subscript(field: Field) -> String {
    get { self[keyPath: Self.path(field)] }
    set { self[keyPath: Self.path(field)] = newValue }
  }

  private static func path(_ field: Field) -> WritableKeyPath<ConsultationEntry, String> {
    switch field {
    case .complaint: \.complaint
    case .findings: \.findings
    case .diagnosis: \.diagnosis
    case .plan: \.plan
    }
  }

  /// The texts as they are stored. Throws `InvalidEntry` with every field that is wrong.
  package func check() throws(InvalidEntry) -> ConsultationEntry {
    var checked = self
    var problems: [FieldProblem] = []
    for field in Field.allCases {
      do throws(Misentry) {
        checked[field] = try SafeText.note(self[field])
        if checked[field].isEmpty && field.isRequired { throw Self.missing(field) }
      } catch {
        problems.append(error.at(field.rawValue))
      }
    }
    guard problems.isEmpty else { throw InvalidEntry(problems: problems) }
    return checked
  }

  private static func missing(_ field: Field) -> Misentry {
    Misentry(field == .plan ? "write what is to be done, even if it is to wait" : "write what the patient complains of")
  }
}
