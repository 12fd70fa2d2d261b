/// What was drawn where, so that a press of the mouse can find it.
package struct HitMap<Target: Sendable>: Sendable {
  private var places: [(area: Area, target: Target)] = []

  /// A map of nothing.
  package init() {}

  /// Says that `target` was drawn on `area`.
  package mutating func add(_ area: Area, _ target: Target) {
    places.append((area, target))
  }

  /// What was drawn on a cell last.
  package func target(at point: Point) -> Target? {
    places.last { $0.area.contains(point) }?.target
  }
}
