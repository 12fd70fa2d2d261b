import HospitalDomain
import Testing

@Suite("A weighed dose in tablets or millilitres, as the label says it (M4)")
struct DoseInPiecesTests {
  private func pieces(_ dose: String, _ strength: String, _ form: String, name: String = "medicine") throws -> String? {
    DoseInPieces.text(try DoseAmount(entry: dose), name: name, strength: strength, form: form)
  }

  @Test(
    "what comes out exactly is said, tablets in halves, liquids in tenths of a millilitre",
    arguments: [
      ("5 mg", "5 mg", "tablet", "1 tablet"), ("10 mg", "5 mg", "tablet", "2 tablets"),
      ("2.5 mg", "5 mg", "tablet", "half a tablet"), ("7.5 mg", "5 mg", "tablet", "1 and a half tablets"),
      ("1 g", "500 mg", "Oral Tablet", "2 tablets"), ("50 mcg", "0.1 mg", "tablet", "half a tablet"),
      ("125 mcg", "62.5 mcg", "tablet", "2 tablets"), ("500 mg", "250 mg", "capsule", "2 capsules"),
      ("1 g", "1 g", "vial", "1 vial"), ("2 g", "1 g", "Vials", "2 vials"),
      ("250 mg", "125 mg", "suppositories", "2 suppositories"), ("3 g", "3 g", "sachets", "1 sachet"),
      ("500 mg", "250 mg/5 ml", "oral suspension", "10 ml"),
      ("212 mg", "100 mg/5 ml", "oral suspension", "10.6 ml"), ("40 mg", "40 mg/0.4 ml", "syringe", "0.4 ml"),
    ])
  func exact(dose: String, strength: String, form: String, said: String) throws {
    #expect(try pieces(dose, strength, form) == said)
  }

  @Test(
    "nothing is said of what is counted already, of what no strength tells, and of what does not come out",
    arguments: [
      ("1 tablet", "5 mg", "tablet"), ("10 ml", "50 mg/5 ml", "oral solution"), ("2 puffs", "100 mcg", "inhaler"),
      ("10 units", "100 units/ml", "vial"), ("5 mg", "", "tablet"), ("5 mg", "5 mg", ""), ("5 mg", "5 mg", "cream"),
      ("500 mg", "400 mg", "tablet"), ("5 mg", "20 mg", "tablet"), ("125 mg", "250 mg", "capsule"),
      ("500 mg", "1 g", "vial"), ("100 mg", "30 mg/ml", "oral solution"), ("5 mg", "5 mg/320 mg", "tablet"),
      ("62 mcg", "62.5 mcg", "tablet"), ("1000.4 mcg", "1 mg", "tablet"),
    ])
  func silent(dose: String, strength: String, form: String) throws {
    #expect(try pieces(dose, strength, form) == nil)
  }

  @Test("what must not be broken is never halved; whole pieces of it are said")
  func unbroken() throws {
    for (name, form) in [
      ("oxycodone", "extended release tablet"), ("metFORMIN ER", "tablet"), ("aspirin EC", "tablet"),
    ] {
      #expect(try pieces("5 mg", "10 mg", form, name: name) == nil)
      #expect(try pieces("20 mg", "10 mg", form, name: name) == "2 tablets")
    }
  }

  @Test("the quantity of tablets of 62.5 micrograms is worked out exactly")
  func quantity() throws {
    let dosage = Dosage(
      amount: try DoseAmount(entry: "125 mcg"), route: .oral, frequency: .timesADay(1), days: 10)
    #expect(dosage.quantity(strength: Strength("62.5 mcg")) == 20)
  }
}
