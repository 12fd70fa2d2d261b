import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Prescribing, and the list of interactions.
  static let prescribing: [UseCase] = .table {
    UseCase("PrescribingService.medications(like:)", .needs(.prescribe)) { session, _ in
      try PrescribingService(session).medications(like: "ibu")
    }
    UseCase("PrescribingService.medication(_:)", .needs(.prescribe)) { session, world in
      try PrescribingService(session).medication(world.hospital.medicationNamed("ibu"))
    }
    UseCase("PrescribingService.desk(for:)", .needs(.prescribe)) { session, world in
      try PrescribingService(session).desk(for: world.other)
    }
    UseCase("PrescribingService.check(_:for:in:saying:besides:)", .needs(.prescribe)) { session, world in
      try PrescribingService(session).check(
        [ItemToCheck(medication: world.hospital.medicationNamed("ibu"))], for: world.other, in: nil,
        saying: PatientStatement())
    }
    UseCase("PrescribingService.prescribe(_:because:signed:having:)", .needs(.prescribe)) { session, world in
      try PrescribingService(session).prescribe(
        world.hospital.order([world.hospital.item("apix")], for: world.own), because: "needed")
    }
    UseCase("PrescribingService.detail(of:)", .needs(.readPatient)) { session, world in
      try PrescribingService(session).detail(of: world.prescription())
    }
    UseCase("PrescribingService.stop(_:because:)", .needs(.prescribe)) { session, world in
      try PrescribingService(session).stop(world.prescription(), because: "rash")
    }
    UseCase("PrescribingService.renew(_:because:)", .needs(.prescribe)) { session, world in
      try PrescribingService(session).renew(world.prescription(), because: "patient asked")
    }
    UseCase("PrescribingService.keepTemplate(_:named:forDepartment:)", .needs(.prescribe)) { session, world in
      try PrescribingService(session).keepTemplate(
        [world.hospital.item("ibu")], named: "Sprain", forDepartment: false)
    }
    UseCase("MedicationKnowledgeService.take(_:from:)", .needs(.importInteractions)) { session, _ in
      try MedicationKnowledgeService(session).take(.sample, from: "interactions")
    }
  }
}

extension UseCaseWorld {
  /// A prescription with refills that is active.
  func prescription() throws -> String {
    let all = try hospital.prescriptions(of: own)
    guard let first = all.first(where: { $0.items.contains { $0.refills > 0 } }) else {
      throw Refusal.noSuchPrescription
    }
    return first.id
  }
}
