import HospitalDomain
import HospitalServices

/// The fields of a prescription.
struct PrescribeFields {
  let medications: FieldLookup
  let desk: PrescribingDesk
  let changed: PrescriptionDetail?
  let clock: LocalTime

  /// The rows of one medication. The first has to be there.
  func item(_ number: Int) -> [[FormField]] {
    let isNeeded = number == 1
    return [
      [
        .lookup(
          "medication\(number)", "Medication", medications, required: isNeeded, width: 46, hint: "name, F4 lists",
          help: "The beginning of the name, or of what acts in it; a strength may follow. F4 lists what it may mean.")
      ],
      [
        .text(
          "dose\(number)", "Dose", required: isNeeded, width: 22, limit: 40, hint: "1 tablet, 500 mg, 2 puffs",
          help: "How much at a time, with its unit: 1 tablet, 500 mg, 2 puffs, 10 ml, 6 units.", reader: Self.dose())
      ],
      [
        .lookup(
          "frequency\(number)", "How often", Self.frequencies, required: isNeeded, width: 22,
          hint: "tds, every 8 h, as needed max 4",
          help: "3 a day, every 8 hours, every other day, in the morning, bedtime, once a week, as needed max 4.",
          reader: Self.frequency)
      ],
      [
        .text(
          "days\(number)", "Days", required: isNeeded, width: 3, limit: 4, help: "For how many days, 1 to 366.",
          reader: .number(PrescribingRule.days)),
        .text(
          "quantity\(number)", "Quantity", required: isNeeded, width: 4, limit: 9,
          help: "How many are handed over. It is worked out from the dose and may be changed.",
          reader: .number(PrescribingRule.quantities)),
        .text(
          "refills\(number)", "Refills", width: 2, limit: 3, text: "0", reader: .number(PrescribingRule.refills)
        ).proposed(),
        .lookup(
          "route\(number)", "Route", Self.routes, width: 16, hint: "",
          help: "How it is given, as its form has it; F4 lists the others."),
      ],
    ]
  }

  /// Where it goes, how soon, and what has to be known.
  var head: [[FormField]] {
    let former = changed.flatMap { changed in desk.pharmacies.first { $0.id == changed.pharmacy } }
    let pharmacies = desk.pharmacies.map { FieldChoice($0.name, value: $0.id.text) }
    let proposed = (former ?? desk.named).flatMap { line in pharmacies.first { $0.value == line.id.text } }
    let lookup = FieldLookup(noun: "pharmacy", choices: pharmacies).saying { [closed = desk.closed, clock] typed in
      closed.first { FieldChoice($0.name).matches(typed) }.map {
        "\($0.name) closed on \(clock.date(of: $0.closedAt)); F4 lists the others"
      }
    }
    let gone = former == nil && proposed == nil ? desk.namedClosed.map { "\($0.name) has closed" } : nil
    let priorities = PrescriptionPriority.allCases.reversed().map { FieldChoice($0.rawValue) }
    let priority = changed?.prescription.priority ?? PrescriptionPriority.routine.rawValue
    var rows: [[FormField]] = [
      [
        .lookup(
          "pharmacy", "Pharmacy", lookup, required: true, width: 24, hint: gone ?? "F4",
          help: "The pharmacy that the patient named is proposed.", chosen: proposed),
        .coded("priority", "Priority", priorities, value: priority, width: 8),
      ],
      [
        .text(
          "note", "Note", width: 42, limit: SafeText.lineLimit, hint: "for the pharmacist",
          text: changed?.prescription.note ?? "", reader: .line())
      ],
      [
        .text(
          "reason", "Reason", width: 42, limit: SafeText.lineLimit, hint: "if major or worse",
          help: "Why it is given although something major, or worse, speaks against it. It is kept with your name.",
          reader: .line())
      ],
    ]
    let facts = patientFacts
    if !facts.isEmpty { rows.insert(facts, at: 1) }
    return rows
  }

  private var patientFacts: [FormField] {
    var fields: [FormField] = []
    if desk.asksWeight {
      fields.append(
        .text(
          "weight", "Weight", width: 8, limit: 10, hint: "kg",
          help: "In kilograms: doses for children go by weight.",
          text: desk.statement.weight.map { Self.kilograms($0) } ?? "", reader: Self.weight))
    }
    if desk.asksPregnancy {
      let choices = [FieldChoice("yes"), FieldChoice("no"), FieldChoice("not known", value: "unknown")]
      let known = desk.statement.isPregnant.map { $0 ? "yes" : "no" } ?? "unknown"
      fields.append(.coded("pregnant", "Pregnant", choices, required: false, value: known, width: 10))
    }
    return fields
  }

  /// Reads a dose; of a number alone it says what that may mean of a medication, once it is known which.
  static func dose(of medication: ListedMedication? = nil) -> FieldReader {
    .entry {
      text, _ in
      try DoseAmount(entry: text, strength: medication?.strength ?? "", form: medication?.form ?? "")
    } value: {
      $0.description
    } beside: { amount, typed, _ in
      typed == amount.description ? nil : "= \(amount)"
    }
  }

  private static let frequency = FieldReader.entry {
    text, _ in
    try DoseFrequency(entry: text)
  } value: {
    $0.description
  } beside: { frequency, typed, _ in
    typed == frequency.description ? nil : "= \(frequency)"
  }

  private static let weight = FieldReader { text, _ in
    guard let grams = grams(text), (200...650_000).contains(grams) else {
      return .wrong("type the weight in kilograms, such as 12.5")
    }
    return .understood(text, beside: "kg")
  }

  /// Kilograms as grams.
  static func grams(_ text: String) -> Int? { (try? DoseAmount(entry: text + " g"))?.thousandths }

  private static func kilograms(_ grams: Int) -> String {
    DoseAmount(thousandths: grams, unit: .gram)?.number ?? ""
  }

  /// By their words, how wards shorten them, and the word of the field: `by mouth`, `po`, `oral`.
  private static let routes = FieldLookup(noun: "route") { typed in
    AdministrationRoute.allCases
      .filter { FieldChoice($0.title, value: $0.short, detail: $0.rawValue).matches(typed) }
      .map { FieldChoice($0.title, value: $0.short) }
  }

  private static let frequencies = FieldLookup(
    noun: "frequency", allowsOtherText: true,
    choices: [
      .timesADay(1), .timesADay(2), .timesADay(3), .timesADay(4), .everyHours(12), .everyHours(8), .everyHours(6),
      .everyHours(4), .everyDays(2), .inTheMorning, .inTheEvening, .atBedtime, .timesAWeek(1), .asNeeded(atMost: 4),
    ].map { (frequency: DoseFrequency) in FieldChoice(frequency.description) })
}

extension Form {
  /// Fills a field in with a choice of its list.
  mutating func choose(_ choice: FieldChoice, for id: FormField.ID) {
    guard let place = place(of: id) else { return }
    fill(id, with: choice.title)
    fields[place].chosen = choice
  }
}
