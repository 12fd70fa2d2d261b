import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import PaperKit
import TerminalKit
import Testing

@testable import HospitalTerminal

/// Questions at the counter: what they hold, what they say, what `u` takes back (M1, M4).
extension CounterPaneTests {
  @Test("u names what was done before something that has no undo, and leaves it unless one says so")
  func namesEarlier() async throws {
    try hospital.prescribe(for: hospital.samples.patients[2])
    let terminal = open()
    verify(terminal)
    terminal.screen.press("d")
    terminal.screen.press(.control("s"))
    terminal.screen.press(.down, "v")
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "KOVAC").hasSuffix("verified"), "\(terminal.frame)")
    terminal.screen.press(.up, "p")
    terminal.screen.press(.control("s"))
    await terminal.screen.waits(for: "Label RX-1 went to")
    terminal.screen.press("u")
    for words in ["Undo what was done before?", "not undone with u: Label RX-1", "Rx 2, KOVAC"] {
      #expect(terminal.frame.shows(words), "\(words): \(terminal.frame)")
    }
    terminal.screen.press(.escape)
    #expect(terminal.line(of: "KOVAC").hasSuffix("verified"))
    terminal.screen.press("u")
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "KOVAC").hasSuffix("waiting"), "\(terminal.frame)")
    terminal.screen.press("u")
    #expect(terminal.frame.line(21).contains("b puts Rx 1 back on the shelf"), "\(terminal.frame)")
  }

  @Test(
    "a question that is left lets go of what it took in hand; what c took stays in hand",
    arguments: ["v", "x", "h", "d"])
  func leaves(key: Character) throws {
    let terminal = open()
    if key == "d" { verify(terminal) }
    let before = state(terminal)
    for _ in 0..<2 {
      terminal.screen.press(.character(key), .escape)
      #expect(state(terminal) == before, "\(key): \(terminal.frame)")
      #expect(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first?.work.claim == nil)
    }
    terminal.screen.press("c")
    let mine = state(terminal)
    #expect(mine != before)
    terminal.screen.press(.character(key), .escape)
    #expect(state(terminal) == mine, "\(key): \(terminal.frame)")
    #expect(try claim.holder == hospital.account(.pharmacist))
  }

  @Test("what is asked about stays in hand while the terminal is locked over the question")
  func staysInHand() throws {
    let station = try Workstation(.pharmacist, in: hospital)
    station.terminal.press("6", "x", .enter)
    station.terminal.type("ask the ward")
    station.terminal.press(.control("k"))
    #expect(station.frame.shows("LOCKED"))
    station.terminal.type("password of pharmacist")
    station.terminal.press(.enter)
    #expect(station.frame.shows("ask the ward"), "\(station.frame)")
    #expect(try claim.holder == hospital.account(.pharmacist))
    station.terminal.press(.escape)
    #expect(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first?.work.claim == nil)
  }

  /// The word of the state at the end of OYELARAN's row.
  private func state(_ terminal: PaperTerminal) -> String {
    terminal.line(of: "OYELARAN").split(separator: " ").last.map { String($0) } ?? ""
  }

  /// A prescription of ibuprofen and apixaban for KOVAC, verified, with 28 apixaban there.
  private func two() throws -> PaperTerminal {
    try hospital.receive(28, "AP", of: "1364430", expires: "2028/01/31")
    try hospital.write { records in
      try records.pharmacy.prescribe(
        ["5640", "1364430"].map {
          PrescribedItem(
            medication: $0, dose: "1 tablet", route: "by mouth", frequency: "twice a day", days: 28, quantity: 56)
        }, for: hospital.samples.patients[2], in: nil, by: hospital.samples.doctors[0],
        to: hospital.samples.pharmacies[0], status: "active", priority: "stat")
    }
    let id = try #require(try hospital.read { try $0.pharmacy.prescription(numbered: 2) })
    _ = try PharmacyService(hospital.session(.pharmacist)).verify(id, because: "watched")
    return open()
  }

  @Test(
    "the box of a hand-over lists what goes over the counter now; what is owed is said item by item",
    arguments: [80, 120])
  func handsOverNow(columns: Int) throws {
    _ = try two()
    let terminal = open(columns, columns == 80 ? 24 : 40)
    terminal.screen.press("d")
    fill("quantity", "20", terminal)
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "KOVAC").hasSuffix("in part"), "\(terminal.frame)")
    #expect(!terminal.frame.shows("64 still owed"))
    #expect(
      try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions[0].work.words
        == "36 of ibuprofen 400 mg tablet and 28 of apixaban 5 mg tablet still owed")
    terminal.screen.press("o")
    #expect(terminal.frame.shows("ibuprofen 400 mg tablet: 20 now"), "\(terminal.frame)")
    #expect(terminal.frame.shows("apixaban 5 mg tablet: 28 now"))
    #expect(!terminal.frame.shows("twice a day, quantity 56"))
    terminal.screen.type("Nurse Okafor, 4A")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("handed over to Nurse Okafor, 4A"), "\(terminal.frame)")
  }

  @Test("a lot that there is not is said whole, in the field of the item that it was typed for")
  func unknownLot() throws {
    let terminal = try two()
    terminal.screen.press("d")
    terminal.screen.press(.control("f"))
    terminal.screen.type("lot")
    terminal.screen.press(.down, .enter)
    terminal.screen.type("NOSUCHLOT")
    terminal.screen.press(.control("s"))
    let all = terminal.frame.lines.flatMap { $0.split(separator: " ") }.joined(separator: " ")
    #expect(
      all.contains("Quay Pharmacy has no lot NOSUCHLOT of apixaban 5 mg tablet; check the box, F4 lists the lots"),
      "\(terminal.frame)")
    #expect(terminal.frame.role(of: "Quay Pharmacy has no lot") == .fieldError)
  }

}
