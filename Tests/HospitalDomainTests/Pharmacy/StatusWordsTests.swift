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
    "an appointment's stored code is said in words",
    arguments: [("booked", "booked"), ("checked-in", "checked in"), ("noshow", "did not come"), ("fulfilled", "seen")])
  func appointment(code: String, words: String) {
    let appointment = PatientAppointment(
      id: "a", startsAt: Timestamp(milliseconds: 0), endsAt: Timestamp(milliseconds: 1),
      doctor: PersonName(family: "Lindqvist", given: "Maja"), department: "4A", status: code, purpose: "")
    #expect(appointment.statusTitle == words)
  }
}
