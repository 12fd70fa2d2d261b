/// What became of a hold. The raw value is the stored code.
package enum HoldState: String, CaseIterable, Hashable, Sendable, Codable {
  case active, used, expired, cancelled

  /// The state after an act; a hold that is no longer active stays as it is.
  package func after(_ act: HoldAct) throws(Refusal) -> HoldState {
    guard self == .active else {
      throw Refusal(
        code: "hold.ended", sentence: "This hold is \(rawValue) already; hold the room again if it is still needed.")
    }
    switch act {
    case .use: return .used
    case .expire: return .expired
    case .cancel: return .cancelled
    }
  }
}

/// What can be done with a hold.
package enum HoldAct: Hashable, Sendable {
  /// The patient has come and is admitted.
  case use
  /// Its time is up.
  case expire
  /// It is given up.
  case cancel
}
