import BuiltProgramSupport

extension BenchGroup {
  /// A minute of a pharmacy at its worst: 8 processes prescribe, and 24 pharmacists take in hand, verify, dispense, put back
  /// and hand over. Afterwards the ledger sums to the levels and nothing was handed out twice (M4, B12).
  static let soak = BenchGroup(name: "soak") { world in
    let path = try world.copyWithPharmacists("soak", 24)
    _ = try world.run(["/bin/chmod", "o=", path])
    let prescribers = try (0..<8).map {
      try world.contender(as: $0.isMultiple(of: 2) ? "doctor" : "headdoctor", on: path)
    }
    let pharmacists = try (1...24).map { try world.contender(as: "pharmacist-\($0)", on: path) }
    for prescriber in prescribers { prescriber.say("prescribe \(seconds * 1000)") }
    for pharmacist in pharmacists { pharmacist.say("pharmacy \(seconds * 1000)") }
    let (written, worked) = (
      prescribers.map { $0.hear(until: .after(.seconds(seconds + 60))) ?? "silent" },
      pharmacists.map { $0.hear(until: .after(.seconds(seconds + 60))) ?? "silent" }
    )
    for answer in written + worked where !answer.hasPrefix("done ") { tell("a process ended: \(answer)\n") }
    let checked = try world.run([BuiltProgram.path, "--database", path, "check"])
    if checked.end != .exited(0) { tell(checked.output) }
    return [
      BenchRow("prescriptions written in \(seconds) s, 8 processes", "", sum(written, 0)),
      BenchRow("acts of 24 pharmacists in \(seconds) s", "", sum(worked, 0)),
      BenchRow("  refused, as somebody was faster or too little is left", "", sum(worked, 1) + sum(written, 1)),
      BenchRow("processes that failed", "", Double((written + worked).count { !$0.hasPrefix("done ") }), goal: 0),
      BenchRow("hms check finds fault", "", checked.end == .exited(0) ? 0 : 1, goal: 0),
    ] + (try faults.map { BenchRow($0.what, "", Double(try world.sql($0.query, on: path).count), goal: 0) })
  }

  private static let seconds = 60

  /// What must not be there afterwards, and the query that finds it.
  private static let faults = [
    (
      what: "lots whose level is not the sum of their movements",
      query: """
      SELECT id FROM stock_lot WHERE quantity <> (SELECT COALESCE(SUM(change), 0) FROM stock_movement
        WHERE lot_id = stock_lot.id)
      """
    ),
    (
      what: "levels below zero, then or now",
      query: "SELECT id FROM stock_lot WHERE quantity < 0 UNION ALL SELECT id FROM stock_movement WHERE level < 0"
    ),
    (
      what: "items of which more is out than was prescribed",
      query: """
      SELECT item.id FROM prescription_item AS item WHERE item.quantity < (SELECT COALESCE(SUM(CASE kind WHEN 'dispense'
        THEN quantity ELSE -quantity END), 0) FROM medication_dispense WHERE prescription_item_id = item.id)
      """
    ),
    (
      what: "medicines handed out twice",
      query: """
      SELECT later.id FROM medication_handover AS later JOIN medication_handover AS former
        ON former.prescription_id = later.prescription_id AND former.rowid < later.rowid
      WHERE NOT EXISTS (SELECT 1 FROM medication_dispense WHERE prescription_id = later.prescription_id
        AND kind = 'dispense' AND done_at BETWEEN former.handed_at AND later.handed_at)
      """
    ),
    (
      what: "movements of prescriptions that nobody dispensed",
      query: """
      SELECT moved.id FROM stock_movement AS moved WHERE moved.kind IN ('dispense', 'return')
        AND NOT EXISTS (SELECT 1 FROM medication_dispense WHERE movement_id = moved.id)
      """
    ),
  ]

  private static func sum(_ answers: [String], _ place: Int) -> Double {
    answers.compactMap { answer -> Double? in
      let figures = answer.split(separator: " ").dropFirst().compactMap { Double($0) }
      return figures.indices.contains(place) ? figures[place] : nil
    }.reduce(0, +)
  }
}
