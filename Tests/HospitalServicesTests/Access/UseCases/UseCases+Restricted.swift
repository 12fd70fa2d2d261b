import HospitalDomain
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Restricted records (H6): the world has one, which a nurse has opened.
  static let restricted: [UseCase] = .table {
    UseCase("RestrictedRecordService.restriction(of:)", .needs(.readPatient)) { session, world in
      try RestrictedRecordService(session).restriction(of: world.hidden)
    }
    UseCase("RestrictedRecordService.isMarked(_:)", .needs(.readPatient)) { session, world in
      try RestrictedRecordService(session).isMarked(world.hidden)
    }
    UseCase("RestrictedRecordService.open(_:because:)", .needs(.breakTheGlass)) { session, world in
      try RestrictedRecordService(session).open(world.hidden, because: "found unwell")
    }
    UseCase("RestrictedRecordService.restrict(_:as:because:)", .needs(.restrictRecords)) { session, world in
      try RestrictedRecordService(session).restrict(world.other, as: .wellKnown, because: "an actor")
    }
    UseCase("RestrictedRecordService.lift(_:because:)", .needs(.restrictRecords)) { session, world in
      try RestrictedRecordService(session).lift(world.hidden, because: "asked for")
    }
    UseCase("RestrictedRecordService.toggle(_:because:)", .needs(.restrictRecords)) { session, world in
      try RestrictedRecordService(session).toggle(world.samples.medical, because: "psychiatry")
    }
    UseCase("RestrictedRecordService.departments()", .needs(.seeStaff)) { session, _ in
      try RestrictedRecordService(session).departments()
    }
    UseCase("RestrictedRecordService.openings()", .needs(.reviewOpenings)) { session, _ in
      try RestrictedRecordService(session).openings()
    }
    UseCase("RestrictedRecordService.review(_:isJustified:remark:)", .needs(.reviewOpenings)) { session, world in
      try RestrictedRecordService(session).review(world.opening, isJustified: true, remark: "in her care")
    }
  }
}
