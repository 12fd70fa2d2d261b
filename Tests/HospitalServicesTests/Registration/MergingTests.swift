import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Records that were made twice are merged, and the merge can be undone (P2).
struct MergingTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }
  private var rooms: [RoomID] { hospital.samples.rooms }

  init() throws {
    hospital = try TestHospital()
  }

  private func service(_ role: Role = .reception) -> RegistrationService { RegistrationService(hospital.session(role)) }

  @Test("P2: the survivor shows what is on both, the other tells where to look, and undoing restores both")
  func mergesAndUndoes() throws {
    try hospital.admit(patients[0], to: rooms[0])
    let before = (try service().open(patients[0]).details, try service().open(patients[2]).details)
    let done = try service().merge(patients[0], into: patients[2], because: "married, one person")
    let survivor = try service().open(patients[2])
    #expect(survivor.room?.number == "4A-01" && survivor.admissions.count == 1)
    #expect(survivor.merged.map(\.duplicate.name.listed) == ["DUARTE, Inês"])
    #expect(survivor.merged.first?.reason == "married, one person")
    #expect(try service().open(patients[0]).mergedAway?.survivor.id == patients[2])
    let undone = try #require(try done.undo?(hospital.session(.reception)))
    #expect(
      undone.sentence == "000000-001-7 and 000000-003-3 are two records again"
        || undone.sentence.contains("two records"))
    #expect(try (service().open(patients[0]).details, service().open(patients[2]).details) == before)
    #expect(try service().open(patients[2]).admissions.isEmpty)
    _ = try undone.undo?(hospital.session(.reception))
    #expect(try service().open(patients[0]).mergedAway != nil)
  }

  @Test("P2: a merge with itself, a chain from either end, and one that was undone are refused in words")
  func refusals() throws {
    _ = try service().merge(patients[0], into: patients[1], because: "one person")
    let merge = try #require(try service().open(patients[0]).mergedAway)
    #expect(try refusal { try service().merge(patients[2], into: patients[2], because: "x") }?.code == "merge.same")
    #expect(
      try refusal { try service().merge(patients[0], into: patients[2], because: "x") }?.code == "admission.merged")
    #expect(
      try refusal { try service().merge(patients[2], into: patients[0], because: "x") }?.code == "admission.merged")
    #expect(try refusal { try service().merge(patients[1], into: patients[2], because: "x") }?.code == "merge.chain")
    #expect(try refusal { try service().merge(patients[2], into: patients[1], because: "  ") }?.field == "reason")
    _ = try service().undoMerge(merge.id, of: patients[0], because: "two people")
    #expect(try refusal { try service().undoMerge(merge.id, of: patients[0], because: "again") } == .mergeUndone)
  }

  @Test("B4: two records that are both admitted are not merged; one that is admitted keeps its room under the survivor")
  func admitted() throws {
    try hospital.admit(patients[0], to: rooms[0])
    try hospital.admit(patients[1], to: rooms[1])
    let refused = try refusal { try service().merge(patients[0], into: patients[1], because: "one person") }
    #expect(refused?.sentence.contains("4A-01 and 4A-02") == true)
    _ = try service().merge(patients[0], into: patients[2], because: "one person")
    let line = try BedService(hospital.session(.nurse)).room(rooms[0]).occupancy?.patient
    #expect(line?.id == patients[2])
    let order = AdmissionOrder(
      patient: patients[2], room: rooms[2], doctor: hospital.samples.doctors[0], staff: hospital.samples.staff[0],
      complaint: "fever")
    #expect(try refusal { try BedService(hospital.session(.reception)).admit(order) }?.code == "admission.already")
  }

  @Test("P2: somebody without a name is merged with their own record while they are in their room")
  func unidentified() throws {
    let alias = try UnidentifiedPatient(alias: "Unknown Kestrel", sex: .male, ageBand: .adult, placeFound: "Pier 4")
    let unknown = try service(.nurse).registerUnidentified(alias).id
    try hospital.admit(unknown, to: rooms[0])
    _ = try service().merge(unknown, into: patients[1], because: "his wallet was found")
    #expect(try service(.nurse).search("4A-01").patients.map(\.name.listed) == ["OYELARAN, Tunde"])
    #expect(try service(.nurse).search("kestrel").patients.map(\.id) == [patients[1]])
  }

  @Test("P4: a merge meanwhile keeps an edit of the survivor from being saved over it")
  func editMeanwhile() throws {
    let details = try service().open(patients[1]).details
    _ = try service().merge(patients[0], into: patients[1], because: "one person")
    #expect(
      try refusal { try service().update(patients[1], from: 1, to: details, because: "moved") } == .changedMeanwhile)
  }

  @Test("P2: only those with the permission merge", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let refused = try refusal { try service(role).merge(patients[0], into: patients[1], because: "one person") }
    #expect((refused == nil) == Permission.mergePatients.roles.contains(role))
  }
}
