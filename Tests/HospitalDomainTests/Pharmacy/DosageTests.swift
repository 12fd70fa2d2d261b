import HospitalDomain
import Testing

@Suite("Doses, how often, and quantities worked out (M2)")
struct DosageTests {
  @Test(
    "a dose is a number and a unit",
    arguments: [
      ("1 tablet", "1 tablet"), ("0.5 tab", "0.5 tablet"), ("½ tablet", "0.5 tablet"), ("500mg", "500 mg"),
      ("2 puffs", "2 puffs"), ("2,5 ml", "2.5 ml"), ("10 IU", "10 units"), ("1.250 g", "1.25 g"), ("50 ug", "50 mcg"),
    ])
  func dose(typed: String, read: String) throws {
    #expect(try DoseAmount(entry: typed).description == read)
  }

  @Test(
    "a dose without a unit, of nothing, or that nobody takes is refused with a sentence",
    arguments: [
      ("12", "12 has no unit"), ("", "how much at a time"), ("0 mg", "more than nothing"),
      ("5 spoons", "no unit spoons"),
      ("9999999 mg", "how much at a time"), ("1.2.3 mg", "how much at a time"), ("tablet", "how much at a time"),
      ("200000 mg", "more than anybody takes"), ("1,000 mg", "type 1000, or 1.000"),
      ("2,500 units", "type 2500, or 2.500"),
    ])
  func wrongDose(typed: String, says: String) {
    let problem = #expect(throws: Misentry.self) { try DoseAmount(entry: typed) }
    #expect(problem?.sentence.contains(says) == true, "\(problem?.sentence ?? "")")
  }

  @Test(
    "how often is read as people write it",
    arguments: [
      ("3", DoseFrequency.timesADay(3)), ("three times a day", .timesADay(3)), ("tds", .timesADay(3)),
      ("twice a day", .timesADay(2)), ("every 8 hours", .everyHours(8)), ("q6h", .everyHours(6)),
      ("8h", .everyHours(8)),
      ("bedtime", .atBedtime), ("once a week", .timesAWeek(1)), ("2 a week", .timesAWeek(2)),
      ("as needed max 4", .asNeeded(atMost: 4)), ("prn 3", .asNeeded(atMost: 3)), ("daily", .timesADay(1)),
      ("as needed, at most 4 a day", .asNeeded(atMost: 4)), ("prn3", .asNeeded(atMost: 3)),
      ("3x daily", .timesADay(3)), ("twice daily", .timesADay(2)), ("8 hourly", .everyHours(8)),
      ("every 8 h", .everyHours(8)), ("twice weekly", .timesAWeek(2)), ("3 times weekly", .timesAWeek(3)),
      ("once every week", .timesAWeek(1)), ("2 x a day", .timesADay(2)),
      ("every other day", .everyDays(2)), ("alternate days", .everyDays(2)), ("on alternate days", .everyDays(2)),
      ("EOD", .everyDays(2)), ("every second day", .everyDays(2)), ("every 2 days", .everyDays(2)),
      ("every two days", .everyDays(2)), ("every 3 days", .everyDays(3)), ("every 90 days", .everyDays(90)),
      ("in the morning", .inTheMorning), ("mane", .inTheMorning),
      ("every evening", .inTheEvening),
      ("prn max 20", .asNeeded(atMost: 20)), ("as needed max 24", .asNeeded(atMost: 24)),
    ])
  func frequency(typed: String, read: DoseFrequency) throws {
    #expect(try DoseFrequency(entry: typed) == read)
    #expect(try DoseFrequency(entry: read.description) == read, "its own words are read again")
    #expect(DoseFrequency(code: read.code, count: read.count) == read)
  }

  @Test(
    "what is no frequency, or might be another than it reads like, is refused",
    arguments: [
      "", "as needed", "13", "in the morning and at night", "every 0 hours", "every 73 hours", "often",
      "every other day 1",
      "every 1 days", "every 91 days", "2 days", "every days", "twice every 3 days", "3 times every 2 days",
      "2 every days", "every 2 days as needed", "alternate", "every other week", "as needed max 25",
      "every 2 weeks", "every 2 week", "every 2", "2 a month", "once monthly", "twice a fortnight",
      "every 6 hours as needed", "prn every 4 h", "once a week as needed", "8 h a day", "tds 4", "3 mornings",
      "2 weekly", "3 weekly", "two weekly", "3 times per hour", "twice hourly", "4 times every hour", "7 day", "2 week",
      "2 as needed",
    ])
  func wrongFrequency(typed: String) {
    #expect(throws: Misentry.self) { try DoseFrequency(entry: typed) }
  }

  @Test("the refusal says what can be typed: every other day is named, and how many a day can be needed at most")
  func says() {
    #expect(misentry("often")?.contains("every other day") == true)
    #expect(misentry("prn max 25") == "as needed is at most 24 a day; type as needed max 4")
  }

  private func misentry(_ typed: String) -> String? {
    do throws(Misentry) {
      _ = try DoseFrequency(entry: typed)
      return nil
    } catch {
      return error.sentence
    }
  }

  private func quantity(_ dose: String, _ frequency: DoseFrequency, _ days: Int, _ strength: String?) throws -> Int? {
    Dosage(amount: try DoseAmount(entry: dose), route: .oral, frequency: frequency, days: days)
      .quantity(strength: strength.flatMap { Strength($0) })
  }

  @Test("the quantity is worked out from dose, how often, days and strength; where it can not be, nothing is said")
  func quantities() throws {
    #expect(try quantity("1 tablet", .timesADay(3), 7, "400 mg") == 21)
    #expect(try quantity("0.5 tablet", .timesADay(1), 7, nil) == 4)
    #expect(try quantity("500 mg", .everyHours(8), 5, "250 mg") == 30)
    #expect(try quantity("600 mg", .timesADay(2), 5, "400 mg") == 15)
    #expect(try quantity("10 ml", .timesADay(2), 5, "250 mg/5 ml") == 100)
    #expect(try quantity("500 mg", .timesADay(3), 7, "250 mg/5 ml") == 210)
    #expect(try quantity("1 tablet", .asNeeded(atMost: 4), 5, nil) == 20)
    #expect(try quantity("1 tablet", .timesAWeek(1), 28, nil) == 4)
    #expect(try quantity("1 tablet", .atBedtime, 14, nil) == 14)
    #expect(try quantity("1 tablet", .everyDays(2), 14, nil) == 7)
    #expect(try quantity("1 tablet", .everyDays(2), 15, nil) == 8)
    #expect(try quantity("1 patch", .everyDays(3), 7, nil) == 3)
    #expect(try quantity("2 puffs", .timesADay(2), 28, nil) == nil)
    #expect(try quantity("500 mg", .timesADay(3), 7, nil) == nil)
  }

  @Test("strengths are read by the piece and by the millilitre; others are not guessed")
  func strengths() {
    #expect(Strength("400 mg")?.micrograms == 400_000 && Strength("400 mg")?.isByPiece == true)
    #expect(Strength("250 mg/5 ml")?.micrograms == 50_000 && Strength("250 mg/5 ml")?.isByPiece == false)
    #expect(Strength("1 MG/ML")?.micrograms == 1_000)
    #expect(Strength("325 mg/7.5 mg") == nil && Strength("") == nil && Strength("100 units/ml") == nil)
  }
}
