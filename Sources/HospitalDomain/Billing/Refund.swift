/// Money to be given back from what is kept for a patient: requested by one, approved by another, then paid.
package struct Refund: Hashable, Sendable, Identifiable {
  /// How far it is.
  package enum State: Hashable, Sendable {
    case requested
    case approved
    case declined
    case paid

    /// The word for the screen.
    package var title: String {
      switch self {
      case .requested: "waits for approval"
      case .approved: "approved, to be paid"
      case .declined: "declined"
      case .paid: "paid"
      }
    }
  }

  package let id: Identifier<Refund>
  package let patient: RoomBoardRow.PatientLine
  package let amount: Money
  package let method: PaymentMethod
  package let reason: String
  package let requestedAt: Timestamp
  /// Who asked for it.
  package let requestedBy: AccountID
  package let requestedByName: String
  package let state: State

  /// What the records tell of it.
  package init(
    id: Identifier<Refund>, patient: RoomBoardRow.PatientLine, amount: Money, method: PaymentMethod, reason: String,
    requestedAt: Timestamp, requestedBy: AccountID, requestedByName: String, state: State
  ) {
    self.id = id
    self.patient = patient
    self.amount = amount
    self.method = method
    self.reason = reason
    self.requestedAt = requestedAt
    self.requestedBy = requestedBy
    self.requestedByName = requestedByName
    self.state = state
  }

  /// Whether it may be asked for: some of what is kept for the patient.
  package static func checkRequest(_ amount: Money, kept: Money, for patient: PersonName) throws(Refusal) {
    guard amount > .zero, amount <= kept else {
      throw Refusal(
        code: "refund.range",
        sentence: kept == .zero
          ? "Nothing is kept for \(patient.listed); a credit note on a paid invoice makes it so."
          : "A refund is more than 0.00 and at most \(kept), what is kept for \(patient.listed).", field: "amount")
    }
  }

  /// Whether it may be decided by somebody: by another than who asked, once.
  package func checkDecision(by account: AccountID) throws(Refusal) {
    guard state == .requested else { throw .refundDecided(state) }
    guard account != requestedBy else {
      throw Refusal(
        code: "refund.own", sentence: "You asked for this refund; somebody else approves or declines it.")
    }
  }

  /// Whether it may be paid: approved, once.
  package func checkPayment() throws(Refusal) {
    guard state == .approved else { throw .refundDecided(state) }
  }
}

extension Refusal {
  /// The refund is further than that.
  package static func refundDecided(_ state: Refund.State) -> Refusal {
    Refusal(
      code: "refund.state",
      sentence:
        "This refund \(state == .requested ? "waits" : "is") \(state == .requested ? "for approval" : state.title); nothing was changed."
    )
  }
}
