import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import PaperKit
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("At the counter: verify, dispense, hand over, put back, label (M3, M4)")
struct CounterPaneTests {
  private let tray = PaperTray()
  let hospital: TestHospital
  let lot: StockLotID

  /// 56 ibuprofen for OYELARAN in 4A-01, and 100 there in lot A1.
  init() throws {
    hospital = try TestHospital(press: tray.press)
    try hospital.keepInteractions()
    lot = try hospital.receive(100, "A1", expires: "2028/01/31", shelf: "B2")
    let (patient, doctor) = (hospital.samples.patients[1], hospital.samples.doctors[0])
    let stay = try hospital.admit(patient, to: hospital.samples.rooms[0])
    let pharmacy = hospital.samples.pharmacies[0]
    try hospital.write { records in
      try records.pharmacy.prescribe(
        [
          PrescribedItem(
            medication: "5640", dose: "1 tablet", route: "by mouth", frequency: "twice a day", days: 28, quantity: 56)
        ], for: patient, in: stay, by: doctor, to: pharmacy, status: "active", priority: "routine")
    }
  }

  func open(_ columns: Int = 80, _ rows: Int = 24) -> PaperTerminal {
    PaperTerminal(.pharmacist, at: hospital, tab: "6", columns: columns, rows: rows)
  }

  /// Goes to a field and types into it, over what stands there.
  func fill(_ field: String, _ text: String, _ terminal: PaperTerminal) {
    terminal.screen.press(.control("f"))
    terminal.screen.type(field)
    terminal.screen.press(.enter, .control("u"))
    terminal.screen.type(text)
  }

