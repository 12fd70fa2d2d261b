import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCaseWorld {
  /// Prescriptions at every stage of the pharmacy's work.
  struct Dispensary: Sendable {
    let waiting, held, declined, verified, ready: String
    let lot: StockLotID

    init(in hospital: TestHospital) throws {
      let (patient, service) = (hospital.samples.patients[1], PharmacyService(hospital.session(.pharmacist)))
      func prescribed() throws -> String {
        try hospital.prescribe(for: patient)
        return try hospital.read { records in
          try records.transaction.row("SELECT id FROM prescription ORDER BY number DESC LIMIT 1")?.text("id") ?? ""
        }
      }
      (waiting, held, declined, verified) = try (prescribed(), prescribed(), prescribed(), prescribed())
      ready = try prescribed()
      lot = try hospital.receive(1_000, "A1", expires: "2028/01/31")
      _ = try service.hold(held, because: "dose to be confirmed")
      _ = try service.decline(declined, for: .allergy, because: "penicillin")
      _ = try service.verify(verified, because: "agreed with the ward")
      _ = try service.verify(ready, because: "agreed with the ward")
      _ = try service.dispense(ready, service.preparation(of: ready).items.map { DispenseEntry($0.id, $0.owed) })
    }
  }
}

extension UseCase {
  /// The pharmacy's queue.
  static let pharmacy: [UseCase] = .table {
    UseCase("PharmacyService.queue(_:)", .needs(.seePrescriptions)) { session, _ in
      try PharmacyService(session).queue()
    }
    UseCase("PharmacyService.queue(_:)", .needs(.seePrescriptions)) { session, world in
      try PharmacyService(session).queue([world.dispensary.waiting])
    }
    UseCase("PharmacyService.toCollect()", .needs(.seePrescriptions)) { session, _ in
      try PharmacyService(session).toCollect()
    }
    UseCase("PharmacyService.toPutBack()", .needs(.workPrescriptions)) { session, _ in
      try PharmacyService(session).toPutBack()
    }
    UseCase("PharmacyService.preparation(of:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).preparation(of: world.dispensary.waiting)
    }
    UseCase("PharmacyService.checks(of:)", .needs(.readPatient)) { session, world in
      try PharmacyService(session).checks(of: world.dispensary.waiting)
    }
    UseCase("PharmacyService.dispense(_:_:signedBy:)", .needs(.workPrescriptions)) { session, world in
      let items = try world.hospital.read { records in
        try records.pharmacy.dispenseItems(
          of: records.pharmacy.expectedQueued(world.dispensary.verified), on: TestHospital.today)
      }
      return try PharmacyService(session).dispense(
        world.dispensary.verified, items.map { DispenseEntry($0.id, $0.owed) })
    }
    UseCase("PharmacyService.putBack(_:because:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).putBack(world.dispensary.ready, because: "changed")
    }
    UseCase("PharmacyService.putBack(_:_:because:signedBy:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).putBack(world.dispensary.ready, nil, because: "changed")
    }
    UseCase("PharmacyService.handOver(_:to:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).handOver(world.dispensary.ready, to: "Nurse Okafor")
    }
    UseCase("PharmacyService.counts(at:)", .needs(.seePrescriptions)) { session, _ in
      try PharmacyService(session).counts(at: nil)
    }
    UseCase("PharmacyService.pharmacies()", .needs(.seePrescriptions)) { session, _ in
      try PharmacyService(session).pharmacies()
    }
    UseCase("PharmacyService.allergies(of:)", .needs(.seePrescriptions)) { session, world in
      try PharmacyService(session).allergies(of: world.other)
    }
    UseCase("PharmacyService.pressing()", .needs(.workPrescriptions)) { session, _ in
      try PharmacyService(session).pressing()
    }
    UseCase("PharmacyService.declinedForMe()", .own) { session, _ in
      try PharmacyService(session).declinedForMe()
    }
    UseCase("PharmacyService.claim(_:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).claim(world.dispensary.waiting)
    }
    UseCase("PharmacyService.letGo(_:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).letGo(world.dispensary.waiting)
    }
    UseCase("PharmacyService.renewClaims(of:)", .own) { session, world in
      try PharmacyService(session).renewClaims(of: [world.dispensary.waiting])
    }
    UseCase("PharmacyService.letGoOfAll()", .own) { session, _ in try PharmacyService(session).letGoOfAll() }
    UseCase("PharmacyService.verify(_:because:signedBy:having:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).verify(world.dispensary.waiting, because: "agreed with the ward")
    }
    UseCase("PharmacyService.lookAgain(_:because:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).lookAgain(world.dispensary.verified, because: "another dose")
    }
    UseCase("PharmacyService.hold(_:because:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).hold(world.dispensary.waiting, because: "dose to be confirmed")
    }
    UseCase("PharmacyService.release(_:because:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).release(world.dispensary.held)
    }
    UseCase("PharmacyService.decline(_:for:because:)", .needs(.workPrescriptions)) { session, world in
      try PharmacyService(session).decline(world.dispensary.waiting, for: .allergy, because: "penicillin")
    }
    UseCase("PharmacyService.answer(_:_:)", .needs(.answerPharmacy)) { session, world in
      try PharmacyService(session).answer(world.dispensary.declined, "another one is meant")
    }
  }
}
