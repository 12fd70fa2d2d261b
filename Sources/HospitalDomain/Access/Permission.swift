/// The right to do one thing. Services check it for every act; screens use it to dim what cannot be done.
///
/// Permissions are open: each area adds `static let`s in a file of its own, such as `Beds/BedPermissions.swift`,
/// and lists them there.
package struct Permission: Hashable, Sendable {
  /// The stored name: the area, a dot and the act, such as `"bed.admit"`. Unique.
  package let code: String

  /// What may be done, as a phrase that follows "You may not": `"admit a patient"`.
  package let title: String

  /// The roles that may do it.
  package let roles: Set<Role>

  /// The right to do one thing.
  package init(_ code: String, _ title: String, _ roles: Set<Role>) {
    self.code = code
    self.title = title
    self.roles = roles
  }

  /// Whether a role may do it.
  package func allows(_ role: Role) -> Bool { roles.contains(role) }

  package static func == (left: Permission, right: Permission) -> Bool { left.code == right.code }
  package func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// Every permission of every area; an area that is added appends its own list here.
  package static let all: [Permission] =
    access + registration + beds + staff + billing + pharmacy + checkOut + paper + care
}
