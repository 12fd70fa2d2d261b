import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// Finds patients as they are typed, with a million on file (P3). Every token has to fit; a record that was merged leads to
  /// the one that survives.
  ///
  /// - Returns: at most `limit` patients, by name.
  package func search(_ query: SearchQuery, limit: Int) throws -> PatientFinds {
    try transaction.readWidely()
    guard let numbers = try numbers(matching: query, atMost: limit + 1) else {
      return PatientFinds(patients: [], isCut: false)
    }
    var patients = try found(numbers)
    let isCut = patients.count > limit
    if isCut { patients.removeLast(patients.count - limit) }
    // Only who was found under the number of a merged record can be there twice.
    if patients.contains(where: { $0.foundAs != nil }) {
      var seen = Set<PatientID>(minimumCapacity: limit)
      patients.removeAll { !seen.insert($0.id).inserted }
    }
    return PatientFinds(patients: Self.byName(patients, typed: query.prefixes), isCut: isCut)
  }

  /// A query for the numbers of the patients that fit; nil when a token fits nobody.
  private func numbers(matching query: SearchQuery, atMost limit: Int) throws -> SQLStatement? {
    var tokens = query.prefixes
    var rooms: [TermRange] = []
    for room in query.rooms {
      let range = TermRange(beginning: room)
      if try isSomebody(in: range) {
        rooms.append(range)
      } else {
        tokens += TextFolding.words(room)  // A national id may look like a room.
      }
    }
    if !rooms.isEmpty {
      return Self.numbers(inRooms: rooms, terms: tokens.map(TermRange.init(beginning:)), atMost: limit)
    }
    return try route(to: tokens)?.numbers(atMost: limit)
  }

  /// The route that meets the fewest terms; nil when one of them meets none, so that nobody fits.
  private func route(to tokens: [String]) throws -> TermRoute? {
    let routes = TermRoute.leading(each: tokens)
    guard routes.count > 1 else { return routes.first }
    guard let best = try shortest(of: routes) else { return nil }
    guard best.isLong else { return best.route }
    let pairs = TermRoute.leadingPairs(of: tokens)
    guard pairs.isEmpty else { return try shortest(of: pairs)?.route }
    return try best.route.gathering { try count(of: $0, atMost: TermRoute.gathered) < TermRoute.gathered }
  }

  /// The route with the shortest range, and of long ones that which asks for the least besides; and whether even that is
  /// long. Nil when one of them is empty.
  private func shortest(of routes: [TermRoute]) throws -> (route: TermRoute, isLong: Bool)? {
    var shortest: (route: TermRoute, count: Int)?
    for route in routes {
      let count = try count(of: route.leading, atMost: TermRoute.long)
      if count == 0 { return nil }
      if shortest.map({ (count, route.others.count) < ($0.count, $0.route.others.count) }) ?? true {
        shortest = (route, count)
      }
    }
    return shortest.map { ($0.route, $0.count == TermRoute.long) }
  }

  private func count(of range: TermRange, atMost limit: Int) throws -> Int {
    let row = try transaction.row(
      """
      SELECT COUNT(*) AS terms FROM
        (SELECT 1 FROM patient_term WHERE term >= \(range.first) AND term < \(range.end) LIMIT \(limit))
      """)
    return try row?.count("terms") ?? 0
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
      \(part: TermRoute.conditions(terms, on: "COALESCE(survivor.number, patient.number)")) LIMIT \(limit)
      """
  }

  private func isSomebody(in range: TermRange) throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 FROM room JOIN stay ON stay.room_id = room.id AND stay.ended_at IS NULL
      WHERE room.number >= \(range.first) AND room.number < \(range.end) AND room.retired_at IS NULL LIMIT 1
      """)
  }

  private static func byName(_ patients: [FoundPatient], typed: [String]) -> [FoundPatient] {
    var places: [NamePlace] = []
    places.reserveCapacity(patients.count)
    for (place, patient) in patients.enumerated() { places.append(NamePlace(of: patient, at: place, typed: typed)) }
    places.sort()
    return places.map { patients[$0.place] }
  }
}

/// Where a patient stands in what was found: those first whose family name begins as was typed, for that is what is asked
/// for; then by family name, given name and number. What is found is sorted for every letter
/// that is typed, so that names are folded once, and patients are not moved about.
private struct NamePlace: Comparable {
  let isAskedFor: Bool
  let family: String
  let given: String
  let number: HospitalNumber
  let place: Int

  init(of patient: FoundPatient, at place: Int, typed: [String]) {
    let family = patient.name.family
    let given = patient.name.given
    // Somebody with one name stands under that.
    let folded = TextFolding.fold(family.isEmpty ? given : family)
    self.family = folded
    isAskedFor = typed.contains { Self.hasWord(folded.utf8, beginningWith: $0.utf8) }
    self.given = family.isEmpty ? "" : TextFolding.fold(given)
    number = patient.number
    self.place = place
  }

  /// Whether a word of a folded name begins with something that was typed; `obrien` begins `o'brien` too. Asked of every
  /// patient at every key, so that nothing is taken apart for it.
  private static func hasWord(_ name: String.UTF8View, beginningWith typed: String.UTF8View) -> Bool {
    var start = name.startIndex
    while start < name.endIndex {
      if begins(name[start...], with: typed) { return true }
      guard let gap = name[start...].firstIndex(where: isGap) else { return false }
      start = name.index(after: gap)
    }
    return false
  }

  private static func begins(_ name: Substring.UTF8View, with typed: String.UTF8View) -> Bool {
    var place = name.startIndex
    for letter in typed {
      while place < name.endIndex, name[place] != letter, isGap(name[place]), name[place] != space {
        place = name.index(after: place)
      }
      guard place < name.endIndex, name[place] == letter else { return false }
      place = name.index(after: place)
    }
    return true
  }

  private static let space = UInt8(ascii: " ")

  /// What parts the words of a name, as people write it.
  private static func isGap(_ letter: UInt8) -> Bool {
    letter == space || letter == UInt8(ascii: "'") || letter == UInt8(ascii: "-") || letter == UInt8(ascii: ".")
  }

  static func < (left: NamePlace, right: NamePlace) -> Bool {
    if left.isAskedFor != right.isAskedFor { return left.isAskedFor }
    if left.family != right.family { return left.family < right.family }
    if left.given != right.given { return left.given < right.given }
    return left.number < right.number
  }
}
