import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// M5: stock, medications and orders as a terminal shows them.
struct StockPaneTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    try hospital.receive(20, "GOOD", expires: "2028/01/31", shelf: "C4")
    try hospital.receive(5, "SOON", expires: "2026/11/30", at: 1)
  }

  private func terminal(_ role: Role, _ place: String) -> ScriptedTerminal {
    let paper = PaperTerminal(role, at: hospital, tab: "8")
    paper.screen.press(.control("p"))
    paper.screen.type("to \(place)")
    paper.screen.press(.enter)
    return paper.screen
  }

  @Test("The list says what is where and how long it keeps; s shows what needs attention, p one pharmacy")
  func list() {
    let screen = terminal(.nurse, "Stock")
    #expect(screen.frame.shows("ibuprofen 400 mg tablet") && screen.frame.shows("GOOD") && screen.frame.shows("SOON"))
    #expect(screen.frame.shows("expiring") && screen.frame.shows("2028/01/31"))
    screen.press("s")
    #expect(!screen.frame.shows("GOOD") && screen.frame.shows("SOON"))
    screen.press(.escape)
    screen.press("p")
    #expect(screen.frame.shows("Bridge Pharmacy") && !screen.frame.shows("GOOD"))
    screen.press("p")
    #expect(screen.frame.shows("GOOD") && !screen.frame.shows("SOON"))
    screen.press("c")
    #expect(screen.frame.shows("pharmacists"))
  }

  @Test("A pharmacist counts a lot; what differs needs a reason, and nothing typed is lost")
  func count() throws {
    let screen = terminal(.pharmacist, "Stock")
    screen.press("p", "p", "c")
    #expect(screen.frame.shows("lot GOOD, expires 2028/01/31, 20 in stock"))
    screen.type("18")
    screen.press(.control("s"))
    #expect(screen.frame.shows("Write a reason"))
    screen.type("two broken")
    screen.press(.control("s"))
    #expect(screen.frame.shows("Lot GOOD is corrected by -2 to 18."))
    screen.press("u")
    #expect(screen.frame.shows("a count (c) puts the level right"), "\(screen.frame)")
    screen.press("v")
    #expect(screen.frame.shows("counted") && screen.frame.shows("two broken"))
  }

  @Test("A count that is far from the book is asked about before it stands there")
  func doubtful() throws {
    let screen = terminal(.pharmacist, "Stock")
    screen.press("p", "p", "c")
    screen.type("200")
    screen.press(.tab)
    screen.type("found a box")
    screen.press(.control("s"))
    #expect(screen.frame.shows("Counted right?") && screen.frame.shows("200 counted of lot GOOD, 20 in the book"))
    screen.press(.enter)
    #expect(screen.frame.shows("[200") && screen.frame.shows("[found a box"), "\(screen.frame)")
  }

  @Test("Goods that came in have the focus")
  func focusOnGoods() {
    let screen = terminal(.pharmacist, "Stock")
    screen.press("n", .tab, .tab)
    screen.type("ZZ9")
    screen.press(.tab)
    screen.type("2029/10")
    screen.press(.tab)
    screen.type("10")
    screen.press(.control("s"))
    #expect(screen.frame.lines.contains { $0.hasPrefix(">") && $0.contains("ZZ9") }, "\(screen.frame)")
  }

  @Test("An expired pack is refused beside its date, in the form")
  func expiredGoods() {
    let screen = terminal(.pharmacist, "Stock")
    screen.press("n")
    screen.press(.tab, .tab)
    screen.type("OLD")
    screen.press(.tab)
    screen.type("2026/10")
    screen.press(.tab)
    screen.type("10")
    screen.press(.control("s"))
    #expect(screen.frame.shows("Lot OLD expired on 2026/10/31; check the pack, or send it back"))
    #expect(screen.frame.shows("[OLD"))
  }

  @Test("Medications are found in the whole list as they are typed")
  func medications() {
    let screen = terminal(.doctor, "Medications")
    screen.press("/")
    screen.type("tab apix")
    #expect(screen.frame.shows("apixaban") && !screen.frame.shows("ibuprofen"))
    screen.press(.enter, "n")
    #expect(screen.frame.shows("You may not change the medications"))
  }

  @Test("An order is drawn up, sent and received")
  func order() throws {
    _ = try hospital.order()
    let screen = terminal(.pharmacist, "Orders")
    #expect(screen.frame.shows("Harbour Medical") && screen.frame.shows("draft"))
    screen.press("s")
    screen.press(.control("s"))
    #expect(screen.frame.shows("Order 1 is sent to Harbour Medical."))
    screen.press("i")
    screen.type("ibu")
    screen.press(.tab)
    screen.type("L1")
    screen.press(.tab)
    screen.type("2028/08")
    screen.press(.tab)
    screen.type("60")
    screen.press(.control("s"))
    #expect(screen.frame.shows("order 1 is part received."))
  }

  @Test("After an order is drawn up the cursor stands on it, also where a filter would hide it")
  func drawnUp() throws {
    for _ in 0..<3 { _ = try hospital.order() }
    let screen = terminal(.pharmacist, "Orders")
    screen.press(.down, .down)
    screen.press("/")
    screen.type("order 2")
    screen.press(.enter)
    #expect(screen.frame.shows("1 order "), "\(screen.frame)")
    screen.press("n")
    screen.type("harb")
    screen.press(.control("s"))
    #expect(
      screen.frame.shows("Order 4 is empty: nothing in stock has a minimum there or recent use."), "\(screen.frame)")
    #expect(screen.frame.lines.contains { $0.hasPrefix(">") && $0.dropFirst().drop { $0 == " " }.hasPrefix("4 ") })
  }

  @Test("Goods in: the item is that of the line; the lot, its expiry and its shelf are new")
  func newLot() {
    let screen = terminal(.pharmacist, "Stock")
    screen.press("/")
    screen.type("good")
    screen.press(.enter, "n")
    #expect(screen.frame.shows("[ibuprofen 400 mg tablet") && !screen.frame.shows("[C4"))
    #expect(!screen.frame.shows("[GOOD") && screen.frame.shows("Lot      * [____________________]"), "\(screen.frame)")
    #expect(screen.frame.shows("Expires  * [____________]"))
  }

  @Test(
    "Every act of the lists of the stock stands in the help with its key; wide, in the footer too",
    arguments: ["Stock", "Orders", "Suppliers", "Supplies", "Medications", "Pharmacies"])
  func allKeys(place: String) throws {
    _ = try hospital.order()
    let role: Role = place == "Pharmacies" ? .administrator : .pharmacist
    let wide = PaperTerminal(role, at: hospital, tab: "8", columns: 160, rows: 50)
    wide.screen.press(.control("p"))
    wide.screen.type("to \(place)")
    wide.screen.press(.enter)
    let footer = wide.frame.lines.suffix(2).joined()
    #expect(footer.contains("V History"), "\(footer)")
    if place == "Stock" {
      for hint in ["c Count…", "h Shelf…", "l Minimum…", "o Sort"] { #expect(footer.contains(hint), "\(hint)") }
    }
    wide.screen.press("?")
    let table = try #require(KeyTables.screens.first { $0.name == place })
    for entry in table.entries where entry.section != .move {
      #expect(wide.frame.shows(entry.title), "\(entry.title): \(wide.frame)")
    }
  }

  @Test("An administrator opens a pharmacy and closes one; one with stock says what is left there")
  func pharmacies() throws {
    let screen = terminal(.administrator, "Pharmacies")
    #expect(screen.frame.shows("2 pharmacies") && screen.frame.shows("Quay Pharmacy"))
    screen.press("n")
    for text in ["Annexe", "1 Mill Road", "none"] {
      screen.type(text)
      screen.press(.tab)
    }
    screen.press(.control("s"))
    #expect(screen.frame.shows("Annexe is on the list."))
    screen.press(.down, .down, .function(9))
    #expect(screen.frame.shows("Close Quay Pharmacy?"))
    screen.type("moved out")
    screen.press(.control("s"))
    #expect(screen.frame.shows("Quay Pharmacy still has 1 lot"))
  }

  @Test("A count of a controlled drug asks for a second person")
  func controlled() throws {
    try hospital.write { records in
      _ = try records.pharmacy.add(
        Medication(
          code: "892342", name: "morphine", strength: "10 mg", form: "tablet", unitPrice: 110, isControlled: true))
    }
    try hospital.receive(20, "MORPH", of: "892342", expires: "2028/01/31")
    let screen = terminal(.pharmacist, "Stock")
    screen.press("/")
    screen.type("morph")
    screen.press(.enter, "c")
    screen.type("20")
    screen.press(.tab, .tab)
    screen.type("nurse")
    screen.press(.tab)
    screen.type("password of nurse")
    screen.press(.control("s"))
    #expect(screen.frame.shows("Lot MORPH was counted and is right: 20."))
    screen.press("v")
    #expect(screen.frame.shows("Test pharmacist and Test nurse"))
  }

  @Test("The footer of a form says what it does")
  func verbs() {
    let screen = terminal(.pharmacist, "Stock")
    for (key, verb) in [("c", "Count"), ("n", "Receive"), ("i", "Issue"), ("t", "Send on"), ("D", "Write off")] {
      screen.press(.character(Character(key)))
      #expect(screen.frame.lines.suffix(2).joined().contains("^S \(verb)"), "\(screen.frame.lines.suffix(2))")
      screen.press(.escape)
    }
  }

  @Test("Home tells a pharmacist what the stock needs")
  func home() throws {
    hospital.clock.advance(by: .days(20))
    let frame = PaperTerminal(.pharmacist, at: hospital, tab: "1").frame
    #expect(frame.shows("STOCK") && frame.shows("expired"))
    #expect(!PaperTerminal(.nurse, at: hospital, tab: "1").frame.shows("STOCK"))
  }
}
