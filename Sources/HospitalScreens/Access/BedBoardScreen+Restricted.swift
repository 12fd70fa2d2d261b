import HospitalDomain

extension BedBoardScreen {
  /// The first restricted patient among the rooms that an act would be done to, whose record has to be opened with a reason
  /// first (H6); nil for none.
  package var withheldPatient: PatientID? {
    targets(of: .leave).compactMap { $0.patient(at: now) }.first(where: \.isWithheld)?.id
  }
}
