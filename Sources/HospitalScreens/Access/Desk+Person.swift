import HospitalDomain
import HospitalServices

extension Desk {
  /// The person who is signed in, as the title row names them.
  package struct Person: Hashable, Sendable {
    /// `OKAFOR N.`
    package let shortName: String
    package let role: Role
    package let place: String

    init(_ session: Session) {
      let parts = session.account.fullName.split(separator: ",", maxSplits: 1).map(String.init)
      let given = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
      shortName = PersonName(family: parts.first ?? "", given: given).short
      role = session.account.role
      place = session.hospital.name
    }
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

extension Desk {
  /// After how long without a key the terminal locks; nil while nobody is signed in.
  package var lockLimit: Duration? { session.map { lockTimes.limit(of: $0.account.role) } }

  /// The same in minutes.
  var lockMinutes: Int { lockLimit.map { Int($0.components.seconds / 60) } ?? 0 }

  /// Whether the names of patients are hidden on lists.
  package var namesAreHidden: Bool { session?.veil.isDrawn ?? false }

  /// Hides the names of patients on every list, or shows them again. Returns what to say of it; nil while nobody is here.
  package func toggleNames() -> String? {
    guard let session else { return nil }
    let isHidden = session.veil.toggle()
    if isHidden { return "Names are hidden on every list." }
    return session.hidesNames
      ? Refusal.notPermitted(.readPatient).sentence : "Names are shown."
  }
}
