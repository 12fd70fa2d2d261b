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

  private func mistake(_ what: String) -> CommandFailure {
    CommandFailure(.badInput, "the settings in \(path) can't be read: \(what)", remedy: "mend or remove that line")
  }
}
