/// A patient's whole record on one screen (P5): everything that is on file under their number and under the numbers that
/// were merged into it.
package struct PatientRecord: Hashable, Sendable, Identifiable {
  /// Who they are, as it stands now.
  package let patient: PatientRow
  /// The record that this one was merged into, with the merge that can be undone; look there for everything new.
  package let mergedAway: MergeLine?
  /// The room they are in now: who is assigned, which doctor, since when, under what isolation.
  package let room: RoomBoardRow?
  /// Allergies, oldest first, those struck out included.
  package let allergies: [AllergyLine]
  /// Admissions with their rooms, newest first.
  package let admissions: [PatientAdmission]
  /// Appointments, newest first.
  package let appointments: [PatientAppointment]
  /// Prescriptions with their items, newest first.
  package let prescriptions: [PatientPrescription]
  /// Invoices with their sums, newest first.
  package let invoices: [PatientInvoice]
  /// The records that were merged into this one.
  package let merged: [MergeLine]
  /// Every version of the details, newest first, with what changed.
  package let versions: [PatientVersion]
  /// Why it is restricted; nil where it is not (H6).
  package let restriction: RestrictionKind?
  /// When it closes again to who opened it with a reason; nil where it stays open.
  package let closesAt: Timestamp?
  /// What each invoice is made of, by its identifier; read for the patient's own bills alone.
  package let bills: [String: InvoiceDetail]
  /// Consultations, newest first; nil for those who may not read them.
  package let consultations: [Consultation]?
  /// Nurses' notes, newest first; nil for those who may not read them.
  package let notes: [NursingNote]?
  /// Who wrote each prescription, by its identifier, and what was added to it.
  package let prescriptionStandings: [String: EntryStanding]

  /// What the records tell of it.
  package init(
    patient: PatientRow, mergedAway: MergeLine?, room: RoomBoardRow?, allergies: [AllergyLine],
    admissions: [PatientAdmission], appointments: [PatientAppointment], prescriptions: [PatientPrescription],
    invoices: [PatientInvoice], merged: [MergeLine], versions: [PatientVersion], restriction: RestrictionKind? = nil,
    closesAt: Timestamp? = nil, consultations: [Consultation]? = nil, notes: [NursingNote]? = nil,
    prescriptionStandings: [String: EntryStanding] = [:], bills: [String: InvoiceDetail] = [:]
  ) {
    self.patient = patient
    self.mergedAway = mergedAway
    self.room = room
    self.allergies = allergies
    self.admissions = admissions
    self.appointments = appointments
    self.prescriptions = prescriptions
    self.invoices = invoices
    self.merged = merged
    self.versions = versions
    self.restriction = restriction
    self.closesAt = closesAt
    self.consultations = consultations
    self.notes = notes
    self.prescriptionStandings = prescriptionStandings
    self.bills = bills
  }

  package var id: PatientID { patient.id }
  package var number: HospitalNumber { patient.number }
  package var version: Int { patient.version }
  package var details: PatientDetails { patient.details }

  /// Who is assigned, which doctor, since when and under what isolation; nil for a patient in no room.
  package var occupancy: RoomBoardRow.Occupancy? { room?.occupancy }

  /// What is still to pay on the invoices that were issued and neither cancelled nor entered in error.
  package var balance: Money {
    let due = invoices.filter { $0.status == "issued" || $0.status == "balanced" }
    return Money(cents: due.reduce(0) { $0 + $1.balance.cents })
  }
}

/// A version of a patient's details: who made it, when, why, and what it changed field by field (B10).
package struct PatientVersion: Hashable, Sendable, Identifiable {
  /// The version, from 1.
  package let version: Int
  /// Who recorded it, and when.
  package let recorded: Recorded
  /// Why; empty for the registration itself.
  package let reason: String
  /// What changed, in the order of the form; empty for the first version.
  package let changes: [FieldChange]

  /// What the records tell of it.
  package init(version: Int, recorded: Recorded, reason: String, changes: [FieldChange]) {
    self.version = version
    self.recorded = recorded
    self.reason = reason
    self.changes = changes
  }

  package var id: Int { version }
}

/// One field that a version changed.
package struct FieldChange: Hashable, Sendable {
  /// The field's caption, such as `Address`.
  package let caption: String
  /// What it held before, as the form writes it; empty for nothing.
  package let before: String
  /// What it holds since.
  package let after: String

  /// What the records tell of it.
  package init(caption: String, before: String, after: String) {
    self.caption = caption
    self.before = before
    self.after = after
  }
}
