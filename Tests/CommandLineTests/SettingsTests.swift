import BuiltProgramSupport
import Testing

/// Where the database is looked for, and what is said of a mistake in the settings.
@Suite struct SettingsTests {
  @Test func theOptionWinsOverTheEnvironmentAndThatOverTheSettings() throws {
    let home = try ProgramHome()
    try home.write("database = \"/nowhere/settings.sqlite\"\n", to: "config/hms/config.toml")
    let environment = ["HMS_DATABASE": "/nowhere/environment.sqlite"]
    #expect(try home.hms("check").errors.contains("/nowhere/settings.sqlite"))
    #expect(try home.hms("check", with: environment).errors.contains("/nowhere/environment.sqlite"))
    let run = try home.hms("check", "--database", "/nowhere/option.sqlite", with: environment)
    #expect(run.errors.contains("/nowhere/option.sqlite"))
  }

  @Test func withoutSettingsTheDatabaseIsInTheUsersDataFolder() throws {
    let home = try ProgramHome()
    #expect(try home.hms("check").errors.contains(home.path + "/data/hms/hospital.sqlite"))
  }

  @Test(arguments: [
    ("colour = 1\n", "there is no setting colour"), ("database = 1\n", "database must be a text in quotes"),
    ("mono = \"yes\"\n", "mono must be true or false"), ("database = \n", "line 1"),
    ("[signin]\nsecond_step = [\"boss\"]\n", "there is no role \"boss\""),
    ("[signin]\nsecond_step = \"admin\"\n", "must be a list of roles"),
    ("[signin]\ntwo = 1\n", "there is no setting signin.two"),
    ("[mail]\nfrom = \"a@b.example\\nBcc: c@d.example\"\n", "mail.from must be an address"),
    ("opening_minutes = 0\n", "must be a number from 1 to 1440"), ("opening_minutes = \"x\"\n", "must be a number"),
  ])
  func aMistakeIsToldWithItsPlace(settings: String, words: String) throws {
    let home = try ProgramHome()
    try home.write(settings, to: "config/hms/config.toml")
    let run = try home.hms("check")
    #expect(run.end == .exited(65))
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("config.toml"))
  }
}
