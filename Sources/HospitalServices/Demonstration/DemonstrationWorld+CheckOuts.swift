import HospitalDomain
import HospitalRecords

extension DemonstrationWorld {
  /// Stays of today in every step of a check-out: ordered, on leave, left with papers open, one of them by death.
  mutating func checkOut(_ today: Records) throws {
    let here = admitted.indices.filter {
      admitted[$0].isOpen && admitted[$0].nights > 0 && admitted[$0].resident.age > 17
    }
    for (place, index) in here.prefix(9).enumerated() {
      let stay = admitted[index]
      let ordered = records(today, at: now - .minutes(150 + place * 20))
      switch place {
      case 0...3: try order(.home, stay.admission, ordered)
      case 4: try beginLeave(of: stay.admission, ordered)
      case 5...7:
        try order(place == 6 ? .rehabilitation : .home, stay.admission, ordered)
        try letGo(index, to: place == 6 ? .rehabilitation : .home, records(today, at: now - .minutes(100 - place * 9)))
      default:
        try order(.died, stay.admission, ordered)
        try letGo(index, to: .died, records(today, at: now - .minutes(45)))
        try today.patients.setDeath(ordered.now - .minutes(20), of: stay.resident.id, because: "died in the house")
      }
    }
  }

  /// Past stays: the patient has left. Their accounts are closed with their invoices.
  func leave(_ admission: AdmissionID, _ then: Records) throws {
    try order(.home, admission, then)
    try then.checkOuts.stamp(.exit, on: admission)
    try then.admissions.discharge(admission, to: .home)
  }

  private func order(_ disposition: Disposition, _ admission: AdmissionID, _ then: Records) throws {
    let isDeath = disposition == .died
    try then.checkOuts.write(
      DischargeOrder(
        disposition: disposition, diagnosis: isDeath ? "Heart failure, end stage" : "Condition improved, stable",
        summary: isDeath
          ? "Comfort care as the family wished; died peacefully, the family was there."
          : "Treated and observed; obs stable for 24 h. Medicines explained. See the family doctor within a week.",
        diedAt: isDeath ? then.now - .minutes(20) : nil), for: admission)
    try then.checkOuts.stamp(.order, on: admission)
  }

  private func beginLeave(of admission: AdmissionID, _ then: Records) throws {
    try then.checkOuts.beginLeave(of: admission, until: now + .hours(5), because: "lunch with the family")
    try then.admissions.setStatus(.onHold, of: admission, because: "on leave")
  }

  private mutating func letGo(_ index: Int, to disposition: Disposition, _ then: Records) throws {
    let stay = admitted[index]
    guard let row = try then.board.row(ofPatient: stay.resident.id), let occupancy = row.occupancy else { return }
    try then.checkOuts.stamp(.exit, on: stay.admission)
    try then.stays.end(occupancy.stay, because: "")
    if occupancy.isolation != nil { _ = try then.stays.endIsolation(of: stay.admission) }
    let state = DepartureRule.service(afterStayIsolatedAs: [occupancy.isolation].compactMap(\.self))
    _ = try then.rooms.setService(state, from: .inService, of: row.id, because: "left")
    try then.admissions.discharge(stay.admission, to: disposition)
    admitted[index].isOpen = false
  }
}
