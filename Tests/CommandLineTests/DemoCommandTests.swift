import BuiltProgramSupport
import Testing

/// `hms demo` (O7): realistic in size and mess, the same for the same seed, and never in place of a real hospital.
@Suite struct DemoCommandTests {
  private let home: ProgramHome
  private var database: String { home.path + "/data/hms/hospital.sqlite" }

  init() throws {
    home = try ProgramHome()
  }

  private func sql(_ statement: String, in home: ProgramHome) throws -> String {
    let run = try ProgramRun(
      ["/usr/bin/sqlite3", home.path + "/data/hms/hospital.sqlite", statement], environment: home.environment)
    #expect(run.end == .exited(0), "\(run.errors)")
    return run.output
  }

  @Test func itHasEveryStateOfARoomAndSoundRecords() throws {
    #expect(try home.hms("demo", "--no-open").end == .exited(0))
    #expect(try home.hms("check").end == .exited(0))
    #expect(try sql("SELECT COUNT(DISTINCT code) FROM room_board", in: home) == "7\n")
    #expect(try sql("SELECT COUNT(*) >= 60 AND COUNT(DISTINCT department) >= 4 FROM room_board", in: home) == "1\n")
    #expect(try sql("SELECT COUNT(*) >= 200 FROM patient", in: home) == "1\n")
    let shelves =
      "SELECT COUNT(DISTINCT medication_id) >= 60, COUNT(DISTINCT category_id) >= 20 FROM medication_in_category"
    #expect(try sql(shelves, in: home) == "1|1\n", "M5: many categories and many medications")
    let accounts = try home.hms("user", "list").output
    for user in [
      "nurse", "headnurse", "doctor", "headdoctor", "reception", "cashier", "pharmacist", "hr", "admin", "patient",
    ] {
      #expect(accounts.contains("\(user) "))
    }
    let ownerless = "SELECT username FROM account WHERE COALESCE(doctor_id, staff_id, patient_id) IS NULL"
    #expect(try sql(ownerless, in: home) == "admin\n", "H1: every other account is an employee's or the patient's")
  }

  /// What does not follow the clock is the same; the patients and where they are do not.
  @Test func theSameSeedMakesTheSameHospital() throws {
    let people =
      "SELECT number, family_name, given_name, sex, birth_date, telephone FROM patient ORDER BY number; "
      + "SELECT number, code, patient_number FROM room_board ORDER BY number"
    let homes = try (0..<2).map { _ in try ProgramHome() }
    for home in homes { _ = try home.hms("demo", "--no-open", "--seed", "7") }
    let (first, second) = try (sql(people, in: homes[0]), sql(people, in: homes[1]))
    #expect(first == second)
    _ = try home.hms("demo", "--no-open", "--seed", "8")
    #expect(try sql(people, in: home) != first)
  }

  @Test func itIsOpenedAgainAsItWasLeftUnlessAFreshOneIsAskedFor() throws {
    _ = try home.hms("demo", "--no-open")
    _ = try home.hms("user", "lock", "nurse")
    _ = try home.hms("demo", "--no-open")
    #expect(try home.hms("user", "list").output.contains("locked"))
    _ = try home.hms("demo", "--no-open", "--fresh")
    #expect(try !home.hms("user", "list").output.contains("locked"))
  }

  @Test func aRealHospitalIsNeverTouched() throws {
    _ = try home.hms("init", "--hospital", "X", "--admin", "okafor", "--password-stdin", input: "four words do well\n")
    for arguments in [["demo", "--no-open"], ["demo", "--no-open", "--fresh"]] {
      let run = try ProgramRun([BuiltProgram.path] + arguments, environment: home.environment)
      #expect(run.end == .exited(73))
      #expect(run.errors.contains("no demonstration"))
    }
    #expect(try home.hms("user", "list").output.contains("okafor"))
  }

  @Test(arguments: [["--patients", "3"], ["--rooms", "1"], ["--seed", "x"]])
  func aSizeThatMakesNoHospitalIsRefused(options: [String]) throws {
    let run = try ProgramRun([BuiltProgram.path, "demo", "--no-open"] + options, environment: home.environment)
    #expect(run.end == .exited(64))
  }
}
