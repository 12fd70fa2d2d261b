import BuiltProgramSupport

extension BenchGroup {
  /// Fifty processes at one room, again and again: each time exactly one gets it (B4).
  static let race = BenchGroup(name: "race") { world in
    let path = try world.copy("race")
    let nurse = try world.contender(as: "headnurse", on: path)
    let contenders = try (0..<50).map { _ in try world.contender(as: "reception", on: path) }
    let room = try world.sql("SELECT number FROM room_board WHERE code = 'U' AND department LIKE '4A%' LIMIT 1")[0]
    let patients = try world.sql(
      """
      SELECT number FROM patient WHERE died_at IS NULL AND birth_date BETWEEN '1930' AND '2000' AND id NOT IN
        (SELECT patient_id FROM admission WHERE status IN ('in-progress', 'on-hold')) LIMIT 50
      """)
    let rounds = world.runs * 100
    var wrong = 0
    for _ in 0..<rounds {
      for (contender, patient) in zip(contenders, patients) { contender.say("admit \(patient) \(room)") }
      let answers = contenders.map { $0.hear() ?? "silent" }
      let told = answers.count { $0.hasPrefix("refused bed.taken") }
      if answers.count(where: { $0.hasPrefix("done") }) != 1 || told != 49 { wrong += 1 }
      _ = nurse.ask("leave \(room)")
      _ = nurse.ask("clean \(room)")
    }
    return [BenchRow("rounds of \(rounds) with other than one winner of 50", "", Double(wrong), goal: 0)]
  }
}
