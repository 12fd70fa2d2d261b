extension Refusal {
  /// Somebody else works on it.
  package static func prescriptionClaimed(_ number: Int64, by name: String, until time: String) -> Refusal {
    Refusal(
      code: "prescription.claimed",
      sentence: "\(name) is working on Rx \(number) until \(time); take another one, or ask them to let it go.")
  }

  /// The act is none of the stage at which the prescription stands.
  package static func prescriptionCannot(_ act: PharmacyAct, _ number: Int64, _ stage: PharmacyStage) -> Refusal {
    let advice =
      switch stage {
      case .waiting: "it waits to be verified; verify it first (v)"
      case .verified: "it is verified; dispense it (d)"
      case .partDispensed: "some of it is still owed; dispense the rest (d)"
      case .ready: "it is ready; hand it over (o)"
      case .handedOver: "it was handed over already"
      case .declined: "it went back to the prescriber, who has to answer first"
      }
    return Refusal(code: "prescription.stage", sentence: "Rx \(number) cannot be \(act.phrase): \(advice).")
  }

  /// It is on hold.
  package static func prescriptionOnHold(_ number: Int64) -> Refusal {
    Refusal(
      code: "prescription.onHold", sentence: "Rx \(number) is on hold; let it go on first (h), then do this.")
  }

  /// It is not on hold.
  package static func prescriptionNotOnHold(_ number: Int64) -> Refusal {
    Refusal(code: "prescription.notOnHold", sentence: "Rx \(number) is not on hold; nothing has to be released.")
  }

  /// The prescriber took it back, it was struck out, or it is done.
  package static func prescriptionClosed(_ number: Int64, _ status: String) -> Refusal {
    Refusal(
      code: "prescription.closed",
      sentence: "Rx \(number) is \(status); nothing more is done with it. r reads the queue.")
  }

  /// Another doctor wrote it.
  package static func notThePrescriber(_ number: Int64, _ doctor: PersonName) -> Refusal {
    Refusal(
      code: "prescription.notYours",
      sentence: "Rx \(number) was written by \(doctor.listed), who has to answer the pharmacy; tell them.")
  }
}
