import Glibc
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
      default: throw mistake("there is no setting \(key)")
      }
    }
    return settings
  }

  private func text(_ value: any TOMLValueConvertible, _ key: String) throws -> String {
    guard let text = value.string else { throw mistake("\(key) must be a text in quotes") }
    return text
  }

  private func flag(_ value: any TOMLValueConvertible, _ key: String) throws -> Bool {
    guard let flag = value.bool else { throw mistake("\(key) must be true or false") }
    return flag
  }

  private func mistake(_ what: String) -> CommandFailure {
    CommandFailure(.badInput, "the settings in \(path) can't be read: \(what)", remedy: "mend or remove that line")
  }
}
