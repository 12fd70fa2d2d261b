import HospitalDomain

extension Ending {
  /// The end that a fault leads to which a service has put into words already.
  init(of fault: Fault) {
    let status: ExitStatus =
      switch fault.kind {
      case .busy, .moved: .unavailable
      case .readOnly: .notPermitted
      case .diskFull, .disk: .disk
      case .damaged: .badInput
      case .guarded: .refused
      case .keyAbsent: .noInput
      case .sealBroken: .badInput
      case .other: .fault
      }
    // Whatever a command was at, it ends here: what matters is that nothing was changed.
    self.init(status, saying: Fault(fault.kind, reference: fault.reference).sentence)
  }
}
