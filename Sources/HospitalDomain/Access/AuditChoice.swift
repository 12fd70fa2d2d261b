/// Which entries of the audit trail somebody asks for.
package struct AuditChoice: Hashable, Sendable {
  /// Only those about the record of the patient of this number.
  package let patient: HospitalNumber?
  /// Only those of this user.
  package let username: String?
  /// How many at most, the newest ones.
  package let limit: Int

  package init(patient: HospitalNumber? = nil, username: String? = nil, limit: Int) {
    self.patient = patient
    self.username = username
    self.limit = limit
  }
}
