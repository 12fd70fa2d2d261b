import HospitalDomain
import HospitalRecords
import HospitalServices

extension TestHospital {
  /// Admits a patient to a room without a service.
  @discardableResult package func admit(_ patient: PatientID, to room: RoomID) throws -> AdmissionID {
    try write { records in
      let admission = try openAdmission(of: patient, in: records)
      _ = try records.stays.open(admission, in: room, with: samples.staff[0])
      return admission
    }
  }

  /// The room and whoever is in it now.
  package func bedside(_ room: RoomID) throws -> Bedside {
    guard let bedside = try read({ try $0.board.row(room) })?.bedside else { throw Refusal.noSuchPatient }
    return bedside
  }

  /// Opens an admission without a room, as no service does.
  @discardableResult package func openAdmission(of patient: PatientID) throws -> AdmissionID {
    try write { try openAdmission(of: patient, in: $0) }
  }

  /// Ends the stay and the admission of the patient in a room, without a service; the room is cleaned and in service.
  package func discharge(from room: RoomID) throws {
    try write { records in
      guard let occupancy = try records.board.row(room)?.occupancy else { return }
      try records.checkOuts.write(.sample, for: occupancy.admission)
      try records.checkOuts.stamp(.order, on: occupancy.admission)
      try records.checkOuts.stamp(.exit, on: occupancy.admission)
      try records.stays.end(occupancy.stay, because: "")
      let left = DepartureRule.service(afterStayIsolatedAs: try records.stays.isolations(in: room))
      _ = try records.rooms.setService(left, from: .inService, of: room, because: "left")
      _ = try records.rooms.setService(.inService, from: left, of: room, because: "cleaned")
      try records.admissions.discharge(occupancy.admission, to: .home)
    }
  }

  /// Orders the discharge of the patient in a room as a doctor, so that a nurse may let them go; an order that stands stays.
  package func orderDischarge(from room: RoomID) throws {
    guard let admission = try read({ try $0.board.row(room)?.occupancy?.admission }) else { return }
    let service = CheckOutService(session(.doctor))
    _ = try service.order(.sample, for: admission, over: try service.again(admission).edition)
  }

  private func openAdmission(of patient: PatientID, in records: Records) throws -> AdmissionID {
    let admission = Admission(
      id: records.newIdentifier(), patient: patient, admissionClass: .inpatient, type: .routine, status: .inProgress,
      doctor: samples.doctors[0], complaint: "chest pain", admittedAt: records.now, expectedDischarge: nil)
    try records.admissions.add(admission)
    return admission.id
  }
}

extension DischargeOrder {
  /// Home, after pneumonia.
  package static let sample = DischargeOrder(
    disposition: .home, diagnosis: "Pneumonia, resolved", summary: "Antibiotics for five days; review in a week.")
}

extension DischargeEntry {
  /// Home, after pneumonia.
  package static let sample = DischargeEntry(
    disposition: .home, diagnosis: DischargeOrder.sample.diagnosis, summary: DischargeOrder.sample.summary)
}
