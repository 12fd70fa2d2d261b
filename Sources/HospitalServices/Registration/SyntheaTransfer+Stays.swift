import HospitalDomain
import HospitalRecords

extension SyntheaTransfer {
  /// A past encounter. Those in a practice are ambulatory; without their claims they are of no use here.
  mutating func stay(_ row: SyntheaRow) throws -> Fate {
    let source = try identifier(of: row, "stay")
    if try imports.record("admission", source) as AdmissionID? != nil { return .known }
    let (admissionClass, type) = Self.kind(of: row["ENCOUNTERCLASS"])
    if files.claims.isEmpty, admissionClass == .ambulatory { return .unused }
    guard let patient = patients[row["PATIENT"]] else { throw Misentry("its PATIENT is in no file") }
    guard let doctor = doctors[row["PROVIDER"]] else { throw Misentry("its PROVIDER is in no file") }
    let (start, stop) = try times(of: row)
    if !files.claims.isEmpty { try claims.check(row) }
    try PresenceRule.check(doctor: records.doctors.employee(doctor), clock: session.workplace.localTime)
    let standing = try records.patientStanding(patient)
    try standing.checkIsPresent()
    if let room = standing.currentRoom {
      throw Misentry("the patient is in \(room) now; take it over once they have left")
    }
    let words = row.term(row["REASONDESCRIPTION"].isEmpty ? "DESCRIPTION" : "REASONDESCRIPTION")
    let complaint = try SafeText.requiredLine(words, hint: "it has no description")
    let id: AdmissionID = records.newIdentifier()
    try records.at(start).admissions.add(
      Admission(
        id: id, patient: patient, admissionClass: admissionClass, type: type, status: .inProgress, doctor: doctor,
        complaint: complaint, admittedAt: start, expectedDischarge: nil))
    let then = records.at(stop)
    try then.checkOuts.write(
      DischargeOrder(disposition: .home, diagnosis: complaint, summary: "Taken over from Synthea: \(complaint)"),
      for: id)
    try then.checkOuts.stamp(.order, on: id)
    try then.checkOuts.stamp(.exit, on: id)
    try then.admissions.discharge(id, to: .home)
    stays[source] = Stay(id: id, patient: patient, endedAt: stop)
    try imports.remember("admission", source, as: id)
    try note("admission", id.text, of: patient)
    return .taken
  }

  /// A claim, as the invoice of what it was for.
  mutating func invoice(_ row: SyntheaRow) throws -> Fate {
    let source = try identifier(of: row, "invoice")
    if try imports.hasClaim(source) { return .known }
    guard let encounter = encounterRows[row["APPOINTMENTID"]] else {
      throw Misentry("its APPOINTMENTID is in no file")
    }
    guard let stay = stays[encounter["Id"]] else {
      guard try imports.record("admission", encounter["Id"]) as AdmissionID? != nil else { return .unused }
      throw Misentry("its encounter was taken over before and the account is closed; bill it by hand")
    }
    let found = try claims.found(row, of: encounter)
    let invoice = try records.take(
      found, of: source, for: stay.patient, in: stay.id, clock: session.workplace.localTime)
    try imports.remember(claim: source, found.claim, as: invoice)
    try ledger.sums.add(found.claim, found.standing)
    if let difference = found.difference { ledger.differences.append(difference) }
    try note("invoice", invoice, of: stay.patient)
    return .taken
  }

  /// Closes the accounts of the stays; what was still outstanding at the source stays due. Deaths come last.
  func closeAccounts() throws {
    for row in files.encounters {
      guard let stay = stays[row["Id"]] else { continue }
      let then = records.at(stay.endedAt)
      for item in try then.checkOuts.items(of: stay.id) where item.isOpen {
        try then.checkOuts.waive(item, of: stay.id, because: "outstanding at the source, still due")
      }
      try then.checkOuts.stamp(.close, on: stay.id)
      try then.admissions.setStatus(.completed, of: stay.id, because: "taken over")
    }
    for death in deaths { try records.patients.setDeath(death.at, of: death.patient, because: "imported") }
  }

  private func times(of row: SyntheaRow) throws -> (start: Timestamp, stop: Timestamp) {
    guard let start = try row.time("START"), let stop = try row.time("STOP") else {
      throw Misentry("an encounter that is over has a START and a STOP")
    }
    guard start <= stop else { throw Misentry("its STOP is before its START") }
    guard stop <= records.now else { throw Misentry("it is not over yet; admit the patient instead") }
    if let born = birthDates[row["PATIENT"]], session.workplace.localTime.date(of: start) < born {
      throw Misentry("its START is before the patient was born")
    }
    return (start, stop)
  }

  private static func kind(of encounterClass: String) -> (AdmissionClass, AdmissionType) {
    switch encounterClass {
    case "inpatient": (.inpatient, .routine)
    case "emergency": (.emergency, .emergency)
    case "urgentcare": (.ambulatory, .urgent)
    default: (.ambulatory, .routine)
    }
  }
}
