import HospitalDomain

/// How texts are sealed that the database file alone must not give away: drafts, and the secrets of second steps. The
/// composition root names the library and where the key is.
///
/// A text is sealed for a place, such as `"draft/0192…"` with the record's identifier: moved to another row it does not
/// open. Both throw a `Fault` that tells what is wrong with the key.
package struct Sealing: Sendable {
  /// Seals a text for a place.
  package let seal: @Sendable (_ text: String, _ place: String) throws -> String
  /// Opens what was sealed for a place.
  package let open: @Sendable (_ sealed: String, _ place: String) throws -> String

  package init(
    seal: @escaping @Sendable (_ text: String, _ place: String) throws -> String,
    open: @escaping @Sendable (_ sealed: String, _ place: String) throws -> String
  ) {
    self.seal = seal
    self.open = open
  }

  /// Seals nothing: of a workplace that has no key, such as one that only reads.
  package static let none = Sealing { _, _ in
    throw Fault(.keyAbsent)
  } open: { _, _ in
    throw Fault(.keyAbsent)
  }
}
