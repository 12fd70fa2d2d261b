extension Refusal {
  /// The role may not do this; says who can, which at 80 columns has room: the own role stands on the title row.
  package static func notPermitted(_ permission: Permission) -> Refusal {
    let permitted = permission.roles.sorted()
    let who = permitted.isEmpty ? "nobody" : Listing.and(permitted.map(\.people))
    return Refusal(
      code: "access.notPermitted",
      sentence: "You may not \(permission.title); \(who) can.",
      permittedRoles: permitted)
  }
}

extension Role {
  /// The role with its article: `"a nurse"`, `"an auditor"`.
  package var indefinite: String {
    switch self {
    case .administrator, .auditor: "an \(title)"
    case .humanResources: title
    default: "a \(title)"
    }
  }
}
