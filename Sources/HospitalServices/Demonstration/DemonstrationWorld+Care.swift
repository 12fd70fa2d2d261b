import HospitalDomain
import HospitalRecords

/// Consultations and nurses' notes on some records, of which some can still be amended by the accounts that wrote them, and
/// others are fixed.
extension DemonstrationWorld {
  func writeCare(_ today: Records) throws {
    guard let doctor = try today.accounts.find(username: "doctor")?.account,
      let nurse = try today.accounts.find(username: "nurse")?.account
    else { return }
    for (number, stay) in admitted.filter(\.isOpen).prefix(16).enumerated() {
      let (patient, admission) = (stay.resident.id, stay.admission)
      let words = Self.consultations[number % Self.consultations.count]
      for hours in number % 2 == 0 ? [30, 3] : [27] {
        let then = records(today, by: doctor.id, at: hoursAgo(hours))
        try then.consultations.write(words, as: then.newIdentifier(), of: patient, in: admission, by: doctor.doctor)
      }
      for (place, hours) in [31, 20, 8, 1].enumerated() {
        let then = records(today, by: nurse.id, at: hoursAgo(hours) + .minutes(number))
        try then.nursingNotes.write(
          Self.notes[(number + place) % Self.notes.count], as: then.newIdentifier(), of: patient, in: admission)
      }
      guard number % 3 == 0, let first = try today.consultations.all(of: patient, limit: 2).last else { continue }
      try records(today, by: doctor.id, at: hoursAgo(2)).clinicalEntries.add(
        "Results of the blood cultures: no growth after 48 hours.", to: first.entry)
    }
  }

  private func records(_ today: Records, by account: AccountID, at time: Timestamp) -> Records {
    Records(
      today.transaction,
      author: .init(account: account, hospital: today.author.hospital, now: time, ids: today.author.ids))
  }

  private static let consultations = [
    ConsultationEntry(
      complaint: "Cough with green sputum for five days, fever at night.",
      findings: "Temperature 38.6 °C, crackles at the right base, SpO2 93 % on air.",
      diagnosis: "Pneumonia of the right lower lobe",
      plan: "Chest X-ray, blood cultures, antibiotics by mouth.\nReview tomorrow."),
    ConsultationEntry(
      complaint: "Chest pain on climbing stairs, gone after five minutes of rest.",
      findings: "Blood pressure 148/86 mmHg, regular pulse. ECG without change.",
      diagnosis: "Angina, stable", plan: "Stress test; explain when to call for help."),
    ConsultationEntry(
      complaint: "Fell at home two days ago, pain in the left hip.",
      findings: "Bruise, can bear weight. No shortening.",
      diagnosis: "", plan: "X-ray of the hip, pain relief, mobilise with help."),
  ]

  private static let notes = [
    "Slept well, no pain at rest. Ate breakfast.", "Walked to the bathroom with one helper, steady.",
    "Dressing changed, wound dry and clean.", "Restless until 02:00; the family telephoned and was told.",
    "Drank 1,200 mL during the shift.",
  ]
}

extension Account {
  /// The doctor whose account it is; nil for anybody else's.
  var doctor: DoctorID? {
    if case .doctor(let id)? = employee { id } else { nil }
  }
}
