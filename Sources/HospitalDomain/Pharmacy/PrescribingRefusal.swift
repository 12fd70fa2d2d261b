extension Refusal {
  /// A list of interactions without any.
  package static let noInteractions = Refusal(
    code: "interactions.none",
    sentence: "The files hold no interactions, so the list was left as it was; check the folder.")

  /// The patient has died.
  package static func prescribedForDead(_ name: PersonName) -> Refusal {
    Refusal(
      code: "prescription.dead",
      sentence: "\(name.listed) has died; check that this is the right record.")
  }

  /// The record was merged into another.
  package static func prescribedForMerged(_ name: PersonName, into number: HospitalNumber) -> Refusal {
    Refusal(
      code: "prescription.merged",
      sentence: "The record of \(name.listed) was merged into \(number); open that one and prescribe there.")
  }

  /// The stay that it was begun on has ended meanwhile.
  package static func prescribedAfterStay(_ name: PersonName) -> Refusal {
    Refusal(
      code: "prescription.stayEnded",
      sentence: "The stay of \(name.listed) has ended meanwhile; open the record again and prescribe from there.")
  }

  /// There is no such pharmacy.
  package static let noSuchPharmacy = Refusal(
    code: "prescription.noPharmacy", sentence: "There is no such pharmacy; press F4 for the list.", field: "pharmacy")

  /// The pharmacy has closed.
  package static func pharmacyClosed(_ name: String, on day: CalendarDate) -> Refusal {
    Refusal(
      code: "prescription.pharmacyClosed", sentence: "\(name) closed on \(day); choose another pharmacy (F4).",
      field: "pharmacy")
  }

  /// The account is of nobody on the list of doctors.
  package static let noPrescriber = Refusal(
    code: "prescription.noPrescriber",
    sentence: "Your account belongs to nobody on the list of doctors; ask the administrator to connect it.")

  /// Nothing, or too much.
  package static let wrongItemCount = Refusal(
    code: "prescription.items",
    sentence:
      "A prescription has 1 to \(PrescribingRule.mostItems) medications; add one, or write a second prescription.",
    field: "medication1")

  /// A quantity that nobody means.
  package static func wrongQuantity(_ quantity: Int, item: Int) -> Refusal {
    Refusal(
      code: "prescription.quantity",
      sentence: "\(quantity) can not be handed over; type a quantity from 1 to 10000.", field: "quantity\(item)")
  }

  /// Refills that nobody means.
  package static func wrongRefills(item: Int) -> Refusal {
    Refusal(code: "prescription.refills", sentence: "Type 0 to 12 refills.", field: "refills\(item)")
  }

  /// A duration that nobody means.
  package static func wrongDays(item: Int) -> Refusal {
    Refusal(code: "prescription.days", sentence: "Type 1 to 366 days.", field: "days\(item)")
  }

  /// The medication is not in the catalogue.
  package static func noSuchMedication(item: Int) -> Refusal {
    Refusal(
      code: "prescription.noMedication",
      sentence: "That medication is not on the list, or no longer; press F4 for the list.",
      field: "medication\(item)")
  }

  /// The code of a finding that needs a reason.
  package static let reasonCode = "prescription.findingReason"
  /// The code of a finding that needs a second person.
  package static let signatureCode = "prescription.findingSignature"

  /// The code of a finding that came up while somebody was about to pass others.
  package static let unreadCode = "prescription.findingUnread"

  /// Something serious came up meanwhile.
  static func findingUnread(_ finding: CheckFinding, _ way: String) -> Refusal {
    Refusal(code: unreadCode, sentence: "Not read yet: \(finding.sentence.withoutStop). \(way).")
  }

  /// A major finding without a reason.
  package static func findingNeedsReason(_ finding: CheckFinding) -> Refusal {
    Refusal(
      code: reasonCode,
      sentence: "\(finding.title.sentenceCased): change it, or write here why it is given.", field: "reason")
  }

  /// A contraindicated finding without a second signature.
  package static func findingNeedsSignature(_ finding: CheckFinding) -> Refusal {
    Refusal(
      code: signatureCode,
      sentence: "\(finding.sentence.withoutStop); change it, or let another doctor or a pharmacist sign.")
  }

  /// The prescriber signed for themselves.
  package static let signedByPrescriber = Refusal(
    code: "prescription.ownSignature",
    sentence: "You prescribe, so somebody else has to sign: another doctor or a pharmacist.", field: "username")

  /// Somebody signed who can not judge it.
  package static func signedByOther(_ name: String, _ role: Role) -> Refusal {
    Refusal(
      code: "prescription.wrongSigner",
      sentence: "\(name) is \(role.indefinite); another doctor or a pharmacist has to sign.", field: "username")
  }

  /// The prescription is no longer active.
  package static func prescriptionEnded(_ prescription: PatientPrescription) -> Refusal {
    Refusal(
      code: "prescription.ended",
      sentence:
        "Rx \(prescription.number) is \(prescription.statusTitle) already; write a new prescription if one is needed.")
  }

  /// Every refill is used.
  package static func noRefillsLeft(_ prescription: PatientPrescription, of most: Int) -> Refusal {
    Refusal(
      code: "prescription.noRefills",
      sentence: most == 0
        ? "Rx \(prescription.number) was written without refills; write a new prescription."
        : "All \(most) refills of Rx \(prescription.number) are used; write a new prescription.")
  }

  /// There is no such prescription.
  package static let noSuchPrescription = Refusal(
    code: "prescription.unknown", sentence: "There is no such prescription; read the record again.")

  /// A template needs a name.
  package static let templateUnnamed = Refusal(
    code: "prescription.templateName", sentence: "Type a name of 1 to 60 characters for the usual prescription.")

  /// The account belongs to no department.
  package static let noDepartmentOfOwn = Refusal(
    code: "prescription.noDepartment",
    sentence: "Your account belongs to no department, so the template can only be your own.")
}

extension String {
  /// The sentence without its full stop.
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension Refusal {
  /// A prescription of words alone, from before dosages had a structure.
  package static func renewalHasNoStructure(_ prescription: PatientPrescription) -> Refusal {
    Refusal(
      code: "prescription.noStructure",
      sentence:
        "Rx \(prescription.number) was written in words alone, so it can not be renewed; write a new prescription.")
  }

  /// Something grave speaks against a renewal that did not before.
  package static func renewalFinds(_ finding: CheckFinding) -> Refusal {
    Refusal(
      code: "prescription.renewalFinds",
      sentence: "\(finding.sentence.withoutStop); so it is not renewed unseen: prescribe it anew.")
  }
}
