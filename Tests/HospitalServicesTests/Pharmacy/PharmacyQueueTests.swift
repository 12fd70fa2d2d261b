import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// The pharmacy's queue: who may see it, what is in it, and what it costs (M1).
struct PharmacyQueueTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
  }

  private func service(_ role: Role = .pharmacist) -> PharmacyService { PharmacyService(hospital.session(role)) }

  @Test("H2: the pharmacy and those who treat see the queue and no others", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let allowed: Set<Role> = [.pharmacist, .doctor, .headDoctor, .nurse, .headNurse]
    #expect(Permission.seePrescriptions.roles == allowed)
    #expect((try refusal { try service(role).queue() } == nil) == allowed.contains(role))
    #expect((try refusal { try service(role).allergies(of: patients[0]) } == nil) == allowed.contains(role))
  }

  @Test("M1: what is active or on hold waits; what is needed soonest comes first, then the longest wait")
  func order() throws {
    try hospital.prescribe(for: patients[0])
    hospital.clock.advance(by: .minutes(5))
    try hospital.prescribe(for: patients[1], status: "on-hold", note: "dose?")
    try hospital.prescribe(for: patients[2], status: "completed")
    try hospital.prescribe("1364430", for: patients[2], priority: "urgent")
    hospital.clock.advance(by: .minutes(5))
    try hospital.prescribe("1364430", for: patients[3], priority: "stat")
    let queue = try service().queue()
    #expect(queue.prescriptions.map(\.priority) == [.stat, .urgent, .routine, .routine])
    #expect(queue.prescriptions.map(\.patient.id) == [patients[3], patients[2], patients[0], patients[1]])
    #expect(queue.prescriptions.map(\.isOnHold) == [false, false, false, true])
    #expect(queue.prescriptions.first?.prescription.items.map(\.medication) == ["apixaban 5 mg tablet"])
    #expect(queue.prescriptions.first?.prescription.pharmacy == "Quay Pharmacy" && !queue.isCut)
    let first = try hospital.read { try $0.pharmacy.queue(limit: 2) }
    #expect(first.isCut && first.prescriptions.map(\.priority) == [.stat, .urgent])
  }

  @Test("M3: the allergies of the patient stand beside the prescription")
  func allergies() throws {
    #expect(try service().allergies(of: patients[0]).description == "Penicillin (rash)")
    #expect(try service().allergies(of: patients[1]) == .noneKnown)
    #expect(try service().allergies(of: patients[2]) == .unknown)
  }

  @Test("However many prescriptions are on file, only the index of those that wait is read")
  func plan() throws {
    try hospital.prescribe(for: patients[0])
    let plans = try hospital.plans {
      _ = try $0.pharmacy.queue(limit: 10)
      _ = try $0.pharmacy.pressing(limit: 10)
    }.filter { !$0.statement.contains("FROM restriction") }
    #expect(plans.count == 3)
    for plan in plans {
      #expect(plan.scans.allSatisfy { $0.contains("prescription USING INDEX prescription_turn") }, "\(plan)")
      #expect(!"\(plan)".contains("TEMP B-TREE FOR ORDER BY") || "\(plan)".contains("prescription_item"), "\(plan)")
    }
  }
}
