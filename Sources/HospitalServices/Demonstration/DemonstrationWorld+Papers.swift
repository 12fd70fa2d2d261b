import HospitalDomain
import HospitalRecords

extension DemonstrationWorld {
  /// Appointments today, a queue of prescriptions, and invoices in every state.
  mutating func writePapers(_ records: Records) throws {
    try keepMedications(records)
    try bookAppointments(records)
    try prescribe(records)
    try keepStock(records)
    try fillShelves(records)
    try bill(records)
  }

  /// Ten medications at each pharmacy: one is out of stock, and one lot has expired on its shelf.
  private mutating func keepMedications(_ today: Records) throws {
    let then = records(today, at: hoursAgo(24 * 60))
    let day = localTime.date(of: then.now)
    for (number, medication) in Self.medications.enumerated() {
      try then.pharmacy.add(medication)
      guard number != 3 else { continue }
      for (place, pharmacy) in pharmacies.enumerated() {
        try then.pharmacy.stock(
          medication.code, at: pharmacy, lot: "L\(number)\(place)A",
          expires: day.adding(days: 60 + chance.number(20...700)),
          quantity: chance.number(20...400), shelf: "\(["A", "B", "C"][number % 3])\(number / 3 + 1)", on: day)
      }
      if number == 1 {
        try then.pharmacy.stock(
          medication.code, at: pharmacies[0], lot: "OLD-1", expires: day.adding(days: 48), quantity: 40, shelf: "B1",
          on: day)
      }
    }
  }

  private mutating func bookAppointments(_ records: Records) throws {
    let start = localTime.start(of: localTime.date(of: now)) + .hours(9)
    var waiting = Array(patients.suffix(120))
    for ward in wards {
      for doctor in ward.doctors {
        for slot in 0..<chance.number(1...4) {
          guard let resident = waiting.popLast() else { return }
          let from = start + .minutes(slot * 45)
          let status = from + .minutes(30) < now ? "fulfilled" : from < now ? "checked-in" : "booked"
          try records.appointments.book(
            resident.id, with: doctor, in: ward.id, from: from, to: from + .minutes(30), status: status,
            purpose: chance.one(of: ["Follow-up", "First visit", "Review of results", "Wound check"]))
        }
      }
    }
  }

  private mutating func prescribe(_ today: Records) throws {
    let here = admitted.filter(\.isOpen)
    for (number, stay) in here.prefix(24).enumerated() {
      let then = records(today, at: now - .minutes(chance.number(4...240)))
      var items = [item(number % Self.medications.count)]
      if number % 3 == 0 { items.append(item((number + 5) % Self.medications.count)) }
      // Children have doses of their own; one is as for an adult, so that it is seen what is said of it.
      if stay.resident.age < 12, number % 11 != 0 {
        items = [item(5, dose: "0.5 tablet")]
        if number % 2 == 0 {
          try then.patientStatements.add(
            PatientStatement(weight: 9_000 + stay.resident.age * 2_500), of: stay.resident.id)
        }
      }
      let priority = number % 11 == 0 ? "stat" : number % 6 == 1 ? "urgent" : "routine"
      try then.pharmacy.prescribe(
        items, for: stay.resident.id, in: stay.admission, by: stay.doctor, to: chance.one(of: pharmacies),
        status: number % 9 == 4 ? "on-hold" : "active", priority: priority,
        note: number % 9 == 4 ? "dose to be confirmed by the ward" : "")
    }
  }

  func item(_ number: Int, dose: String? = nil) -> PrescribedItem {
    let medication = Self.medications[number]
    let dose = dose ?? "1 \(medication.form)"
    let frequency = Self.frequencies[medication.name] ?? .timesADay(1)
    let route = AdministrationRoute(form: medication.form)
    let dosage = (try? DoseAmount(entry: dose)).map {
      Dosage(amount: $0, route: route, frequency: frequency, days: 7)
    }
    return PrescribedItem(
      medication: medication.code, dose: dose, route: route.title, frequency: frequency.description, days: 7,
      quantity: dosage?.quantity(strength: nil) ?? frequency.doses(in: 7), dosage: dosage)
  }

  /// How often each is taken by adults; once a day where it is not said.
  private static let frequencies: [String: DoseFrequency] = [
    "apixaban": .timesADay(2), "ibuprofen": .everyHours(8), "amoxicillin": .everyHours(8), "metFORMIN": .timesADay(2),
    "paracetamol": .everyHours(8), "morphine": .everyHours(12),
  ]

  private static let medications = [
    Medication(
      code: "1364430", name: "apixaban", strength: "5 mg", form: "tablet", unitPrice: 4_70, route: .oral, atc: "B01AF02"
    ),
    Medication(
      code: "197805", name: "ibuprofen", strength: "400 mg", form: "tablet", unitPrice: 60, route: .oral, atc: "M01AE01"
    ),
    Medication(
      code: "308182", name: "amoxicillin", strength: "250 mg", form: "capsule", unitPrice: 45, route: .oral,
      atc: "J01CA04"),
    Medication(
      code: "309090", name: "cefTRIAXone", strength: "1 g", form: "vial", unitPrice: 12_80, route: .intravenous,
      atc: "J01DD04"),
    Medication(
      code: "861007", name: "metFORMIN", strength: "500 mg", form: "tablet", unitPrice: 15, route: .oral,
      atc: "A10BA02"),
    Medication(
      code: "313782", name: "paracetamol", strength: "500 mg", form: "tablet", unitPrice: 9, route: .oral,
      atc: "N02BE01"),
    Medication(
      code: "197361", name: "amLODIPine", strength: "5 mg", form: "tablet", unitPrice: 22, route: .oral,
      atc: "C08CA01"),
    Medication(
      code: "855332", name: "warfarin", strength: "5 mg", form: "tablet", unitPrice: 30, route: .oral, atc: "B01AA03"),
    Medication(
      code: "892342", name: "morphine", strength: "10 mg", form: "tablet", unitPrice: 1_10, isControlled: true,
      route: .oral, atc: "N02AA01"),
    Medication(
      code: "310965", name: "omeprazole", strength: "20 mg", form: "capsule", unitPrice: 28, route: .oral,
      atc: "A02BC01"),
  ]
}
