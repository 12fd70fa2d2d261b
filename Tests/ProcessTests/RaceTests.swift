import BuiltProgramSupport
import Testing

/// Real processes on one database file (B4; domain.md, "What other systems get wrong", 1).
@Suite struct RaceTests {
  private let home: RaceHome

  init() throws { home = try RaceHome() }

  private func sql(_ statement: String) throws -> [String] { try home.sql(statement) }

  private func contenders(_ count: Int, as user: String) throws -> [ConversingProgram] {
    try home.contenders(count, as: user)
  }

  @Test(arguments: [8, 32, 50]) func manyProcessesAtOneRoomLetOneIn(_ count: Int) throws {
    let contenders = try contenders(count, as: "reception")
    let nurse = try #require(try self.contenders(1, as: "headnurse").first)
    let room = try #require(
      try sql("SELECT number FROM room_board WHERE code = 'U' AND department LIKE '4A%' LIMIT 1").first)
    let patients = try sql(
      """
      SELECT number FROM patient WHERE died_at IS NULL AND birth_date < '2000' AND id NOT IN
        (SELECT patient_id FROM admission WHERE status IN ('in-progress', 'on-hold')) LIMIT 50
      """)
    #expect(patients.count >= count)
    for _ in 1...3 {
      for (contender, patient) in zip(contenders, patients) { contender.say("admit \(patient) \(room)") }
      let answers = contenders.map { $0.hear() ?? "silent" }
      let winners = answers.filter { $0.hasPrefix("done") }
      #expect(winners.count == 1, "\(answers)")
      let losers = answers.filter { $0.hasPrefix("refused bed.taken") }
      #expect(losers.count == count - 1, "\(Set(answers).subtracting(losers))")
      let winner = try #require(winners.first).dropFirst("done ".count).prefix { $0 != "," }
      #expect(losers.allSatisfy { $0.contains(winner) }, "the others are told who has it")
      #expect(nurse.ask("leave \(room)")?.hasPrefix("done") == true)
      #expect(nurse.ask("clean \(room)")?.hasPrefix("done") == true)
    }
    try home.expectSound()
  }

  @Test func writersWaitInTurnAndNoneIsTurnedAway() throws {
    let contenders = try contenders(16, as: "reception")
    for contender in contenders { contender.say("register 10") }
    let answers = contenders.map { $0.hear() ?? "silent" }
    #expect(answers.allSatisfy { $0.hasPrefix("done") }, "\(answers)")
    #expect(try sql("SELECT COUNT(*) FROM patient WHERE family_name LIKE 'Racer%'") == ["160"])
    try home.expectSound()
  }

  /// Processes are killed at random moments of ten thousand registrations. Every one that was answered is there; of the one
  /// that each kill met on its way, everything is there or nothing is.
  @Test func killedProcessesLoseNothingOfTenThousandWritesThatWereAnswered() throws {
    var (answered, kills) = (0, 0)
    while answered < 10_000 {
      let contender = try #require(try contenders(1, as: "reception").first)
      contender.say("stream")
      let wanted = Int.random(in: 1...400)
      var mine = 0
      while let answer = contender.hear() {
        try #require(answer.hasPrefix("done"), "\(answer)")
        mine += 1
        if mine == wanted { contender.kill() }
      }
      answered += mine
      kills += 1
      let kept = try sql("SELECT COUNT(*) FROM patient WHERE family_name LIKE 'Racer%'").first.flatMap { Int($0) } ?? -1
      #expect((answered...answered + kills).contains(kept), "after \(kills) kills")
    }
    #expect(kills >= 25)
    let half = try sql(
      """
      WITH entry AS (SELECT subject_id, COUNT(*) AS entries FROM audit_entry
        WHERE subject_kind = 'patient' AND action = 'create' GROUP BY subject_id)
      SELECT number FROM patient LEFT JOIN entry ON entry.subject_id = patient.id
        WHERE family_name LIKE 'Racer%' AND (entries IS NOT 1
          OR NOT EXISTS (SELECT 1 FROM patient_term WHERE patient_number = patient.number))
      UNION ALL SELECT subject_id FROM entry WHERE subject_id NOT IN (SELECT id FROM patient)
      """)
    #expect(half.isEmpty, "kept by half: \(half)")
    try home.expectSound()
  }

  /// A process that is killed between the end of one stay and the beginning of the next leaves the patient in exactly one
  /// room (domain.md, "What other systems get wrong", 4).
  @Test func aProcessKilledInATransferLeavesThePatientInOneRoom() throws {
    let rooms = try sql("SELECT number FROM room_board WHERE code = 'U' AND department LIKE '4B%' LIMIT 2")
    let patient = try #require(
      try sql(
        """
        SELECT number FROM patient WHERE died_at IS NULL AND id NOT IN (SELECT patient_id FROM admission)
          AND id NOT IN (SELECT patient_id FROM hold WHERE patient_id IS NOT NULL) LIMIT 1
        """
      ).first)
    let nurse = try #require(try contenders(1, as: "headnurse").first)
    #expect(nurse.ask("admit \(patient) \(rooms[0])")?.hasPrefix("done") == true)
    let stays =
      "SELECT COUNT(*) FROM stay JOIN admission ON admission.id = stay.admission_id JOIN patient "
      + "ON patient.id = admission.patient_id WHERE patient.number = \(patient)"
    for round in 1...6 {
      let before = try sql(stays).first.flatMap { Int($0) } ?? 0
      let contender = try #require(try contenders(1, as: "headnurse").first)
      contender.say("shuttle 100000 \(rooms[0]) \(rooms[1])")
      let deadline = Deadline.ample
      while try sql(stays).first.flatMap({ Int($0) }) ?? 0 < before + round, !deadline.isPast {}
      contender.kill()
      #expect(try sql(stays + " AND stay.ended_at IS NULL") == ["1"])
      try home.expectSound()
    }
  }

  /// A process that is killed between or within the stamps of a check-out leaves each of them whole or not at all: who has
  /// left is in no room, who has not is in one, and what is closed has all three.
  @Test func aProcessKilledInACheckOutLeavesEveryStampWhole() throws {
    let stamps = "SELECT COUNT(*) FROM check_out_stamp"
    for round in 1...6 {
      let before = try sql(stamps).first.flatMap { Int($0) } ?? 0
      let contender = try #require(try contenders(1, as: "headdoctor").first)
      contender.say("checkouts")
      let deadline = Deadline.ample
      while try sql(stamps).first.flatMap({ Int($0) }) ?? 0 < before + round, !deadline.isPast {}
      contender.kill()
      let torn = try sql(
        """
        SELECT admission.id FROM admission WHERE
          (status IN ('discharged', 'completed')) <> EXISTS (SELECT 1 FROM check_out_stamp
            WHERE admission_id = admission.id AND step = 'exit' AND undone_at IS NULL)
          OR (status = 'completed') <> EXISTS (SELECT 1 FROM check_out_stamp
            WHERE admission_id = admission.id AND step = 'close' AND undone_at IS NULL)
          OR (status IN ('in-progress', 'on-hold')) <> EXISTS (SELECT 1 FROM stay
            WHERE admission_id = admission.id AND ended_at IS NULL)
        """)
      #expect(torn.isEmpty)
      try home.expectSound()
    }
  }
}
