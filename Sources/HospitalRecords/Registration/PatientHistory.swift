import DatabaseKit
import HospitalDomain

/// An admission as a patient's record shows it, with the rooms of it.
package struct PatientAdmission: Hashable, Sendable, Identifiable {
  package let admission: Admission
  package let doctor: PersonName
  /// From room to room, oldest first.
  package let stays: [StayLine]

  package var id: AdmissionID { admission.id }
}

/// An appointment as a patient's record shows it.
package struct PatientAppointment: Hashable, Sendable, Identifiable {
  package let id: String
  package let startsAt: Timestamp
  package let endsAt: Timestamp
  package let doctor: PersonName
  package let department: String
  /// The stored code, such as `booked`.
  package let status: String
  package let purpose: String
}

/// A prescription as a patient's record shows it.
package struct PatientPrescription: Hashable, Sendable, Identifiable {
  package let id: String
  package let number: Int64
  package let writtenAt: Timestamp
  package let doctor: PersonName
  package let pharmacy: String
  /// The stored code, such as `active`.
  package let status: String
  /// The stored code, such as `urgent`.
  package let priority: String
  package let note: String
  package let items: [Item]

  /// One medication of it.
  package struct Item: Hashable, Sendable {
    /// Name, strength and form: `Ibuprofen 400 mg tablet`.
    package let medication: String
    package let dose: String
    package let route: String
    package let frequency: String
    package let days: Int
    package let quantity: Int
    package let refills: Int
  }
}

/// An invoice as a patient's record shows it.
package struct PatientInvoice: Hashable, Sendable, Identifiable {
  package let id: String
  /// Its number as printed, such as `INV-2026-0417`; nil for a draft.
  package let number: String?
  /// The stored code, such as `issued`.
  package let status: String
  package let issuedAt: Timestamp?
  package let dueOn: CalendarDate?
  /// The sum of the lines, discounts taken off.
  package let total: Money
  package let paid: Money

  /// What is still to pay; negative where too much was paid.
  package var balance: Money { Money(cents: total.cents - paid.cents) }
}
