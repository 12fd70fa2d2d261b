import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// H5: the trail is read by who acted, by patient, by kind of act and by day, newest first, a page at a time.
struct AuditTrailTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }

  init() throws {
    hospital = try TestHospital()
    let room = hospital.samples.rooms[0]
    _ = try RegistrationService(hospital.session(.doctor)).open(hospital.samples.patients[0], because: "ward round")
    hospital.clock.advance(by: .days(1))
    _ = try? BedService(hospital.session(.nurse)).block(room, because: "no water", reopensAt: nil)
    _ = try BedService(hospital.session(.headNurse)).block(room, because: "no water", reopensAt: nil)
    hospital.clock.advance(by: .days(1))
    _ = try RegistrationService(hospital.session(.cashier)).open(hospital.samples.patients[1])
    _ = try RegistrationService(hospital.session(.doctor)).open(hospital.samples.patients[1])
  }

  private func read(_ choice: AuditChoice, as role: Role = .auditor) throws -> [String] {
    try AuditService(hospital.session(role)).open(.trail(choice)).filter { $0.entry.subject.id != "audit" }
      .map { "\($0.entry.actor) \($0.deed.word) \($0.entry.permission)" }
  }

  private func number(_ place: Int) throws -> HospitalNumber {
    try #require(try hospital.read { try $0.patients.row(samples.patients[place]) }).number
  }

  @Test("newest first, and narrowed by each part and by all of them")
  func narrowed() throws {
    let all = [
      "doctor read patient.read", "cashier read patient.read", "headnurse update bed.block", "nurse refused bed.block",
      "doctor read patient.read",
    ]
    #expect(try read(AuditChoice()) == all)
    #expect(try read(AuditChoice(username: "doctor")) == [all[0], all[4]])
    #expect(try read(AuditChoice(patient: number(1))) == [all[0], all[1]])
    #expect(try read(AuditChoice(deed: .refused)) == [all[3]])
    #expect(try read(AuditChoice(deed: .needing(.blockRoom))) == [all[2], all[3]])
    let second = TestHospital.today.adding(days: 1)
    #expect(try read(AuditChoice(from: second)) == Array(all[0...3]))
    #expect(try read(AuditChoice(to: second)) == Array(all[2...4]))
    #expect(try read(AuditChoice(from: second, to: second)) == Array(all[2...3]))
    let last = second.adding(days: 1)
    #expect(
      try read(AuditChoice(patient: number(1), username: "doctor", deed: .looked, from: last, to: last)) == [all[0]])
    #expect(try read(AuditChoice(username: "nobody")) == [])
    #expect(try refusal { try read(AuditChoice(patient: HospitalNumber(sequence: 999_999))) } == .noSuchPatient)
  }

  @Test("who looked at a record that was merged into another's is found with the other")
  func merged() throws {
    _ = try RegistrationService(hospital.session(.reception)).merge(
      samples.patients[1], into: samples.patients[0], because: "one person")
    let actors = try AuditService(hospital.session(.auditor)).open(.trail(AuditChoice(patient: number(0))))
      .map(\.entry.actor)
    #expect(actors == ["reception", "doctor", "cashier", "doctor"])
  }

  @Test("an entry is read with the names of who acted and of the patient")
  func names() throws {
    let line = try #require(
      try AuditService(hospital.session(.auditor)).open(.trail(AuditChoice(deed: .looked))).first)
    #expect(line.person == "Test doctor" && line.role == .doctor && line.patient?.name.family == "Oyelaran")
    #expect(line.what == "open a patient's record")
  }

  @Test("that the trail was opened is an entry once, with what was asked for; reading on is none")
  func noted() throws {
    let service = AuditService(hospital.session(.administrator))
    let scope = AuditService.Scope.trail(AuditChoice(patient: try number(0), username: "doctor"))
    _ = try service.open(scope)
    let entry = try #require(try hospital.read { try $0.audit.newest(1).first })
    #expect(entry.reason == "by doctor · about \(try number(0))" && entry.subject.patient == samples.patients[0])
    _ = try service.older(scope, than: nil)
    _ = try service.newer(scope, than: nil)
    #expect(try hospital.read { try $0.audit.newest(1).first } == entry)
  }

  @Test("a trail of thousands is read to its end in pages, each entry once; what is added meanwhile is not among them")
  func pages() throws {
    let (service, length) = (AuditService(hospital.session(.auditor)), AuditService.pageLength)
    try hospital.write { records in
      for number in 0..<(5 * length) {
        try records.audit.append(
          .read, permission: "", on: AuditSubject(kind: "test", id: "\(number)"), by: nil, named: "x", at: "t",
          in: nil, reason: "", occurredAt: records.now - .milliseconds(Int64(number) / 7))
      }
    }
    let all = try hospital.read { try $0.audit.newestNumber() }
    var seen: [AuditLine] = []
    try service.handOver(AuditChoice(), by: "a test") { page in
      #expect(page.count <= length)
      seen += page
      try service.handOver(AuditChoice(), by: "meanwhile", limit: 1) { _ in }
    }
    #expect(Set(seen.map(\.id)) == Set(1...all) && seen.count == Int(all))
    #expect(zip(seen, seen.dropFirst()).allSatisfy { ($0.entry.occurredAt, $0.id) > ($1.entry.occurredAt, $1.id) })
    var counts: [Int] = []
    try service.handOver(AuditChoice(username: "x"), by: "a test", limit: length + 50) { counts.append($0.count) }
    #expect(counts == [length, 50])
    let oldest = try service.newer(.trail(AuditChoice()), than: nil)
    #expect(oldest.count == length && oldest.last == seen.last)
  }

  @Test("every filter is served by an index: nothing is scanned and nothing is sorted")
  func plans() throws {
    let place = AuditPlace(occurredAt: hospital.clock.now, number: 7)
    var queries: [AuditQuery] = [AuditQuery()]
    for narrow in [
      { $0.patients = [samples.patients[0]] }, { $0.actor = "doctor" }, { $0.deed = .refused }, { $0.deed = .printed },
      { $0.deed = .needing(.blockRoom) },
    ] as [(inout AuditQuery) -> Void] {
      var query = AuditQuery()
      narrow(&query)
      queries.append(query)
      query.from = TestHospital.opening
      query.until = TestHospital.opening + .days(1)
      queries.append(query)
    }
    for query in queries {
      let plans = try hospital.plans { records in
        _ = try records.audit.page(query, limit: 50)
        _ = try records.audit.page(query, before: place, limit: 50)
        _ = try records.audit.page(query, after: place, limit: 50)
      }
      for plan in plans where plan.statement.contains("audit_entry") { #expect(Self.isServed(plan), "\(plan)") }
    }
    let bare = try TestHospital()
    for index in ["time", "actor"] { try bare.execute(SQLStatement(trusted: "DROP INDEX audit_entry_by_\(index)")) }
    let plans = try bare.plans { records in
      var query = AuditQuery()
      query.actor = "doctor"
      _ = try records.audit.page(query, limit: 50)
    }
    #expect(
      !plans.filter { $0.statement.contains("audit_entry") }.allSatisfy(Self.isServed), "without its index it is not")
  }

  private static func isServed(_ plan: QueryPlan) -> Bool {
    plan.steps.contains { $0.contains("USING INDEX audit_entry_") }
      && !plan.steps.contains { $0.contains("TEMP B-TREE") || $0 == "SCAN entry" }
  }

  @Test("a patient reads who looked at their own record, and nothing of anybody else's")
  func own() throws {
    let lines = try AuditService(hospital.session(.patient)).open(.ownRecord)
    #expect(lines.map(\.entry.actor) == ["doctor"] && lines.allSatisfy { $0.patient?.id == samples.patients[0] })
    for scope in [AuditService.Scope.trail(AuditChoice()), .trail(AuditChoice(patient: try number(0)))] {
      #expect(try refusal { try AuditService(hospital.session(.patient)).open(scope) } != nil)
    }
  }
}
