extension Refusal {
  /// The patient has a room already (B4).
  package static func alreadyAdmitted(_ name: PersonName, room: String?) -> Refusal {
    let place = room.map { "in \($0)" } ?? "admitted"
    return Refusal(
      code: "admission.already", sentence: "\(name.listed) is \(place) already; transfer them instead.",
      field: "patient")
  }

  /// The patient has died.
  package static func patientDeceased(_ name: PersonName) -> Refusal {
    Refusal(
      code: "admission.deceased",
      sentence: "\(name.listed) is recorded as having died; check that this is the right patient.", field: "patient")
  }

  /// The record was merged into another.
  package static func patientMerged(_ name: PersonName, into number: HospitalNumber) -> Refusal {
    Refusal(
      code: "admission.merged", sentence: "This record of \(name.listed) was merged; use \(number) instead.",
      field: "patient")
  }

  /// The patient is in no room.
  package static func notAdmitted(_ name: PersonName) -> Refusal {
    Refusal(
      code: "admission.none", sentence: "\(name.listed) is in no room; admit them first.", field: "patient")
  }

  /// A transfer to the room that the patient is in.
  package static func sameRoom(_ room: String) -> Refusal {
    Refusal(
      code: "admission.sameRoom", sentence: "The patient is in \(room) already; choose another room.", field: "room")
  }

  /// The admission's status does not allow the act.
  package static func admissionCannot(_ act: AdmissionAct, status: AdmissionStatus) -> Refusal {
    let next = status.allowedActs.map(\.title)
    let advice = next.isEmpty ? "nothing more can be changed" : "it can \(Listing.or(next))"
    return Refusal(
      code: "admission.status", sentence: "This admission is \(status.title) and cannot \(act.title); \(advice).")
  }
}
