import HospitalDomain

/// docs/permissions.md: what each role may do, from the permissions that the areas declare and the use cases that are walked.
enum PermissionsDocument {
  /// The areas, in the order of `Permission.all`.
  static let areas: [(title: String, permissions: [Permission])] = [
    ("Access", Permission.access), ("Registration", Permission.registration), ("Beds", Permission.beds),
    ("Staff", Permission.staff), ("Billing", Permission.billing), ("Pharmacy", Permission.pharmacy),
    ("Check-out", Permission.checkOut), ("Paper", Permission.paper), ("Care", Permission.care),
    ("Medications and stock", Permission.stock),
  ]

  static var text: String {
    let parts = areas.map { area in
      "## \(area.title)\n\n" + head + area.permissions.map(line).joined(separator: "\n") + "\n"
    }
    return ([opening] + parts + [others]).joined(separator: "\n")
  }

  private static let opening = """
    # Who may do what

    Made from the permissions of the program and from the use cases that a test tries as every role: do not edit it.
    `HMS_WRITE_DOCS=1 script/test PermissionsDocument` writes it anew. A permission without a use case waits for what it is for.

    Who may not do something is told who can, nothing is changed, and the try stands in the audit trail. The auditor only
    reads. A patient reads their own record and reaches no other.

    """

  private static let roles: [(role: Role, head: String)] = Role.allCases.map { role in
    (role, role.title.replacing("human resources", with: "HR").replacing("administrator", with: "admin"))
  }

  private static var head: String {
    "| | \(roles.map(\.head).joined(separator: " | ")) | use cases |\n|---|\(roles.map { _ in ":-:|" }.joined())---|\n"
  }

  private static func line(_ permission: Permission) -> String {
    let marks = roles.map { permission.allows($0.role) ? "●" : "" }
    let names = UseCase.all.filter { $0.decision.permissions.contains(permission) }.map { "`\($0.name)`" }
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    return "| \(permission.title) `\(permission.code)` | \(marks.joined(separator: " | ")) | "
      + "\(unique.joined(separator: " ")) |"
  }

  private static var others: String {
    var lines = ["## What needs more than one, or none", ""]
    for useCase in UseCase.all {
      switch useCase.decision {
      case .needs: break
      case .needsAll(let permissions): lines.append("- `\(useCase.name)`: all of \(codes(permissions))")
      case .needsOne(let permissions): lines.append("- `\(useCase.name)`: one of \(codes(permissions))")
      case .own: lines.append("- `\(useCase.name)`: everyone who is signed in, for what is their own")
      }
      if case .needsOne(let permissions)? = useCase.undoing {
        lines.append("- undo of `\(useCase.name)`: one of \(codes(permissions))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func codes(_ permissions: [Permission]) -> String {
    var unique: [Permission] = []
    for permission in permissions where !unique.contains(permission) { unique.append(permission) }
    return unique.map { "`\($0.code)`" }.joined(separator: ", ")
  }
}
