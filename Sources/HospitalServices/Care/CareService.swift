import HospitalDomain
import HospitalRecords

/// Consultations and nurses' notes: written, amended or struck out by their author for 24 hours, then only added to (B11).
package struct CareService: Sendable {
  /// The most consultations, and the most notes, that a patient's record shows.
  package static let mostShown = 200

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Writes a consultation of a patient, on the admission that is open, if there is one (C1).
  ///
  /// - Parameter begunAt: when it was begun: what its author prescribed for the patient since then belongs to it.
  /// - Throws: `InvalidEntry` with every field that is wrong.
  package func write(_ entry: ConsultationEntry, for patient: PatientID, begunAt: Timestamp? = nil) throws
    -> WrittenConsultation
  {
    let id: ConsultationID = session.workplace.ids.next(at: session.workplace.clock())
    let subject = AuditSubject(kind: "consultation", id: id.text, patient: patient)
    return try session.perform(.writeConsultation, on: subject, as: .create) { records in
      let words = try entry.check()
      let (name, admission) = try place(patient, in: records)
      try records.consultations.write(words, as: id, of: patient, in: admission, by: session.account.doctor)
      if let begunAt { try records.consultations.link(id, toPrescriptionsOf: patient, since: begunAt) }
      return WrittenConsultation(id: id, patient: name, admission: admission)
    }
  }

  /// Writes a nurse's note about a patient (C3). Throws `InvalidEntry` for `text`.
  package func write(_ note: String, about patient: PatientID) throws -> DoneAct {
    let id: NursingNoteID = session.workplace.ids.next(at: session.workplace.clock())
    let subject = AuditSubject(kind: "nursing_note", id: id.text, patient: patient)
    return try session.perform(.writeNote, on: subject, as: .create) { records in
      let text = try WrittenNote.read(note)
      let (name, admission) = try place(patient, in: records)
      try records.nursingNotes.write(text, as: id, of: patient, in: admission)
      return DoneAct("The note about \(name.listed) is written")
    }
  }

  /// Whom something is written about, and on which admission.
  private func place(_ patient: PatientID, in records: Records) throws -> (PersonName, AdmissionID?) {
    let name = try records.unmergedPatient(patient).details.name
    return (name, try records.board.row(ofPatient: patient)?.occupancy?.admission)
  }

  var clock: LocalTime { session.workplace.localTime }
}

/// A consultation that was just written; what is prescribed in it names it.
package struct WrittenConsultation: Hashable, Sendable {
  package let id: ConsultationID
  /// Whom it is about.
  package let patient: PersonName
  /// The admission that it was written on; nil for a patient in no room.
  package let admission: AdmissionID?
}
