import HospitalDomain
import Testing

@Suite("States of papers in words (P5)")
struct StatusWordsTests {
  @Test(
    "a prescription's stored code is said in words",
    arguments: [("active", "active"), ("on-hold", "on hold"), ("entered-in-error", "struck out")])
  func prescription(code: String, words: String) {
    let prescription = PatientPrescription(
      id: "rx", number: 1, writtenAt: Timestamp(milliseconds: 0),
      doctor: PersonName(family: "Lindqvist", given: "Maja"),
      pharmacy: "St Brigid", status: code, priority: "routine", note: "", items: [])
    #expect(prescription.statusTitle == words)
  }

  @Test(
    "of an active prescription the ward reads how far the pharmacy is (M1, P5)",
    arguments: [
      (PharmacyStage.waiting, "active"), (.verified, "being prepared"), (.partDispensed, "dispensed in part"),
      (.ready, "ready to collect"), (.declined, "sent back by the pharmacy"),
    ])
  func stage(_ stage: PharmacyStage, words: String) {
    func prescription(_ status: String) -> PatientPrescription {
      PatientPrescription(
        id: "rx", number: 1, writtenAt: Timestamp(milliseconds: 0),
        doctor: PersonName(family: "Lindqvist", given: "Maja"),
        pharmacy: "St Brigid", status: status, stage: stage, priority: "routine", note: "", items: [])
    }
    #expect(prescription("active").statusTitle == words)
    #expect(prescription("on-hold").statusTitle == "on hold")
  }

  @Test("what was handed over says until when it lasts, and that it is done when that is over (P5)")
  func handedOver() throws {
    func words(_ lastsUntil: CalendarDate?) -> String {
      PatientPrescription(
        id: "rx", number: 1, writtenAt: Timestamp(milliseconds: 0),
        doctor: PersonName(family: "Lindqvist", given: "Maja"), pharmacy: "St Brigid", status: "completed",
        stage: .handedOver, lastsUntil: lastsUntil, priority: "routine", note: "", items: []
      ).statusTitle
    }
    #expect(words(CalendarDate("2026/12/19")) == "lasts until 2026/12/19")
    #expect(words(nil) == "completed")
  }

  @Test(
    "an appointment's stored code is said in words",
    arguments: [("booked", "booked"), ("checked-in", "checked in"), ("noshow", "did not come"), ("fulfilled", "seen")])
  func appointment(code: String, words: String) {
    let appointment = PatientAppointment(
      id: "a", startsAt: Timestamp(milliseconds: 0), endsAt: Timestamp(milliseconds: 1),
      doctor: PersonName(family: "Lindqvist", given: "Maja"), department: "4A", status: code, purpose: "")
    #expect(appointment.statusTitle == words)
  }
}
