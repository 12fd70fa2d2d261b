import HospitalDomain
import Testing

/// How a prescription moves on at the pharmacy, who has it in hand, and what the queue says of it (M1, M4).
struct PharmacyStageTests {
  @Test(
    "M1: each act leads from its stages and from no other",
    arguments: [
      (PharmacyAct.verify, [PharmacyStage.waiting: PharmacyStage.verified]),
      (.decline, [.waiting: .declined, .verified: .declined]),
      (.dispensePart, [.verified: .partDispensed, .partDispensed: .partDispensed]),
      (.dispenseRest, [.verified: .ready, .partDispensed: .ready]),
      (.putBackPart, [.partDispensed: .partDispensed, .ready: .partDispensed]),
      (.putBackAll, [.partDispensed: .verified, .ready: .verified]),
      (.handOver, [.ready: .handedOver]),
      (.sendAgain, [.declined: .waiting, .verified: .waiting]),
    ])
  func table(act: PharmacyAct, leads: [PharmacyStage: PharmacyStage]) throws {
    for stage in PharmacyStage.allCases {
      #expect(PharmacyStageRule.stage(after: act, from: stage) == leads[stage])
      guard leads[stage] == nil else {
        #expect(try PharmacyStageRule.check(act, on: 20_944, at: stage) == leads[stage])
        continue
      }
      let refusal = #expect(throws: Refusal.self) { try PharmacyStageRule.check(act, on: 20_944, at: stage) }
      #expect(refusal?.sentence.contains("Rx 20944") ?? false)
    }
  }

  @Test("M1: a claim holds until its very end, for all but its holder")
  func claim() throws {
    let (me, other) = (AccountID("me"), AccountID("other"))
    let start = Timestamp(milliseconds: 36_000_000)
    let claim = PrescriptionClaim(holder: other, name: "Lindqvist, Maja", terminal: "a", until: start + ClaimRule.lasts)
    let refusal = #expect(throws: Refusal.self) {
      try ClaimRule.check(claim, by: me, on: 7, now: start, clock: .utc)
    }
    #expect(
      refusal?.sentence == "Lindqvist, Maja is working on Rx 7 until 10:05; take another one, or ask them to let it go."
    )
    #expect(throws: Refusal.self) {
      try ClaimRule.check(claim, by: me, on: 7, now: start + ClaimRule.lasts - .milliseconds(1), clock: .utc)
    }
    try ClaimRule.check(claim, by: me, on: 7, now: start + ClaimRule.lasts, clock: .utc)
    try ClaimRule.check(claim, by: other, on: 7, now: start, clock: .utc)
    try ClaimRule.check(nil, by: me, on: 7, now: start, clock: .utc)
  }

  private func queued(_ status: String, _ stage: PharmacyStage, claimedFor minutes: Int? = nil) throws
    -> QueuedPrescription
  {
    let patient = RoomBoardRow.PatientLine(
      id: PatientID("p"), number: try #require(HospitalNumber(sequence: 1)),
      name: PersonName(family: "Oyelaran", given: "Tunde"), sex: .male,
      birthDate: BirthDate(try #require(CalendarDate("1958/02/03"))))
    var work = PharmacyWork()
    work.stage = stage
    work.claim = minutes.map {
      PrescriptionClaim(
        holder: AccountID("a"), name: "A", terminal: "t", until: Timestamp(milliseconds: 0) + .minutes($0))
    }
    return QueuedPrescription(
      patient: patient, priority: .routine,
      prescription: PatientPrescription(
        id: "rx", number: 1, writtenAt: Timestamp(milliseconds: 0), doctor: patient.name, pharmacy: "",
        status: status, priority: "routine", note: "", items: []), work: work)
  }

  @Test(
    "M1: what the queue says of a prescription follows from its status, its stage and a claim that has not ended",
    arguments: [
      ("active", PharmacyStage.waiting, nil, QueueState.waiting), ("active", .waiting, 1, .verifying),
      ("active", .waiting, 0, .waiting), ("active", .verified, nil, .verified), ("active", .verified, 1, .preparing),
      ("active", .partDispensed, nil, .partDispensed), ("active", .ready, 1, .ready),
      ("on-hold", .waiting, nil, .onHold), ("on-hold", .verified, 1, .onHold), ("active", .declined, nil, .declined),
      ("completed", .handedOver, nil, .handedOver), ("active", .handedOver, nil, .handedOver),
      ("stopped", .verified, nil, .withdrawn), ("cancelled", .waiting, nil, .withdrawn),
    ])
  func state(status: String, stage: PharmacyStage, minutes: Int?, state: QueueState) throws {
    #expect(try queued(status, stage, claimedFor: minutes).state(at: Timestamp(milliseconds: 0)) == state)
  }

  @Test("M1: several that cannot wait are told of in one sentence")
  func notice() {
    let first = PressingPrescription(id: "1", number: 20_943, priority: .stat, room: "4A-09")
    let second = PressingPrescription(id: "2", number: 20_944, priority: .urgent, room: "")
    #expect([first].notice == "Rx 20943 is stat, for 4A-09. 6 opens the queue.")
    #expect([first, second].notice == "2 pressing prescriptions came: Rx 20943 and 20944. 6 opens the queue.")
    #expect([PressingPrescription]().notice == nil)
  }
}
