import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// What a second person signs for when it is prescribed, and that nobody passes what they have not read (M3).
extension PrescribePaneTests {
  @Test("what is contraindicated is signed by a second person in a box; a wrong password says so and nothing is lost")
  func signature() throws {
    let station = try open("oyelaran")
    item(station, "methot", "1 tablet", "1 a week", "28", "", "", "", "trimeth", "1 tablet", "2", "7")
    goTo("pharm", station)
    station.terminal.type("quay")
    goTo("reason", station)
    station.terminal.type("no other")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("ANOTHER DOCTOR OR A PHARMACIST SIGNS"), "\(station.frame.lines)")
    station.fillIn("pharmacist", "guessed")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(21).contains("do not go together"), "\(station.frame.lines)")
    // They stay in the box, where what is typed is hidden: never in the clear fields of the prescription.
    #expect(station.frame.shows("ANOTHER DOCTOR OR A PHARMACIST SIGNS") && station.frame.shows("[pharmacist"))
    goTo("their pass", station)
    station.terminal.type("password of pharmacist")
    #expect(!station.frame.shows("password of pharmacist"))
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is prescribed: 2 medications"), "\(station.frame.lines)")
  }

  @Test(
    "who signs sees the patient, what they sign for with dose and frequency, and the reason; the fields stay in sight",
    arguments: screenSizes, [ColourDepth.indexed, .mono])
  func readsBeforeSigning(size: (columns: Int, rows: Int), depth: ColourDepth) throws {
    _ = try PrescribingService(hospital.session(.headDoctor)).prescribe(
      hospital.order([hospital.item("methotrexate", "2 tablets")], for: hospital.samples.patients[1]), because: "skin")
    let station = try open("oyelaran", columns: size.columns, rows: size.rows, depth: depth)
    item(station, "trimeth", "1 tablet", "2", "7")
    goTo("pharm", station)
    station.terminal.type("quay")
    goTo("reason", station)
    station.terminal.type("no other helps, cultures are back")
    station.terminal.press(.control("s"))
    let id = hospital.samples.patients[1]
    let patient = try #require(try hospital.read { try $0.patients.row(id) })
    let needed = [
      "OYELARAN, Tunde", "\(patient.details.birthDate)", "\(patient.number)", "must not be given together",
      "trimethoprim 200 mg tablet, 1 tablet by mouth", "methotrexate 2.5 mg tablet, 2 tablets by mouth", "(Rx 1)",
      "no other helps, cultures are back", "Test doctor",
    ]
    let fields = ["ANOTHER DOCTOR OR A PHARMACIST SIGNS", "Second person", "Their password", "Their code"]
    var seen = ""
    for _ in 0..<2 {
      seen += Self.words(station.frame)
      for text in fields { #expect(station.frame.shows(text), "\(text) \(station.frame.lines)") }
      if size.columns >= 80 { #expect(!station.frame.shows("more: PgDn"), "all of it fits: \(station.frame.lines)") }
      station.terminal.press(.pageDown)
    }
    for text in needed { #expect(seen.contains(text), "\(text) \(station.frame.lines)") }
  }

  /// What a frame says, lines that were wrapped joined again.
  private static func words(_ frame: Frame) -> String {
    frame.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("what others prescribed meanwhile stands in the box too: nobody signs for what they have not read")
  func meanwhile() throws {
    let station = try open("oyelaran")
    item(station, "trimeth", "1 tablet", "2", "7")
    goTo("pharm", station)
    station.terminal.type("quay")
    goTo("reason", station)
    station.terminal.type("no other")
    pause(station)
    func prescribe(_ name: String) throws {
      _ = try PrescribingService(hospital.session(.headDoctor)).prescribe(
        hospital.order([hospital.item(name)], for: hospital.samples.patients[1]), because: "skin")
    }
    try prescribe("methotrexate")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("Trimethoprim with methotrexate (Rx 1)"), "\(station.frame.lines)")
    // While they sign another comes: the box opens anew, and their password is asked for again.
    _ = try PrescribingService(hospital.session(.headDoctor)).prescribe(
      hospital.order([hospital.item("trimethoprim")], for: hospital.samples.patients[1]), because: "skin",
      signed: SecondSignature(username: "pharmacist", password: "password of pharmacist"))
    station.fillIn("pharmacist", "password of pharmacist")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("ANOTHER DOCTOR OR A PHARMACIST SIGNS"), "\(station.frame.lines)")
    #expect(station.frame.shows("Besides     major: Trimethoprim is prescribed twice (Rx 2)"), "\(station.frame.lines)")
    #expect(station.frame.line(21).contains("Not read yet: Trimethoprim is prescribed twice"), "\(station.frame.lines)")
    #expect(try hospital.prescriptions(of: hospital.samples.patients[1]).count == 2)
    goTo("their pass", station)
    station.terminal.type("password of pharmacist")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is prescribed: 1 medication"), "\(station.frame.lines)")
  }

  @Test("a reason that was typed before anything was found passes nothing unread: it is shown, and saved then")
  func unread() throws {
    let station = try open("oyelaran")
    item(station, "apix", "1 tablet", "2", "7", "", "", "", "ibu", "1 tablet", "3", "7")
    goTo("pharm", station)
    station.terminal.type("quay")
    goTo("reason", station)
    station.terminal.type("watched")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(21).contains("Not read yet: Apixaban with ibuprofen"), "\(station.frame.lines)")
    #expect(station.frame.shows("!  major"), "\(station.frame.lines)")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is prescribed: 2 medications"), "\(station.frame.lines)")
  }

  @Test("whose account has a second step signs with its code besides: asked for, refused, taken (H3)")
  func signatureWithCode() throws {
    let means = hospital.workplace.means
    let own = SecondStepService(hospital.session(.pharmacist))
    let enrolment = try own.newEnrolment()
    func code() throws -> String {
      try means.timeCode(enrolment.secret, TimeCodeRule.step(at: hospital.clock.now))
    }
    _ = try own.add(enrolment, code: code())
    hospital.clock.advance(by: .seconds(30))
    let station = try open("oyelaran")
    item(station, "methot", "1 tablet", "1 a week", "28", "", "", "", "trimeth", "1 tablet", "2", "7")
    goTo("pharm", station)
    station.terminal.type("quay")
    goTo("reason", station)
    station.terminal.type("no other")
    let right = try code()
    for (typed, said) in [
      ("", "type the code"), (right == "987654" ? "123456" : "987654", "not taken"), (right, "is prescribed"),
    ] {
      if typed.isEmpty { station.terminal.press(.control("s")) }
      #expect(station.frame.shows("Their code"), "\(station.frame.lines)")
      if typed.isEmpty {
        station.fillIn("pharmacist", "password of pharmacist")
      } else {
        goTo("their pass", station)
        station.fillIn("password of pharmacist", typed)
      }
      station.terminal.press(.control("s"))
      #expect(station.frame.shows(said), "\(station.frame.lines)")
      #expect(typed.isEmpty || !station.frame.shows(typed), "a code is not shown")
    }
  }
}
