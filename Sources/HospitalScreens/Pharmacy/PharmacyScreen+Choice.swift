import HospitalDomain
import HospitalServices

/// The names of what the queue can be narrowed to.
struct QueueNames {
  let pharmacies: [(id: PharmacyID, name: String)]
  let wards: [(id: DepartmentID, name: String)]
}

/// Narrowing the queue to a state, a ward, a pharmacy.
extension PharmacyScreen {
  /// One thing that the queue can be narrowed to.
  package struct Narrowing: Hashable, Sendable {
    /// What it is: `State: ready`.
    package let title: String
    /// Whether it is chosen now.
    package let isChosen: Bool
    let choice: QueueChoice
  }

  /// What the queue can be narrowed to, together with what is chosen already.
  ///
  /// - Parameter desk: where it is asked; its board knows the wards.
  package mutating func narrowings(at desk: Desk) -> [Narrowing] {
    if names == nil {
      var wards: [(id: DepartmentID, name: String)] = []
      for room in desk.board?.rooms ?? [] where wards.last?.id != room.department.id {
        wards.append((room.department.id, room.department.name))
      }
      let pharmacies = ((try? PharmacyService(session).pharmacies()) ?? []).map { (id: $0.id, name: $0.name) }
      names = QueueNames(pharmacies: pharmacies, wards: wards)
    }
    let choice = choice
    func narrowing(_ title: String, _ change: (inout QueueChoice) -> Void) -> Narrowing {
      var other = choice
      change(&other)
      return Narrowing(title: title, isChosen: other == choice, choice: other)
    }
    let kinds: [QueueChoice.Kind?] = [nil] + QueueChoice.Kind.allCases
    return [narrowing("Everything that waits") { $0 = QueueChoice() }]
      + kinds.map { kind in narrowing("State: \(kind?.rawValue ?? "any that waits")") { $0.kind = kind } }
      + [narrowing("Ward: any") { $0.ward = nil }]
      + (names?.wards ?? []).map { ward in narrowing("Ward: \(ward.name)") { $0.ward = ward.id } }
      + [narrowing("Pharmacy: any") { $0.pharmacy = nil }]
      + (names?.pharmacies ?? []).map { place in narrowing("Pharmacy: \(place.name)") { $0.pharmacy = place.id } }
  }

  /// Narrows the queue.
  package mutating func choose(_ narrowing: Narrowing) {
    choice = narrowing.choice
    refresh()
  }

  /// Shows the whole queue again; false when it was shown already.
  package mutating func showAll() -> Bool {
    let hadFilter = list.clearFilter()
    guard choice != QueueChoice() else { return hadFilter }
    choice = QueueChoice()
    refresh()
    return true
  }

  /// What is shown, in words: `ready, 4A Medical, apix`.
  package var choiceTitle: String {
    let ward = choice.ward.flatMap { id in names?.wards.first { $0.id == id }?.name }
    let pharmacy = choice.pharmacy.flatMap { id in names?.pharmacies.first { $0.id == id }?.name }
    let words = [choice.kind?.rawValue, ward, pharmacy, list.filter].compactMap(\.self).filter { !$0.isEmpty }
    return words.isEmpty ? "the whole queue" : words.joined(separator: ", ")
  }

  /// Takes the list as it was narrowed by what was typed.
  package mutating func takeList(_ other: NarrowedList<QueuedPrescription>) { list = other }
}
