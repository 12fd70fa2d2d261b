import HospitalDomain
import HospitalRecords

/// What the feed knows of the pharmacy between two looks.
struct PharmacyWatch {
  /// Those that were pressing at the last look; nil before the first.
  private var known: Set<String>?

  /// Looks at what is pressing, for those who work on it; `touched` is what was announced since the last look, nil for
  /// everything. Nil where there is nothing to tell.
  mutating func look(_ touched: Set<String>?, for session: Session, in records: Records) throws -> PharmacyNews? {
    guard session.may(.seePrescriptions), touched != [] else { return nil }
    guard session.may(.workPrescriptions) else { return PharmacyNews(touched: touched) }
    let pressing = try records.pharmacy.pressing()
    let came = known.map { pressing.subtracting($0) } ?? []
    let fresh = came.isEmpty ? [] : try records.pharmacy.pressing(limit: PharmacyService.mostPressing, among: came)
    known = pressing
    return PharmacyNews(touched: touched, pressing: pressing.count, fresh: fresh)
  }
}
