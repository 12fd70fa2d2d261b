import HospitalDomain
import HospitalRecords

/// What is said when a patient is admitted.
package struct AdmissionOrder: Hashable, Sendable {
  package var patient: PatientID
  package var room: RoomID
  package var doctor: DoctorID
  /// The member of staff assigned to the patient's room (B5).
  package var staff: StaffID
  package var admissionClass: AdmissionClass
  package var type: AdmissionType
  package var complaint: String
  package var expectedDischarge: Timestamp?
  /// Why a ward's gender rule is passed over; empty for no reason.
  package var reason: String

  package init(
    patient: PatientID, room: RoomID, doctor: DoctorID, staff: StaffID, admissionClass: AdmissionClass = .inpatient,
    type: AdmissionType = .routine, complaint: String, expectedDischarge: Timestamp? = nil, reason: String = ""
  ) {
    self.patient = patient
    self.room = room
    self.doctor = doctor
    self.staff = staff
    self.admissionClass = admissionClass
    self.type = type
    self.complaint = complaint
    self.expectedDischarge = expectedDischarge
    self.reason = reason
  }
}

extension BedService {
  /// Admits a patient to a free room (A3, HL7 A01). A hold of this patient's on the room is used up.
  ///
  /// - Throws: a refusal that says who has the room, whom it is held for, why it is not ready, or where the patient is.
  package func admit(_ order: AdmissionOrder) throws -> DoneAct {
    let complaint = try Self.complaint(order.complaint)
    let admission: AdmissionID = session.workplace.ids.next(at: session.workplace.clock())
    let subject = AuditSubject(kind: "admission", id: admission.text, patient: order.patient)
    let (sentence, act) = try session.perform(.admitPatient, on: subject, as: .create, because: order.reason) {
      records in
      let room = try records.board.expected(order.room)
      let patient = try records.patientStanding(order.patient)
      try AdmissionRule.checkAdmit(patient, to: room.standing, reason: order.reason, at: records.now, clock: clock)
      try PresenceRule.check(doctor: records.doctors.employee(order.doctor), clock: clock)
      try PresenceRule.check(staff: records.staff.employee(order.staff), clock: clock)
      try AdmissionRule.checkExpected(order.expectedDischarge, since: records.now)
      try takeHold(of: room, in: records)
      try records.admissions.add(
        Admission(
          id: admission, patient: order.patient, admissionClass: order.admissionClass, type: order.type,
          status: .inProgress, doctor: order.doctor, complaint: complaint, admittedAt: records.now,
          expectedDischarge: order.expectedDischarge))
      let stay = try records.stays.open(admission, in: room.id, with: order.staff)
      return ("\(patient.name.listed) is admitted to \(room.number)", (stay: stay, room: room.number, at: records.now))
    }
    return DoneAct(sentence) { session in
      try BedService(session).cancel(admission, stay: act.stay, by: order, room: act.room, at: act.at)
    }
  }

  /// Takes an admission back while nothing else was recorded on it (HL7 A11); the room is free again.
  private func cancel(
    _ admission: AdmissionID, stay: StayID, by order: AdmissionOrder, room: String, at time: Timestamp
  ) throws -> DoneAct {
    let subject = AuditSubject(kind: "admission", id: admission.text, patient: order.patient)
    let permission = session.refusal(of: .admitPatient) == nil ? Permission.admitPatient : .cancelAdmission
    return try session.perform(permission, on: subject, as: .update, because: "undo") { records in
      let name = try records.patientStanding(order.patient).name
      let stays = try records.stays.stays(of: admission)
      guard stays.last?.endedAt == nil else { throw Refusal.notAdmitted(name) }
      let entries = try records.admissions.entries(on: admission)
      try UndoRule.checkAdmission(of: name, recordedSince: entries, at: time, now: records.now, clock: clock)
      try records.stays.end(stay, because: "undo")
      try records.admissions.setStatus(.cancelled, of: admission, because: "undo")
      return DoneAct("The admission of \(name.listed) to \(room) is cancelled") { try BedService($0).admit(order) }
    }
  }

  /// Sets when a patient is expected to leave (A7); nil for not known.
  ///
  /// - Parameter seen: what was expected when the change began; nil for whatever is.
  package func planDischarge(of bedside: Bedside, at time: Timestamp?, over seen: Seen<Timestamp?>? = nil) throws
    -> DoneAct
  {
    let (sentence, former) = try session.perform(.planDischarge, on: subject(bedside, of: .planDischarge), as: .update)
    { records in
      let (row, occupancy) = try records.occupied(bedside)
      if let seen, seen.value != occupancy.expectedDischarge {
        throw Refusal.expectedMeanwhile(occupancy.expectedDischarge.map(clock.text), from: row.number)
      }
      try AdmissionRule.checkExpected(time, since: occupancy.since)
      try records.admissions.setExpectedDischarge(time, of: occupancy.admission, because: "")
      let when = time.map { clock.text($0) } ?? "not known"
      return (
        "\(occupancy.patient.name.listed) in \(row.number): expected discharge \(when)", occupancy.expectedDischarge
      )
    }
    return DoneAct(sentence) { try BedService($0).planDischarge(of: bedside, at: former, over: Seen(time)) }
  }

  /// Uses up the live hold on a room, or marks one that is past its time as expired. The rule has said that it may be used.
  func takeHold(of room: RoomBoardRow, in records: Records) throws {
    guard let hold = room.hold else { return }
    let isLive = hold.expiresAt > records.now
    _ = try records.holds.end(hold.id, as: isLive ? .used : .expired)
  }

  private static func complaint(_ entry: String) throws -> String {
    do throws(Misentry) {
      return try SafeText.requiredLine(entry, hint: "write why the patient is admitted")
    } catch {
      throw InvalidEntry(problems: [error.at("complaint")])
    }
  }
}

extension RoomBoardRow {
  /// Who is in the room. Throws a refusal when nobody is.
  func expectedOccupancy() throws -> Occupancy {
    guard let occupancy else {
      throw Refusal(code: "bed.empty", sentence: "Nobody is in \(number); choose an occupied room.", field: "room")
    }
    return occupancy
  }
}
