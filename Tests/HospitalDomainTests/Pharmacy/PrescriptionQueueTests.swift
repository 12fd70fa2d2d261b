import HospitalDomain
import Testing

/// The order of the pharmacy's queue (M1).
struct PrescriptionQueueTests {
  private func queued(_ number: Int64, _ priority: PrescriptionPriority, minute: Int64) throws -> QueuedPrescription {
    let born = try #require(CalendarDate("1958/02/03"))
    let patient = RoomBoardRow.PatientLine(
      id: PatientID("p"), number: try #require(HospitalNumber(sequence: 1)),
      name: PersonName(family: "Oyelaran", given: "Tunde"), sex: .male, birthDate: BirthDate(born))
    return QueuedPrescription(
      patient: patient, priority: priority,
      prescription: PatientPrescription(
        id: "\(number)", number: number, writtenAt: Timestamp(milliseconds: minute * 60_000), doctor: patient.name,
        pharmacy: "", status: "active", priority: priority.rawValue, note: "", items: []))
  }

  @Test("M1: stat, asap, urgent, routine, then the longest wait")
  func order() throws {
    let queue = PrescriptionQueue([
      try queued(1, .routine, minute: 0), try queued(2, .urgent, minute: 9), try queued(3, .urgent, minute: 3),
      try queued(4, .stat, minute: 50), try queued(5, .asap, minute: 20), try queued(6, .routine, minute: -5),
    ])
    #expect(queue.prescriptions.map(\.prescription.number) == [4, 5, 3, 2, 6, 1])
  }

  @Test("A clock that was put back makes no wait negative")
  func wait() throws {
    let queued = try queued(1, .stat, minute: 10)
    #expect(queued.wait(at: Timestamp(milliseconds: 0)) == .zero)
    #expect(queued.wait(at: Timestamp(milliseconds: 22 * 60_000)) == .minutes(12))
  }
}
