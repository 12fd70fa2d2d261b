import HospitalDomain
import HospitalRecords
import HospitalServices

extension TestHospital {
  /// Draws up an invoice of one line for a patient, without a service; issued unless it stays a draft.
  ///
  /// - Parameters:
  ///   - cents: what it comes to.
  ///   - dueIn: the days from today to the day on which it is due; nil for a draft.
  ///   - paid: what is paid on it, in cents.
  ///   - status: the state that it is brought to in the end; nil to leave it issued.
  @discardableResult package func invoice(
    _ patient: PatientID, cents: Int64, dueIn days: Int?, paid: Int64 = 0, then status: String? = nil
  ) throws -> ListedInvoice.ID {
    let today = workplace.today
    return try write { records in
      let item = ChargedItem(servedOn: today, code: "BED", item: "Bed, per night", quantity: 1, unit: cents)
      let id = try records.invoices.draft([item], for: patient, in: nil)
      if let days { try records.invoices.issue(id, year: today.year, due: today.adding(days: days)) }
      if paid > 0 { try records.invoices.pay(id, paid, by: "card", reference: "88213") }
      if status == "cancelled", days != nil {
        let lines = try records.invoices.detail(of: id.text).lines
        _ = try records.invoices.credit(lines.map { ($0, $0.total) }, of: id.text, year: today.year, because: "test")
      } else if let status {
        try records.invoices.settle(id, as: status, because: "test")
      }
      return id.text
    }
  }

  /// Keeps two medications: ibuprofen and apixaban.
  package func keepMedications() throws {
    try write { records in
      try records.pharmacy.add(
        Medication(code: "5640", name: "ibuprofen", strength: "400 mg", form: "tablet", unitPrice: 60))
      try records.pharmacy.add(
        Medication(code: "1364430", name: "apixaban", strength: "5 mg", form: "tablet", unitPrice: 470))
    }
  }

  /// Writes a prescription of one medication now, without a service.
  package func prescribe(
    _ medication: String = "5640", for patient: PatientID, in stay: AdmissionID? = nil, priority: String = "routine",
    status: String = "active", note: String = ""
  ) throws {
    try write { records in
      try records.pharmacy.prescribe(
        [
          PrescribedItem(
            medication: medication, dose: "1 tablet", route: "by mouth", frequency: "twice a day", days: 28,
            quantity: 56)
        ], for: patient, in: stay, by: samples.doctors[0], to: samples.pharmacies[0], status: status,
        priority: priority, note: note)
    }
  }
}

extension TestHospital {
  /// Sets prices as from 2026/01/01: private rooms 180.00, consultations 150.00, blood counts 22.25; no tax, no insurer.
  package func setPrices() throws {
    try write { records in
      for (code, item, category, cents) in [
        ("BED-PRIVATE", "Bed, private, per night", PriceCategory.room, Int64(180_00)),
        ("CON", "Consultation", .consultation, 150_00), ("LAB-CBC", "Full blood count", .laboratory, 22_25),
      ] {
        try records.prices.set(
          Price(
            id: records.newIdentifier(), code: code, item: item, category: category, unit: Money(cents: cents),
            validFrom: CalendarDate("2026/01/01") ?? Self.today), because: "")
      }
    }
  }
}
