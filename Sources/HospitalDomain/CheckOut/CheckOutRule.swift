/// What a check-out may do besides its three steps, which are `DepartureRule`'s.
package enum CheckOutRule {
  /// What has to be allowed for taking all three steps in one act: the steps, issuing the final invoice, and letting its
  /// balance stand.
  package static let atOnce = CheckOutStep.allCases.map(\.permission) + [.issueInvoice, .waiveOpenItem]

  /// Whether an order may be withdrawn: while it stands and the patient has not left on it.
  package static func checkWithdrawal(of patient: PersonName, status: AdmissionStatus, ordered: Bool) throws(Refusal) {
    guard ordered else { throw .nothingOrdered(patient) }
    guard status.isOpen else { throw .leftAlready(patient) }
  }

  /// Whether what was typed may take the place of the order that stands: where that is the one it was typed over.
  ///
  /// - Parameters:
  ///   - seen: the order as it stood when the form was opened; nil where there was none.
  ///   - standing: the order as it stands now.
  package static func checkUnchanged(
    of patient: PersonName, seen: OrderEdition?, standing: OrderEdition?, clock: LocalTime
  ) throws(Refusal) {
    guard seen?.version != standing?.version else { return }
    guard let standing else { throw .orderWithdrawn(patient) }
    throw .orderWritten(patient, standing, clock: clock)
  }

  /// Whether an order that stands may be written anew: until the account is closed, and whether the patient died no longer
  /// once they have left.
  ///
  /// - Parameter standing: what the order says until now; nil where that is not on file.
  package static func checkChange(
    of patient: PersonName, status: AdmissionStatus, from standing: DischargeOrder?, to order: DischargeOrder
  ) throws(Refusal) {
    guard status != .completed else { throw .admissionCannot(.leave, status: status) }
    guard status.isOpen || order.isDeath == (standing?.isDeath ?? order.isDeath) else { throw .leftAlready(patient) }
  }

  /// Where a patient who has left went by an order that is changed since; nil where the stay says so already, or the ward
  /// said otherwise when they left.
  package static func newPlace(
    of admission: Admission, from standing: DischargeOrder?, to order: DischargeOrder
  ) -> Disposition? {
    guard !admission.status.isOpen, admission.disposition != order.disposition,
      admission.disposition == standing?.disposition
    else { return nil }
    return order.disposition
  }

  /// Where a patient goes who leaves now. The ward may say otherwise than the order, but not about a death.
  ///
  /// - Parameter said: what the ward says; nil for what was ordered.
  package static func disposition(
    of patient: PersonName, ordered: Disposition, said: Disposition?
  ) throws(Refusal) -> Disposition {
    guard let said, said != ordered else { return ordered }
    guard said != .died, ordered != .died else {
      throw Refusal(
        code: "discharge.deathByDoctor",
        sentence: "Whether \(patient.listed) died is a doctor's to say; ask for the discharge order to be changed.",
        field: "disposition")
    }
    return said
  }

  /// Whether all three steps may be taken in one act: only for a stay with nothing open but charges, which go on its final
  /// invoice.
  package static func checkAtOnce(_ patient: PersonName, openItems items: [OpenItem]) throws(Refusal) {
    let openItems = items.filter { $0.kind != .charge }
    guard openItems.isEmpty else {
      throw Refusal(
        code: "discharge.notSimple",
        sentence: "\(patient.listed) has \(Listing.and(openItems.map(\.blame))) open; check out step by step.")
    }
  }

  /// Whether a patient may go on leave: from the house, and to come back later than now.
  package static func checkLeave(
    of patient: PersonName, status: AdmissionStatus, backAt: Timestamp, now: Timestamp
  ) throws(Refusal) {
    _ = try status.after(.goOnLeave)
    guard backAt > now else {
      throw Refusal(
        code: "leave.past", sentence: "That is past already; type when \(patient.listed) is expected back.",
        field: "backAt")
    }
  }
}

extension Refusal {
  /// The patient has no discharge order.
  package static func nothingOrdered(_ patient: PersonName) -> Refusal {
    Refusal(
      code: "discharge.noOrder",
      sentence: "No doctor has ordered the discharge of \(patient.listed) yet; ask a doctor for the order.")
  }

  /// Somebody wrote the order, or wrote it anew, while a form of it was open.
  package static func orderWritten(_ patient: PersonName, _ edition: OrderEdition, clock: LocalTime) -> Refusal {
    Refusal(
      code: "discharge.orderWritten",
      sentence:
        "\(edition.by) wrote the discharge order of \(patient.listed) at \(clock.text(edition.at)), after this form was "
        + "opened. Nothing was changed; close the form, read that order, then open it again.")
  }

  /// Somebody withdrew the order while a form of it was open.
  package static func orderWithdrawn(_ patient: PersonName) -> Refusal {
    Refusal(
      code: "discharge.orderWithdrawn",
      sentence:
        "The discharge order of \(patient.listed) was withdrawn after this form was opened. Nothing was changed; "
        + "close the form, ask why, then open it again.")
  }

  /// The order stands because the patient has left on it.
  package static func leftAlready(_ patient: PersonName) -> Refusal {
    Refusal(
      code: "discharge.left",
      sentence: "\(patient.listed) has left already; take the discharge back first, with a reason.")
  }

  /// The item is not open: it was settled, cancelled or waived meanwhile.
  package static let notOpen = Refusal(
    code: "discharge.notOpen", sentence: "This is not open any more; r reads the list again.")

  /// A death that was recorded on leaving can only be taken back by those who may record one.
  package static func deathRecorded(_ patient: PersonName) -> Refusal {
    Refusal(
      code: "discharge.death",
      sentence: "\(patient.listed) is recorded as having died; ask a head doctor to take the discharge back.")
  }

  /// There is no such stay.
  package static let noSuchAdmission = Refusal(
    code: "admission.unknown", sentence: "There is no such stay any more; r reads the list again.")
}
