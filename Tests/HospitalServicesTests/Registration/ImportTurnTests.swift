import DatabaseKit
import Dispatch
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// An import holds up nobody who works while it looks at its rows (P1, P2, O8).
struct ImportTurnTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital(.file) }

  private let rows = ["Haugen", "Ferreira", "Osei"].enumerated().map { index, family in
    PatientImport.Row(
      line: index + 2,
      entry: .filled([.familyName: family, .birthDate: "197\(index)/02/28", .telephone: "086123450\(index)"]))
  }

  private func count() throws -> Int {
    try hospital.read { try $0.transaction.row("SELECT COUNT(*) AS count FROM patient")?.count("count") ?? 0 }
  }

  private func take(isRehearsal: Bool = false, progress: @escaping (Int, Int) throws -> Void = { _, _ in }) throws
    -> ImportOutcome
  {
    try PatientImport(hospital.session(.administrator)).take(
      rows, from: "patients.csv", isRehearsal: isRehearsal, progress: progress)
  }

  @Test(
    "a rehearsal takes no turn among the writers, so that it goes on while another is writing", .timeLimit(.minutes(1)))
  func rehearsal() throws {
    let writer = try hospital.separateSession(.reception).workplace.engine
    let (began, mayEnd, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    DispatchQueue.global().async {
      try? writer.write { _ in
        began.signal()
        mayEnd.wait()
      }
      ended.signal()
    }
    began.wait()
    let before = try count()
    let outcome = try? take(isRehearsal: true)
    mayEnd.signal()
    ended.wait()
    #expect(outcome?.refused.isEmpty == true && outcome?.taken == ["patient": 3])
    #expect(try count() == before)
  }

  @Test("others register while the rows are looked at; a row that one of them doubles is refused, and nothing is kept")
  func meanwhile() throws {
    let reception = RegistrationService(try hospital.separateSession(.reception))
    let before = try count()
    var registered = false
    let outcome = try take { done, _ in
      guard done == 1, !registered else { return }
      registered = true
      _ = try reception.register(rows[2].entry)
    }
    #expect(registered)
    #expect(outcome.refused.map(\.line) == [4])
    #expect(try count() == before + 1)
    #expect(try hospital.read { try $0.audit.newest(1).first?.action } == .create, "the import left no entry")
  }

  @Test("what is taken is told row by row, to the end, and can be stopped before anything is changed")
  func progress() throws {
    var told: [(Int, Int)] = []
    let before = try count()
    _ = try take { told.append(($0, $1)) }
    #expect(try count() == before + 3)
    #expect(told.map(\.0) == told.map(\.0).sorted() && told.last?.0 == told.last?.1)
    struct Stopped: Error {}
    #expect(throws: Stopped.self) { try take(isRehearsal: true) { _, _ in throw Stopped() } }
  }
}
