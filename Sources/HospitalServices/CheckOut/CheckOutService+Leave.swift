import HospitalDomain
import HospitalRecords

extension CheckOutService {
  /// Lets a patient go on leave; they keep the room, and it is charged.
  package func beginLeave(of admission: AdmissionID, until back: Timestamp, because reason: String) throws -> DoneAct {
    let subject = subject(admission, try patient(of: admission, before: .recordLeave))
    let words = try Self.reason(reason, to: "let a patient go on leave")
    let sentence = try session.perform(.recordLeave, on: subject, as: .update, because: words) { records in
      let now = try expected(admission, in: records)
      try CheckOutRule.checkLeave(
        of: now.patient.name, status: now.admission.status, backAt: back, now: records.now)
      try records.checkOuts.beginLeave(of: admission, until: back, because: words)
      try records.admissions.setStatus(.onHold, of: admission, because: words)
      let room = now.room?.roomNumber ?? "the room"
      return "\(now.patient.name.listed) is on leave until \(clock.text(back)) and keeps \(room)"
    }
    return DoneAct(sentence) { try CheckOutService($0).endLeave(of: admission) }
  }

  /// Records that a patient is back from leave.
  package func endLeave(of admission: AdmissionID) throws -> DoneAct {
    let subject = subject(admission, try patient(of: admission, before: .recordLeave))
    return try session.perform(.recordLeave, on: subject, as: .update) { records in
      let now = try expected(admission, in: records)
      let status = try now.admission.status.after(.returnFromLeave)
      guard try records.checkOuts.endLeave(of: admission) else { throw Refusal.changedMeanwhile }
      try records.admissions.setStatus(status, of: admission, because: "back from leave")
      return DoneAct("\(now.patient.name.listed) is back from leave in \(now.room?.roomNumber ?? "the room")")
    }
  }

  /// Takes a discharge back while the room can be taken again (HL7 A13, domain.md 12): the patient is in it as before.
  package func takeDischargeBack(_ admission: AdmissionID, because reason: String) throws -> DoneAct {
    let subject = subject(admission, try patient(of: admission, before: .recordExit))
    let words = try Self.reason(reason, to: "take a discharge back")
    return try session.perform(.recordExit, on: subject, as: .update, because: words) { records in
      let now = try expected(admission, in: records)
      _ = try now.admission.status.after(.reopen)
      guard let place = try records.checkOuts.lastPlace(of: admission), let left = now.stamp(.exit) else {
        throw Refusal.changedMeanwhile
      }
      if now.order?.isDeath == true {
        guard session.refusal(of: .recordDeath) == nil else { throw Refusal.deathRecorded(now.patient.name) }
        try records.patients.setDeath(nil, of: now.patient.id, because: words)
      }
      let beds = BedService(session)
      let room = try records.board.expected(place.room)
      let patient = try records.patientStanding(now.patient.id)
      try UndoRule.checkExit(of: patient, from: room.standing, at: left.at, now: records.now, clock: clock)
      try PresenceRule.check(doctor: records.doctors.employee(now.admission.doctor), clock: clock)
      try PresenceRule.check(staff: records.staff.employee(place.staff), clock: clock)
      try beds.backIntoService(room, for: admission, in: records)
      try beds.takeHold(of: room, in: records)
      guard try records.checkOuts.undo(.exit, on: admission, because: words) else { throw Refusal.changedMeanwhile }
      try records.admissions.undoDischarge(admission, because: words)
      _ = try records.stays.open(admission, in: place.room, with: place.staff)
      if let isolation = place.isolation {
        try records.stays.isolate(admission, isolation, because: place.reason)
        try beds.close(records.isolationRooms.closed(until: left.at, for: admission), for: admission, in: room, records)
      }
      let (bedside, went) = (Bedside(room: room.id, admission: admission), now.admission.disposition)
      return DoneAct("\(patient.name.listed) is in \(room.number) again") {
        try BedService($0).recordExit(from: bedside, to: went)
      }
    }
  }
}
