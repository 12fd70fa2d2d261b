import HospitalDomain

/// The claims of a Synthea folder with what they are for. Its `claims.csv` names no amounts and no medication: the first
/// claim of an encounter is for the visit with its procedures and immunisations (`TOTAL_CLAIM_COST`), each further one for
/// the next of the encounter's medications (`TOTALCOST`), in the order of the files.
struct SyntheaClaims {
  /// A claim with what it is for.
  struct Found {
    let claim: ImportedClaim
    let standing: ClaimStanding
    /// When it was billed.
    let billedAt: Timestamp
    /// Where the services and the claim differ, and why; nil where they agree.
    let difference: RefusedRow?
  }

  private let clock: LocalTime
  private let claims: [String: [String]]
  private let medications: [String: [SyntheaRow]]
  private let procedures: [String: [SyntheaRow]]
  private let immunizations: [String: [SyntheaRow]]

  init(_ files: SyntheaImport.Files, clock: LocalTime) {
    self.clock = clock
    claims = Dictionary(grouping: files.claims) { $0["APPOINTMENTID"] }.mapValues { $0.map { $0["Id"] } }
    medications = Dictionary(grouping: files.medications) { $0["ENCOUNTER"] }
    procedures = Dictionary(grouping: files.procedures) { $0["ENCOUNTER"] }
    immunizations = Dictionary(grouping: files.immunizations) { $0["ENCOUNTER"] }
  }

  /// Whether every claim of an encounter is known, and each has something that it is for.
  func check(_ encounter: SyntheaRow) throws(Misentry) {
    let count = claims[encounter["Id"]]?.count ?? 0
    let expected = 1 + (medications[encounter["Id"]]?.count ?? 0)
    guard count == expected else {
      throw Misentry(
        "claims.csv has \(Listing.count(count, "claim")) of it, and \(expected) are expected: 1 for the visit and "
          + "\(expected - 1) for medications")
    }
  }

  /// What a claim of an encounter is for.
  func found(_ row: SyntheaRow, of encounter: SyntheaRow) throws -> Found {
    guard row["PATIENTID"] == encounter["PATIENT"] else { throw Misentry("its PATIENTID is not its encounter's") }
    let place = claims[encounter["Id"]]?.firstIndex(of: row["Id"]) ?? 0
    let all = medications[encounter["Id"]] ?? []
    guard place <= all.count else { throw Misentry("there is no medication that it is for") }
    let claim = place == 0 ? try visit(encounter) : try medication(all[place - 1])
    let owed = try Money.total([try row.money("OUTSTANDING1"), try row.money("OUTSTANDING2")])
    let standing = try ClaimStanding(claim, insurerOwes: owed, patientOwes: try row.money("OUTSTANDINGP"))
    guard let billedAt = try row.time("LASTBILLEDDATE1") ?? encounter.time("STOP") else {
      throw Misentry("it has no LASTBILLEDDATE1")
    }
    let source = place == 0 ? ("encounters.csv", encounter.line) : ("medications.csv", all[place - 1].line)
    return Found(
      claim: claim, standing: standing, billedAt: billedAt,
      difference: claim.difference.map { RefusedRow(file: source.0, line: source.1, reason: $0) })
  }

  private func visit(_ row: SyntheaRow) throws -> ImportedClaim {
    let services =
      [try service(row, "encounters.csv", .consultation, on: "START", unit: "BASE_ENCOUNTER_COST")]
      + (try (procedures[row["Id"]] ?? []).map { try service($0, "procedures.csv", .procedure, on: "START") })
      + (try (immunizations[row["Id"]] ?? []).map { try service($0, "immunizations.csv", .medication, on: "DATE") })
    return try ImportedClaim(
      services, claimed: try row.money("TOTAL_CLAIM_COST"), covered: try row.money("PAYER_COVERAGE"),
      on: services[0].servedOn)
  }

  private func medication(_ row: SyntheaRow) throws -> ImportedClaim {
    guard let count = Int(row["DISPENSES"]), (1...1_000_000).contains(count) else {
      throw Misentry("medications.csv:\(row.line): DISPENSES is no number from 1 to 1,000,000")
    }
    let one = try service(row, "medications.csv", .medication, on: "START")
    let all = ImportedClaim.Service(
      code: one.code, item: one.item, category: one.category, servedOn: one.servedOn, quantity: count, unit: one.unit)
    return try ImportedClaim(
      [all], claimed: try row.money("TOTALCOST"), covered: try row.money("PAYER_COVERAGE"), on: one.servedOn)
  }

  private func service(
    _ row: SyntheaRow, _ file: String, _ category: PriceCategory, on heading: String, unit: String = "BASE_COST"
  ) throws(Misentry) -> ImportedClaim.Service {
    do throws(Misentry) {
      guard let time = try row.time(heading) else { throw Misentry("it has no \(heading)") }
      return ImportedClaim.Service(
        code: try SafeText.requiredLine(row["CODE"], limit: 40, hint: "it has no CODE"),
        item: try SafeText.requiredLine(row.term("DESCRIPTION"), limit: 400, hint: "it has no DESCRIPTION"),
        category: category, servedOn: clock.date(of: time), unit: try row.money(unit))
    } catch {
      throw Misentry("\(file):\(row.line): \(error.sentence)")
    }
  }
}

extension SyntheaRow {
  /// An amount in dollars; zero for none. Throws when it is no amount.
  func money(_ heading: String) throws(Misentry) -> Money {
    let text = self[heading]
    if text.isEmpty { return .zero }
    do throws(Misentry) { return try Money(entry: text) } catch {
      throw Misentry("\(heading) is no amount (\(text)): \(error.sentence)")
    }
  }
}
