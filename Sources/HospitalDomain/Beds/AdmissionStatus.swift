/// Where an admission stands (FHIR encounter). The raw value is the stored code.
package enum AdmissionStatus: String, CaseIterable, Hashable, Sendable, Codable {
  /// Expected; nobody has come yet.
  case planned
  /// The patient is here.
  case inProgress = "in-progress"
  /// The patient is on leave and keeps the room.
  case onHold = "on-hold"
  /// The patient has left the room; papers are open.
  case discharged
  /// Left, and the account is closed.
  case completed
  /// Never came.
  case cancelled
  /// Should never have been recorded.
  case enteredInError = "entered-in-error"

  /// The words for the screen.
  package var title: String {
    switch self {
    case .planned: "planned"
    case .inProgress: "in the house"
    case .onHold: "on leave"
    case .discharged: "left, papers open"
    case .completed: "completed"
    case .cancelled: "cancelled"
    case .enteredInError: "entered in error"
    }
  }

  /// Whether the patient holds a room; a patient has at most one such admission.
  package var isOpen: Bool { self == .inProgress || self == .onHold }
}

/// What can happen to an admission.
package enum AdmissionAct: String, CaseIterable, Hashable, Sendable {
  case begin, goOnLeave, returnFromLeave, leave, complete, cancel, reopen, strikeOut

  /// The act as a phrase after "cannot".
  package var title: String {
    switch self {
    case .begin: "begin"
    case .goOnLeave: "go on leave"
    case .returnFromLeave: "come back from leave"
    case .leave: "leave the room"
    case .complete: "be completed"
    case .cancel: "be cancelled"
    case .reopen: "be opened again"
    case .strikeOut: "be struck out"
    }
  }
}

extension AdmissionStatus {
  /// The status after an act, or the refusal that says what to do instead.
  ///
  /// `reopen` also needs the room to be free (`UndoRule.exit`), and `reopen` and `strikeOut` a written reason.
  package func after(_ act: AdmissionAct) throws(Refusal) -> AdmissionStatus {
    guard let next = way(act) else { throw .admissionCannot(act, status: self) }
    return next
  }

  /// The acts that this status allows, for screens that dim the others.
  package var allowedActs: [AdmissionAct] { AdmissionAct.allCases.filter { way($0) != nil } }

  /// Where an act leads; nothing where it is not allowed.
  private func way(_ act: AdmissionAct) -> AdmissionStatus? {
    switch (self, act) {
    case (.planned, .begin): .inProgress
    case (.planned, .cancel): .cancelled
    case (.inProgress, .goOnLeave): .onHold
    case (.onHold, .returnFromLeave): .inProgress
    case (.inProgress, .leave), (.onHold, .leave): .discharged
    case (.discharged, .complete): .completed
    case (.discharged, .reopen): .inProgress
    case (.enteredInError, .strikeOut): nil
    case (_, .strikeOut): .enteredInError
    default: nil
    }
  }
}
