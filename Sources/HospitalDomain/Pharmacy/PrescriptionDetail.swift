/// All that is known of a prescription, for its own screen (P5).
package struct PrescriptionDetail: Hashable, Sendable {
  /// What was passed when it was written or verified: a finding, by whom, when and why.
  package struct Override: Hashable, Sendable {
    package let kind: CheckFinding.Kind
    package let level: FindingLevel
    package let first: String
    package let second: String
    package let reason: String
    /// Who passed it, and when.
    package let recorded: Recorded
    /// Who signed for it besides; nil for nobody.
    package let signer: String?

    package init(
      kind: CheckFinding.Kind, level: FindingLevel, first: String, second: String, reason: String, recorded: Recorded,
      signer: String?
    ) {
      self.kind = kind
      self.level = level
      self.first = first
      self.second = second
      self.reason = reason
      self.recorded = recorded
      self.signer = signer
    }

    /// What it was about, in the words of the lists where it is found still: `paracetamol and warfarin`.
    package func title(among report: CheckReport?) -> String {
      let same = report?.findings.first { $0.kind == kind && $0.first == first && $0.second == second }
      let (one, two) = (same?.firstWords ?? first, same?.secondWords ?? second)
      return one == two ? "\(one) twice" : "\(one) and \(two)"
    }
  }

  /// A state that it was or is in, or that the pharmacy sent it back.
  package struct State: Hashable, Sendable {
    package let status: String
    package let recorded: Recorded
    package let reason: String

    package init(status: String, recorded: Recorded, reason: String) {
      self.status = status
      self.recorded = recorded
      self.reason = reason
    }
  }

  /// Another prescription that it comes from, or that came from it (FHIR priorPrescription).
  package struct Relative: Hashable, Sendable {
    package let id: String
    package let number: Int64
    /// Whether the other came before.
    package let isPrior: Bool
    /// Whether it is a renewal rather than a change.
    package let isRenewal: Bool

    package init(id: String, number: Int64, isPrior: Bool, isRenewal: Bool) {
      self.id = id
      self.number = number
      self.isPrior = isPrior
      self.isRenewal = isRenewal
    }
  }

  package let prescription: PatientPrescription
  /// Whom it is for, as the record was when it was written.
  package let patient: PatientID
  package let pharmacy: PharmacyID
  /// The items with their structure; nil for an item that was written in words alone.
  package let items: [PrescriptionOrder.Item?]
  package let medications: [ListedMedication]
  package let overrides: [Override]
  /// What speaks against it as things are now; nil for one that goes on no more, which is not checked: what took its place
  /// would look like the same prescribed twice.
  package let report: CheckReport?
  /// Oldest first.
  package let states: [State]
  package let relatives: [Relative]
  /// How often it was renewed, counted from the first.
  package let renewals: Int

  package init(
    prescription: PatientPrescription, patient: PatientID, pharmacy: PharmacyID, items: [PrescriptionOrder.Item?],
    medications: [ListedMedication], overrides: [Override], report: CheckReport?, states: [State],
    relatives: [Relative], renewals: Int
  ) {
    self.prescription = prescription
    self.patient = patient
    self.pharmacy = pharmacy
    self.items = items
    self.medications = medications
    self.overrides = overrides
    self.report = report
    self.states = states
    self.relatives = relatives
    self.renewals = renewals
  }

  /// How often it can still be renewed.
  package var refillsLeft: Int { max(0, (prescription.items.map(\.refills).max() ?? 0) - renewals) }
}
