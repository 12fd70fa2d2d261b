import HospitalDomain
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Check-outs, leaves and waivers.
  static let checkOuts: [UseCase] = .table {
    UseCase("CheckOutService.standings()", .needs(.seeBoard)) { session, _ in
      try CheckOutService(session).standings()
    }
    UseCase("CheckOutService.openPrescriptions()", .needs(.seeBoard)) { session, _ in
      try CheckOutService(session).openPrescriptions()
    }
    UseCase("CheckOutService.open(_:)", .needs(.seeBoard)) { session, world in
      try CheckOutService(session).open(world.seats.stay.admission)
    }
    UseCase("CheckOutService.again(_:)", .needs(.seeBoard)) { session, world in
      try CheckOutService(session).again(world.seats.stay.admission)
    }
    UseCase("CheckOutService.order(_:for:over:because:)", .needs(.orderDischarge)) { session, world in
      try CheckOutService(session).order(.sample, for: world.seats.stay.admission)
    }
    UseCase("CheckOutService.withdrawOrder(of:because:)", .needs(.orderDischarge)) { session, world in
      try CheckOutService(session).withdrawOrder(of: world.seats.ordered.admission, because: "a fever")
    }
    UseCase("CheckOutService.beginLeave(of:until:because:)", .needs(.recordLeave)) { session, world in
      try CheckOutService(session).beginLeave(of: world.seats.stay.admission, until: world.later, because: "a wedding")
    }
    UseCase("CheckOutService.endLeave(of:)", .needs(.recordLeave)) { session, world in
      try CheckOutService(session).endLeave(of: world.seats.onLeave.admission)
    }
    UseCase("CheckOutService.takeDischargeBack(_:because:)", .needs(.recordExit)) { session, world in
      try CheckOutService(session).takeDischargeBack(world.seats.left.admission, because: "came back")
    }
    UseCase("CheckOutService.close(_:)", .needs(.closeAccount)) { session, world in
      try CheckOutService(session).close(world.seats.left.admission)
    }
    UseCase("CheckOutService.waive(_:of:because:)", .needs(.waiveOpenItem)) { session, world in
      let admission = world.seats.stay.admission
      let items = try CheckOutService(world.hospital.session(.cashier)).again(admission).openItems
      guard let item = items.first(where: { $0.kind == .charge }) else { throw Refusal.noSuchPatient }
      return try CheckOutService(session).waive(item, of: admission, because: "the ward pays")
    }
    UseCase(
      "CheckOutService.checkOutAtOnce(_:of:over:because:)", .needsAll(CheckOutRule.atOnce + [.closeAccount])
    ) { session, world in
      try CheckOutService(session).checkOutAtOnce(.sample, of: world.seats.plain.admission)
    }
  }
}
