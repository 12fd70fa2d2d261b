/// Whom a ward or bay is meant for. It warns and never forbids: a written reason passes. The raw value is stored.
package enum GenderRule: String, CaseIterable, Hashable, Sendable, Codable {
  case any, women, men

  /// The word for the screen.
  package var title: String { rawValue }

  /// What speaks against a patient of that sex, or nothing. Sex other and unknown never speak against a room:
  /// staff place those patients by asking them.
  package func concern(for sex: Sex, room: String) -> String? {
    switch (self, sex) {
    case (.women, .male): "\(room) is for women and the patient is recorded as male"
    case (.men, .female): "\(room) is for men and the patient is recorded as female"
    default: nil
    }
  }
}
