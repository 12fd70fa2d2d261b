import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Sessions on connections of their own, on one file, at the same moment (P1, P4).
struct TwoSessionsTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital(.file)
  }

  @Test("P4: of several sessions that change one version of a record, one succeeds and the others are told")
  func oneChanges() async throws {
    let patient = hospital.samples.patients[0]
    let refusals = try await withThrowingTaskGroup(of: Refusal?.self) { group in
      for index in 0..<8 {
        let service = RegistrationService(try hospital.separateSession(.reception))
        group.addTask {
          var details = PatientDetails.sample("Duarte", "Inês", born: "1991/03/12")
          details.town = "Town \(index)"
          return try refusal { [details] in
            try service.update(patient, from: 1, to: details, because: "moved")
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(refusals.count { $0 == nil } == 1)
    #expect(refusals.count { $0 == .changedMeanwhile } == 7)
    #expect(try RegistrationService(hospital.session(.nurse)).open(patient).version == 2)
  }

  @Test("P1: sessions that register at the same moment give each number once")
  func numbersOnce() async throws {
    let numbers = try await withThrowingTaskGroup(of: [HospitalNumber].self) { group in
      for session in 0..<6 {
        let service = RegistrationService(try hospital.separateSession(.reception))
        group.addTask {
          try (0..<10).map {
            try service.register(.sample("Family\(session)", "Given\($0)"), goingOnBecause: "a test").number
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(numbers).count == 60)
    #expect(try hospital.engine.integrityProblems().isEmpty)
  }
}
