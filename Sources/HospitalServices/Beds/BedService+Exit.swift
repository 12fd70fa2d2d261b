import HospitalDomain
import HospitalRecords

extension BedService {
  /// Records that a patient has left the room (the physical exit, HL7 A03): the stay ends, the room waits to be
  /// cleaned, the admission is discharged with its papers open. A doctor has ordered it before.
  ///
  /// - Parameter disposition: where the patient goes, where that is not what the order says; nil for as ordered.
  package func recordExit(from bedside: Bedside, to disposition: Disposition? = nil) throws -> DoneAct {
    let sentence = try session.perform(.recordExit, on: subject(bedside, of: .recordExit), as: .update) { records in
      try exit(from: records.occupied(bedside).row, to: disposition, in: records)
    }
    return DoneAct(sentence) { session in
      try CheckOutService(session).takeDischargeBack(bedside.admission, because: "undo")
    }
  }

  /// Looks whether a patient may leave their room: a doctor has ordered it, and they are still there.
  ///
  /// - Returns: where the doctor says that they go.
  /// - Throws: a `Refusal` that says what is missing.
  package func checkExit(from bedside: Bedside) throws -> Disposition {
    try session.look(.recordExit) { records in
      try order(of: try records.occupied(bedside).row.expectedOccupancy(), in: records).disposition
    }
  }

  /// The order that a patient leaves by.
  private func order(of occupancy: RoomBoardRow.Occupancy, in records: Records) throws -> DischargeOrder {
    let order = try records.checkOuts.order(of: occupancy.admission)
    let status = try records.admissions.admission(occupancy.admission)?.status ?? .completed
    _ = try DepartureRule.checkExit(of: occupancy.patient.name, status: status, ordered: order != nil)
    guard let order else { throw Refusal.nothingOrdered(occupancy.patient.name) }
    return order
  }

  /// The exit itself, within a transaction.
  @discardableResult
  func exit(from row: RoomBoardRow, to disposition: Disposition?, in records: Records) throws -> String {
    let occupancy = try row.expectedOccupancy()
    let (admission, patient) = (occupancy.admission, occupancy.patient)
    let order = try order(of: occupancy, in: records)
    let goesTo = try CheckOutRule.disposition(of: patient.name, ordered: order.disposition, said: disposition)
    try records.checkOuts.stamp(.exit, on: admission)
    try openBay(for: admission, in: records)
    try records.stays.end(occupancy.stay, because: "")
    if occupancy.isolation != nil { _ = try records.stays.endIsolation(of: admission) }
    let next = try leave(row, in: records)
    _ = try records.checkOuts.endLeave(of: admission)
    try records.admissions.discharge(admission, to: goesTo)
    try records.chargeNights(of: admission, isOver: true, clock: clock)
    guard let died = order.diedAt else {
      return "\(patient.name.listed) has left \(row.number), which \(DepartureRule.words(for: next))"
    }
    try records.patients.setDeath(died, of: patient.id, because: "died in \(row.number)")
    return "\(patient.name.listed), who died \(clock.text(died)), has been taken from \(row.number)"
  }
}
