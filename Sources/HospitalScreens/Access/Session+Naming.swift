import HospitalDomain
import HospitalServices

extension Session {
  /// A patient's name as lists show it: in full, or by its initials while names are hidden (H4).
  package func listed(_ name: PersonName) -> String { shown(name).listed }

  /// The same as a name.
  package func shown(_ name: PersonName) -> PersonName { veil.isDrawn ? name.initials : name }

  /// What a draft is called in a list: the name of its form alone while names are hidden.
  package func listed(_ draft: Draft) -> String { veil.isDrawn ? "\(draft.name), names hidden" : draft.title }
}
