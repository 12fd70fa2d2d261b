import DatabaseKit
import HospitalDomain

/// A range of the terms: those that begin with what was typed. The index is read from its first term to its last.
struct TermRange: Hashable {
  /// The first text in the range.
  let first: String
  /// The first text behind it.
  let end: String

  init(beginning prefix: String) {
    first = prefix
    end = prefix + "\u{10FFFF}"
  }
}

extension PatientRecords {
  /// Finds patients as they are typed, with a million on file (P3). Every token has to fit. The rarest leads: its terms
  /// are read in order from the index, and each patient met is asked for the other tokens.
  ///
  /// - Returns: at most `limit` patients, by name.
  package func search(_ query: SearchQuery, limit: Int) throws -> PatientFinds {
    guard let numbers = try numbers(matching: query, atMost: limit + 1) else {
      return PatientFinds(patients: [], isCut: false)
    }
    let lines = try found(numbers)
    var seen: Set<PatientID> = []
    let patients = lines.prefix(limit).filter { seen.insert($0.id).inserted }
    return PatientFinds(patients: Self.byName(patients), isCut: lines.count > limit)
  }

  /// A query for the numbers of the patients that fit; nil when a token fits nobody.
  private func numbers(matching query: SearchQuery, atMost limit: Int) throws -> SQLStatement? {
    var terms = query.prefixes.map(TermRange.init(beginning:))
    var rooms: [TermRange] = []
    for room in query.rooms {
      let range = TermRange(beginning: room)
      if try isSomebody(in: range) {
        rooms.append(range)
      } else {
        terms += TextFolding.words(room).map(TermRange.init(beginning:))  // A national id may look like a room.
      }
    }
    if !rooms.isEmpty { return Self.numbers(inRooms: rooms, terms: terms, atMost: limit) }
    guard let leading = try rarest(of: terms) else { return nil }
    return Self.numbers(leading: leading, others: terms.filter { $0 != leading }, atMost: limit)
  }

  /// The most terms that are counted to learn how common a token is.
  private static let counted = 1_000

  /// The range that fewest terms are in; nil when there is none, or one of them is empty.
  private func rarest(of terms: [TermRange]) throws -> TermRange? {
    guard terms.count > 1 else { return terms.first }
    var rarest: (range: TermRange, count: Int)?
    for range in Set(terms).sorted(by: { $0.first.count > $1.first.count }) {
      let row = try transaction.row(
        """
        SELECT COUNT(*) AS terms FROM
          (SELECT 1 FROM patient_term WHERE term >= \(range.first) AND term < \(range.end) LIMIT \(Self.counted))
        """)
      let count = try row?.count("terms") ?? 0
      if count == 0 { return nil }
      if rarest.map({ count < $0.count }) ?? true { rarest = (range, count) }
    }
    return rarest?.range
  }

  private static func numbers(leading: TermRange, others: [TermRange], atMost limit: Int) -> SQLStatement {
    """
    SELECT DISTINCT leading.patient_number FROM patient_term AS leading
    WHERE leading.term >= \(leading.first) AND leading.term < \(leading.end)
    \(part: others.map { hasTerm(in: $0, "leading.patient_number") }.joined(separator: "")) LIMIT \(limit)
    """
  }

  private static func numbers(inRooms rooms: [TermRange], terms: [TermRange], atMost limit: Int) -> SQLStatement {
    let ranges = rooms.map { range -> SQLStatement in
      "AND room.number >= \(range.first) AND room.number < \(range.end) "
    }
    return """
      SELECT DISTINCT COALESCE(survivor.number, patient.number) AS patient_number FROM room
        JOIN stay ON stay.room_id = room.id AND stay.ended_at IS NULL
        JOIN admission ON admission.id = stay.admission_id JOIN patient ON patient.id = admission.patient_id
        LEFT JOIN patient_merge ON patient_merge.patient_id = patient.id AND patient_merge.undone_at IS NULL
        LEFT JOIN patient AS survivor ON survivor.id = patient_merge.survivor_id
      WHERE room.retired_at IS NULL \(part: ranges.joined(separator: ""))
      \(part: terms.map { hasTerm(in: $0, "COALESCE(survivor.number, patient.number)") }.joined(separator: ""))
      LIMIT \(limit)
      """
  }

  private static func hasTerm(in range: TermRange, _ number: String) -> SQLStatement {
    SQLStatement(trusted: "AND EXISTS (SELECT 1 FROM patient_term AS other WHERE other.patient_number = \(number)")
      + " AND other.term >= \(range.first) AND other.term < \(range.end)) "
  }

  private func isSomebody(in range: TermRange) throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 FROM room JOIN stay ON stay.room_id = room.id AND stay.ended_at IS NULL
      WHERE room.number >= \(range.first) AND room.number < \(range.end) AND room.retired_at IS NULL LIMIT 1
      """)
  }

  private static func byName(_ patients: [FoundPatient]) -> [FoundPatient] {
    patients.map { (key: TextFolding.fold($0.name.listed), patient: $0) }
      .sorted { ($0.key, $0.patient.number) < ($1.key, $1.patient.number) }.map(\.patient)
  }
}
