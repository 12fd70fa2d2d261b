import Testing

@testable import HospitalDomain

/// A date written as `YYYY/MM/DD`.
func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}

/// The moment of a UTC date and time.
func moment(_ date: String, _ hour: Int = 0, _ minute: Int = 0) -> Timestamp {
  LocalTime.utc.moment(of: day(date)) + .minutes(hour * 60 + minute)
}

/// The hospital's day in most tests, a Saturday.
let today = day("2026/11/21")
/// 14:02 UTC of that day.
let now = moment("2026/11/21", 14, 2)

/// The number with that sequence.
func number(_ sequence: Int64) -> HospitalNumber {
  guard let number = HospitalNumber(sequence: sequence) else { preconditionFailure("no sequence \(sequence)") }
  return number
}

let duarte = PersonName(family: "Duarte", given: "Inês")
let oyelaran = PersonName(family: "Oyelaran", given: "Tunde")

/// What a reader says to a text that it cannot read; nothing if it can.
func problem(_ read: () throws(Misentry) -> some Any) -> String? {
  do throws(Misentry) {
    _ = try read()
    return nil
  } catch {
    return error.sentence
  }
}

/// The code of the refusal that an act meets; nothing if it is allowed.
func refusal(_ act: () throws(Refusal) -> some Any) -> Refusal? {
  do throws(Refusal) {
    _ = try act()
    return nil
  } catch {
    return error
  }
}
