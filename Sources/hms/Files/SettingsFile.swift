import Glibc
import HospitalDomain
import TOMLKit

/// A `config.toml`. A file that is not there sets nothing; one that can't be understood is an error that names its line.
struct SettingsFile {
  let path: String

  /// The settings in the file. Throws a `CommandFailure` for a mistake in it.
  func read() throws -> Settings {
    guard let text = try TextFile.contents(of: path, absent: nil) else { return Settings() }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw mistake("line \(error.source.begin.line): \(error.description)")
    }
    return try settings(in: table)
  }

  private func settings(in table: TOMLTable) throws -> Settings {
    var settings = Settings()
    for (key, value) in table {
      switch key {
      case "database": settings.database = try text(value, key)
      case "theme": settings.theme = try text(value, key)
      case "mono": settings.mono = try flag(value, key)
      case "ascii": settings.ascii = try flag(value, key)
      case "letterhead": settings.letterhead = try text(value, key)
      case "papers": settings.papers = try text(value, key)
      case "lock": settings.lock = try lockTimes(value)
      case "signin": settings.secondStep = try roles(value)
      case "mail": try mail(value, into: &settings)
      case "log": settings.log = try text(value, key)
      case "opening_minutes": settings.openingMinutes = try number(value, key, in: RestrictionRule.minutes)
      case "keys": settings.keys = try keys(value)
      default: throw mistake("there is no setting \(key)")
      }
    }
    return settings
  }

  private func text(_ value: any TOMLValueConvertible, _ key: String) throws -> String {
    guard let text = value.string else { throw mistake("\(key) must be a text in quotes") }
    return text
  }

  private func number(_ value: any TOMLValueConvertible, _ key: String, in range: ClosedRange<Int>) throws -> Int {
    guard let number = value.int, range.contains(number) else {
      throw mistake("\(key) must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private func flag(_ value: any TOMLValueConvertible, _ key: String) throws -> Bool {
    guard let flag = value.bool else { throw mistake("\(key) must be true or false") }
    return flag
  }

  /// The table `[lock]`: `minutes` for everybody, and a role's name for that role alone.
  private func lockTimes(_ value: any TOMLValueConvertible) throws -> LockTimes {
    guard let table = value.table else { throw mistake("lock must be a table, [lock]") }
    var (usual, byRole) = (LockRule.usualMinutes, [Role: Int]())
    for (key, value) in table {
      guard let minutes = value.int, LockRule.minutes.contains(minutes) else {
        let range = "\(LockRule.minutes.lowerBound) to \(LockRule.minutes.upperBound)"
        throw mistake("lock.\(key) must be a number of minutes from \(range)")
      }
      if key == "minutes" {
        usual = minutes
      } else if let role = Role(rawValue: key) {
        byRole[role] = minutes
      } else {
        let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw mistake("lock.\(key) names no role; the roles are \(roles)")
      }
    }
    return LockTimes(usual: usual, byRole: byRole)
  }

  /// The table `[keys]`: the name of a command, and a key or a list of keys.
  private func keys(_ value: any TOMLValueConvertible) throws -> [String: [String]] {
    guard let table = value.table else { throw mistake("keys must be a table, [keys]") }
    var keys: [String: [String]] = [:]
    for (command, value) in table {
      let names = value.string.map { [$0] } ?? value.array?.compactMap(\.string)
      guard let names, names.count == value.array?.count ?? 1 else {
        throw mistake("keys of \(command) must be texts, such as [\"^K\", \"F8\"]")
      }
      keys[command] = names
    }
    return keys
  }

  /// The table `[signin]`: `second_step` is a list of roles.
  private func roles(_ value: any TOMLValueConvertible) throws -> Set<Role> {
    guard let table = value.table else { throw mistake("signin must be a table, [signin]") }
    var roles: Set<Role> = []
    for (key, value) in table {
      guard key == "second_step" else { throw mistake("there is no setting signin.\(key)") }
      guard let names = value.array?.map({ $0.string ?? "" }) else {
        throw mistake("signin.second_step must be a list of roles, such as [\"admin\"]")
      }
      for name in names {
        guard let role = Role(rawValue: name) else {
          throw mistake(
            "signin.second_step: there is no role \"\(name)\"; roles are \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
          )
        }
        roles.insert(role)
      }
    }
    return roles
  }

  /// The table `[mail]`: the mail system's program, and the address that letters come from.
  private func mail(_ value: any TOMLValueConvertible, into settings: inout Settings) throws {
    guard let table = value.table else { throw mistake("mail must be a table, [mail]") }
    for (key, value) in table {
      switch key {
      case "sendmail": settings.sendmail = try text(value, "mail.sendmail")
      case "from":
        let address = try text(value, "mail.from")
        guard (try? EmailAddress(entry: address)) != nil else {
          throw mistake("mail.from must be an address, such as hms@example.org")
        }
        settings.mailFrom = address
      default: throw mistake("there is no setting mail.\(key)")
      }
    }
  }

  private func mistake(_ what: String) -> CommandFailure {
    CommandFailure(.badInput, "the settings in \(path) can't be read: \(what)", remedy: "mend or remove that line")
  }
}
