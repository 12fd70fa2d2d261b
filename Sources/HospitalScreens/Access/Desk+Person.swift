import HospitalDomain
import HospitalServices

extension Desk {
  /// The person who is signed in, as the title row names them.
  package struct Person: Hashable, Sendable {
    /// `OKAFOR N.`
    package let shortName: String
    package let role: Role
    package let place: String
  }

  /// Who is signed in; nil when nobody is.
  package var person: Person? {
    guard let session else { return nil }
    let parts = session.account.fullName.split(separator: ",", maxSplits: 1).map(String.init)
    let given = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    return Person(
      shortName: PersonName(family: parts.first ?? "", given: given).short, role: session.account.role,
      place: session.hospital.name)
  }

  /// Whether the person who is signed in may do that.
  package func may(_ permission: Permission) -> Bool {
    session.map { permission.allows($0.account.role) } ?? false
  }

  /// The time now.
  package var now: Timestamp { workplace.clock() }

  /// The local time now, `hh:mm`.
  package var clockText: String { workplace.localTime.clock(now) }

  /// A moment as local time, `hh:mm`.
  package func clock(at moment: Timestamp) -> String { workplace.localTime.clock(moment) }
}
