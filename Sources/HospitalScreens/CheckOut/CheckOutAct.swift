import HospitalDomain

/// What can be done on the checklist of a check-out.
package enum CheckOutAct: Hashable, Sendable {
  case order, exit, close, atOnce, beginLeave, endLeave, takeBack

  /// What has to be allowed for it. An order is withdrawn by who may order, an exit by who may record one.
  func permissions(for checkOut: CheckOut) -> [Permission] {
    switch self {
    case .order: [.orderDischarge]
    case .exit: [.recordExit]
    case .close: [.closeAccount]
    case .atOnce: CheckOutRule.atOnce
    case .beginLeave, .endLeave: [.recordLeave]
    case .takeBack: [checkOut.stamp(.exit) == nil ? .orderDischarge : .recordExit]
    }
  }

  /// Why a check-out stands in its way; nil if it does not.
  func refusal(for checkOut: CheckOut) -> Refusal? {
    let (name, status) = (checkOut.patient.name, checkOut.admission.status)
    let ordered = checkOut.stamp(.order) != nil
    do throws(Refusal) {
      switch self {
      case .order:
        if ordered {
          guard status != .completed else { throw .admissionCannot(.leave, status: status) }
        } else {
          try DepartureRule.checkOrder(of: name, status: status, alreadyOrdered: false)
        }
      case .exit: _ = try DepartureRule.checkExit(of: name, status: status, ordered: ordered)
      case .close:
        _ = try DepartureRule.checkClose(of: name, status: status, openItems: checkOut.openItems.map(\.blame))
      case .atOnce:
        _ = try status.after(.leave)
        try CheckOutRule.checkAtOnce(name, openItems: checkOut.openItems)
      case .beginLeave: _ = try status.after(.goOnLeave)
      case .endLeave: _ = try status.after(.returnFromLeave)
      case .takeBack:
        guard ordered else { throw .nothingOrdered(name) }
        if checkOut.stamp(.exit) != nil { _ = try status.after(.reopen) }
      }
      return nil
    } catch {
      return error
    }
  }
}