  func verify(_ terminal: PaperTerminal) {
    terminal.screen.press("v")
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "OYELARAN").hasSuffix("verified"), "\(terminal.frame)")
  }

  @Test("verify, dispense, label, hand over, all by keys", arguments: [(80, 24), (120, 40)])
  func whole(columns: Int, rows: Int) throws {
    let terminal = open(columns, rows)
    verify(terminal)
    terminal.screen.press("d")
    #expect(terminal.frame.shows("DISPENSE RX 1") && terminal.frame.shows("100 there, 56 owed"))
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("56 of lot A1") && terminal.line(of: "OYELARAN").hasSuffix("ready"))
    terminal.screen.press("l")
    for words in ["LABEL", "RX-1", "1 tablet, by mouth, twice a day", "A1, use by 2028/01/31"] {
      #expect(terminal.frame.shows(words), "\(words): \(terminal.frame)")
    }
    terminal.screen.press(.escape, "o")
    terminal.screen.type("Nurse Okafor, 4A")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("handed over to Nurse Okafor, 4A"))
    #expect(try hospital.level(of: lot) == 44)
  }

  @Test("verify nevertheless: what speaks against it stands above, and without a reason nothing is verified")
  func nevertheless() throws {
    let other = hospital.samples.patients[0]
    try hospital.prescribe("308182", for: other, priority: "stat")
    let terminal = open()
    terminal.screen.press("v")
    #expect(terminal.frame.shows("VERIFY RX 2 NEVERTHELESS") && terminal.frame.shows("contraindicated: Amoxicillin"))
    #expect(terminal.frame.shows("Penicillin (rash)"))
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("Right because: needed"), "\(terminal.frame)")
    terminal.screen.type("the rash was measles")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("VERIFY RX 2 NEVERTHELESS"))
    #expect(
      try hospital.read { try $0.pharmacy.queue(limit: 9) }.prescriptions.allSatisfy { $0.work.stage == .waiting })
    terminal.screen.press(.escape)
    #expect(terminal.line(of: "DUARTE").hasSuffix("waiting"), "left by Esc it is in nobody's hand")
  }

  @Test("an expired lot that is scanned is refused in one sentence beside its field; nothing typed is lost")
  func scanned() throws {
    try hospital.receive(10, "OLD", expires: "2026/11/21")
    hospital.clock.advance(by: .days(1))
    let terminal = open()
    verify(terminal)
    terminal.screen.press("d")
    fill("quantity", "5", terminal)
    fill("lot", "OLD", terminal)
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("Lot OLD expired on 2026/11/21; take another lot"), "\(terminal.frame)")
    #expect(terminal.frame.shows("[OLD") && terminal.frame.shows("DISPENSE RX 1"))
    fill("lot", "a1", terminal)
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "OYELARAN").hasSuffix("in part"), "\(terminal.frame)")
    #expect(try hospital.level(of: lot) == 95)
  }

  @Test("another medicine in its place needs a reason; the label says in place of what")
  func instead() throws {
    try hospital.receive(100, "PAR", of: "313782", expires: "2028/01/31")
    let terminal = open()
    verify(terminal)
    terminal.screen.press("d")
    fill("instead", "paracetamol 500", terminal)
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("DISPENSE RX 1"), "\(terminal.frame)")
    fill("why", "none left, agreed with the ward", terminal)
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("56 of lot PAR"), "\(terminal.frame)")
    terminal.screen.press("l")
    #expect(terminal.frame.shows("In place of  ibuprofen 400 mg tablet"), "\(terminal.frame)")
  }

  @Test("part of what was dispensed goes back: 6 of 56")
  func putBack() throws {
    let terminal = open()
    verify(terminal)
    terminal.screen.press("d")
    terminal.screen.press(.control("s"))
    terminal.screen.press("b")
    #expect(
      terminal.frame.shows("BACK TO THE SHELF, RX 1") && terminal.frame.shows("A1, ibuprofen 400 mg tablet, 56 out"))
    fill("back", "6", terminal)
    fill("reason", "unopened strip", terminal)
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("back on the shelf: unopened strip"), "\(terminal.frame)")
    #expect(terminal.line(of: "OYELARAN").hasSuffix("in part"))
    #expect(try hospital.level(of: lot) == 50)
  }

  @Test("label and leaflet are printed as PDF or text, with an entry in the trail")
  func prints() throws {
    let terminal = open()
    terminal.screen.press("p")
    #expect(terminal.frame.line(21).contains("Nothing of Rx 1 is prepared"))
    verify(terminal)
    terminal.screen.press("d")
    terminal.screen.press(.control("s"))
    terminal.screen.press("p")
    #expect(terminal.frame.shows("Print · Rx 1") && terminal.frame.shows("Label of RX-1"), "\(terminal.frame)")
    let id = try #require(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first?.id)
    let papers = PaperService(hospital.session(.pharmacist))
    #expect(
      try papers.send(.label(id), PaperOrder(.pdf, to: .printer("counter"))) == "Label RX-1 went to printer counter")
    _ = try papers.send(.leaflet(id), PaperOrder(.text, to: .paperFile("RX-1-leaflet")))
    #expect(tray.documents.map(\.title) == ["Label", "For the patient"])
    #expect(tray.documents[0].fact("Patient") == "OYELARAN, Tunde" && tray.documents[0].fact("Quantity") == "56")
    let trail = try hospital.read { try $0.audit.newest(9) }.filter { $0.permission == "paper.label" }
    #expect(Set(trail.map(\.reason)) == ["PDF to the printer counter", "text to the file RX-1-leaflet.txt"])
    #expect(try papers.find(.leaflet(prescription: 1), typed: "RX-1/L").subject == .leaflet(id))
  }

  @Test("a claim is renewed while its holder works in a form above the queue")
  func lease() throws {
    let terminal = open()
    verify(terminal)
    terminal.screen.press("d")
    for _ in 0..<4 {
      hospital.clock.advance(by: .minutes(2))
      terminal.screen.passTime(to: hospital.clock.now.milliseconds)
    }
    #expect(try claim.holder == hospital.account(.pharmacist) && claim.until > hospital.clock.now + .minutes(3))
  }

  @Test("keys typed into such a form renew the claim no more than once a minute")
  func leaseOnce() throws {
    let terminal = open()
    verify(terminal)
    terminal.screen.press("d")
    let until = try claim.until
    for _ in 0..<3 {
      hospital.clock.advance(by: .seconds(2))
      terminal.screen.type("1")
      hospital.clock.advance(by: .seconds(2))
      terminal.screen.passTime(to: hospital.clock.now.milliseconds)
    }
    #expect(try claim.until == until)
    hospital.clock.advance(by: .minutes(1))
    terminal.screen.passTime(to: hospital.clock.now.milliseconds)
    #expect(try claim.until > until)
  }

  var claim: PrescriptionClaim {
    get throws {
      try #require(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first?.work.claim)
    }
  }

  @Test("boxes and forms say how many, and that it is the quantity")
  func quantity() {
    let terminal = open()
    terminal.screen.press("v")
    #expect(terminal.frame.shows("ibuprofen 400 mg tablet, 1 tablet, twice a day, quantity 56"), "\(terminal.frame)")
    terminal.screen.press(.control("s"))
    terminal.screen.press("d")
    #expect(terminal.frame.shows("ibuprofen 400 mg tablet, 1 tablet, twice a day, quantity 56"), "\(terminal.frame)")
  }

  @Test("u after what cannot be undone says how it is taken back, and undoes nothing else")
  func otherWay() throws {
    let terminal = open()
    verify(terminal)
    terminal.screen.press("d")
    terminal.screen.press(.control("s"), "u")
    #expect(terminal.frame.line(21).contains("b puts Rx 1 back on the shelf"), "\(terminal.frame)")
    #expect(terminal.line(of: "OYELARAN").hasSuffix("ready"))
    terminal.screen.press("o")
    terminal.screen.type("Nurse Okafor, 4A")
    terminal.screen.press(.control("s"), "u")
    #expect(terminal.frame.line(21).contains("A hand-over is not undone: b puts back what comes back"))
    #expect(terminal.line(of: "OYELARAN").hasSuffix("handed over"))
    // Nor does a second u go past it to the verifying, and what is done after it can be undone as ever.
    terminal.screen.press("u")
    #expect(terminal.frame.line(21).contains("A hand-over is not undone: b puts back what comes back"))
    #expect(try stage() == .handedOver)
    #expect(try hospital.level(of: lot) == 44)
  }

  private func stage() throws -> PharmacyStage? {
    let id = try #require(try hospital.read { try $0.pharmacy.prescription(numbered: 1) })
    return try hospital.read { try $0.pharmacy.queue([id]).first?.work.stage }
  }

  @Test("the room's detail says what can be collected, and a nurse sees it without a key")
  func toCollect() throws {
    let board = PaperTerminal(.nurse, at: hospital, tab: "2", columns: 120, rows: 40)
    #expect(!board.frame.shows("READY TO COLLECT"))
    let counter = open()
    verify(counter)
    counter.screen.press("d")
    counter.screen.press(.control("s"))
    let id = try #require(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first?.id)
    board.bring(PharmacyNews(touched: [id]))
    #expect(board.frame.shows("READY TO COLLECT") && board.frame.shows("Rx 1, Quay Pharmacy"), "\(board.frame)")
  }
}
