import HospitalDomain
import HospitalScreens
import PaperKit
import TerminalKit

/// What is done with the prescription that has the focus.
extension PharmacyPane {
  static let acts: [Command<PharmacyPane>] = [
    act("verify", ["v"], "Verify the prescription…", "Verify…", .verify) { $0.askToVerify($1) },
    act("hold", ["h"], "Put it on hold, or let it go on…", "Hold…", .hold) { $0.askToHold($1) },
    act("decline", ["x", .function(9), "D"], "Send it back to the prescriber…", "Decline…", .decline) {
      $0.askToDecline($1)
    },
    act("dispense", ["d"], "Dispense it, whole or in part…", "Dispense…", .dispense) { $0.askToDispense($1) },
    act("handOver", ["o"], "Hand over what is prepared…", "Hand over…", .handOver) { $0.askToHandOver($1) },
    act("label", ["l"], "Show label and leaflet", "Label", .label) { $0.showLabel($1) },
    act("print", ["p"], "Print label or leaflet…", "Print…", .printLabel) { pane, queued in
      let form = pane.screen.printForm(of: queued)
      pane.openPrinting(at: pane.desk) { form }
    },
    act("putBack", ["b"], "Put what was dispensed back on the shelf…", "Put back…", .putBack) { $0.askToPutBack($1) },
    act("claim", ["c"], "Take it in hand, or let it go", "In hand", .claim) { pane, queued in
      pane.attempt(queued.id) { try $0.claim(queued) }
    },
  ]

  /// What the prescriber does: for them it stands first.
  static let answers: [Command<PharmacyPane>] = [
    act("answer", ["w"], "Answer the pharmacy: back into the queue…", "Answer…", .answer) { $0.askToAnswer($1) },
    act("change", ["e"], "Change the prescription, as a new version…", "Change…", .change) { $0.change($1) },
  ]

  static func act(
    _ id: String, _ keys: [Key], _ title: String, _ hint: String, _ act: PharmacyScreen.Act,
    _ run: @escaping @Sendable (inout PharmacyPane, QueuedPrescription) -> Void
  ) -> Command<PharmacyPane> {
    Command(
      CommandID("pharmacy.\(id)"), keys: keys, title: title, hint: hint,
      disabled: { pane in pane.refusal(or: pane.selectedRow.flatMap { pane.screen.refusal(of: act, $0) }) },
      isDimmed: { !$0.screen.may(act) }
    ) { pane in
      if let queued = pane.selectedRow { run(&pane, queued) }
    }
  }

  /// Does something with a prescription, says what was done, and shows how it stands now.
  mutating func attempt(_ id: String, _ act: (PharmacyScreen) throws -> RecordChange) {
    do { try change(id, act) } catch { giveUp(error) }
  }

  /// Says why a question cannot be asked, or its act not be done; it is answered no more.
  private mutating func giveUp(_ error: any Error) {
    questionLeft()
    asks.sayProblem(error, subject: "prescription")
  }

  private mutating func change(_ id: String, _ act: (PharmacyScreen) throws -> RecordChange) throws {
    defer { refresh(id) }
    let done = try act(screen)
    asks.mend("prescription")
    take(done, of: id)
  }

  /// Says what was done; `u` takes it back, or says how it is taken back.
  private mutating func take(_ done: RecordChange, of id: String) {
    takenToAsk = nil
    asks.ok(done.sentence)
    if done.canBeUndone {
      reversible(done.sentence, undo: { $0.undo(done, of: id) })
    } else if let way = done.otherWay {
      asks.barUndo(saying: way)
    }
  }

  private mutating func undo(_ done: RecordChange, of id: String) {
    defer { refresh(id) }
    do {
      if let undone = try screen.undo(done) { asks.ok(undone.sentence) }
    } catch {
      asks.sayProblem(error, subject: "prescription")
    }
  }

  /// Takes a prescription in hand before a question about it; false when somebody else has it.
  private mutating func takeInHand(_ queued: QueuedPrescription) -> Bool {
    defer { refresh(queued.id) }
    do {
      let wasMine = screen.isMine(queued)
      try screen.takeInHand(queued)
      if !wasMine { takenToAsk = queued.id }
      asks.mend("prescription")
      return true
    } catch {
      asks.sayProblem(error, subject: "prescription")
      return false
    }
  }

  private func lines(_ queued: QueuedPrescription) -> [String] {
    [screen.patientLine(queued)] + queued.prescription.items.map(\.inOneLine)
  }

  private mutating func askToVerify(_ queued: QueuedPrescription) {
    guard takeInHand(queued) else { return }
    let preparation: Preparation
    do { preparation = try screen.preparation(of: queued.id) } catch { return giveUp(error) }
    if let form = screen.verifyForm(queued, preparation) { return open(form, about: queued.id) }
    // What goes on no more is not checked; to verify it says why not.
    guard preparation.checks.report != nil else { return attempt(queued.id) { try $0.verify(queued) } }
    confirm(
      ConfirmQuestion(
        title: "Verify Rx \(queued.prescription.number)?", lines: screen.verifyLines(queued, preparation),
        keep: "Not yet", act: "Verify")
    ) { pane in pane.attempt(queued.id) { try $0.verify(queued) } }
  }

  private mutating func open(_ form: ActForm, about id: String) {
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { pane, done in
      pane.refresh(id)
      pane.take(done, of: id)
    }
  }

  private mutating func askToDispense(_ queued: QueuedPrescription) {
    guard takeInHand(queued) else { return }
    do {
      open(screen.dispenseForm(queued, try screen.preparation(of: queued.id)), about: queued.id)
    } catch {
      giveUp(error)
    }
  }

  private mutating func askToHandOver(_ queued: QueuedPrescription) {
    guard takeInHand(queued) else { return }
    let number = queued.prescription.number
    let handed: [String]
    do { handed = screen.handOverLines(queued, try screen.preparation(of: queued.id)) } catch { return giveUp(error) }
    var question = ReasonQuestion(
      title: "Hand over Rx \(number)?",
      lines: [screen.patientLine(queued)] + handed + ["Write who collects it: the patient, or a name and ward."],
      keep: "Not yet", act: "Hand over", shortest: 2)
    question.noun = "name"
    askReason(
      question, about: "prescription", keeping: note(.handOver, queued.id, "Who collects Rx \(number)")
    ) { pane, words in try pane.change(queued.id) { try $0.handOver(queued.id, to: words) } }
  }

  private mutating func askToPutBack(_ queued: QueuedPrescription) {
    if queued.isQueued, !takeInHand(queued) { return }
    do {
      let preparation = try screen.preparation(of: queued.id)
      guard !preparation.dispensed.isEmpty else { throw Refusal.nothingToPutBack(queued.prescription.number) }
      open(screen.putBackForm(queued, preparation), about: queued.id)
    } catch {
      giveUp(error)
    }
  }

  private mutating func showLabel(_ queued: QueuedPrescription) {
    do {
      let lines = try screen.papers(of: queued).flatMap { PaperText(columns: 72).lines(of: $0) + ["", ""] }
      show(
        TextPage(
          title: "Label and leaflet, Rx \(queued.prescription.number); Esc, then p prints",
          lines: lines.map { StyledText($0) }))
    } catch {
      asks.sayProblem(error, subject: "prescription")
    }
  }

  private mutating func askToHold(_ queued: QueuedPrescription) {
    guard takeInHand(queued) else { return }
    guard !queued.isOnHold else { return askToRelease(queued) }
    askReason(
      ReasonQuestion(
        title: "Put Rx \(queued.prescription.number) on hold?", lines: lines(queued), keep: "Go on with it",
        act: "Put on hold"), about: "prescription",
      keeping: note(.holdPrescription, queued.id, "Why Rx \(queued.prescription.number) is on hold")
    ) { pane, reason in try pane.change(queued.id) { try $0.hold(queued.id, because: reason) } }
  }

  private mutating func askToRelease(_ queued: QueuedPrescription) {
    let (why, note) = (queued.work.holdReason, queued.prescription.note)
    let held =
      why.isEmpty ? note.isEmpty ? "On hold; nobody wrote why." : "On hold; the note: \(note)" : "On hold: \(why)"
    confirm(
      ConfirmQuestion(
        title: "Let Rx \(queued.prescription.number) go on?",
        lines: lines(queued) + ["", held],
        keep: "Leave on hold", act: "Let it go on")
    ) { pane in pane.attempt(queued.id) { try $0.release(queued.id) } }
  }

  private mutating func askToDecline(_ queued: QueuedPrescription) {
    guard takeInHand(queued) else { return }
    let reasons = DeclineReason.allCases
    pick(
      PickQuestion(title: "Decline because of", choices: reasons.map { PickQuestion.Choice($0.title) })
    ) { pane, number in pane.askToDecline(queued, for: reasons[number]) }
  }

  private mutating func askToDecline(_ queued: QueuedPrescription, for reason: DeclineReason) {
    let number = queued.prescription.number
    askReason(
      ReasonQuestion(
        title: "Decline Rx \(number): \(reason.title)?",
        lines: lines(queued) + ["It goes back to \(queued.prescription.doctor.listed) with what you write."],
        keep: "Keep it", act: "Decline"), about: "prescription",
      keeping: note(.declinePrescription, "\(queued.id)/\(reason.rawValue)", "Why Rx \(number) is declined")
    ) { pane, words in try pane.change(queued.id) { try $0.decline(queued.id, for: reason, because: words) } }
  }

  private mutating func askToAnswer(_ queued: QueuedPrescription) {
    let number = queued.prescription.number
    var lines = lines(queued)
    lines.append("Declined: \(queued.work.decline?.title ?? ""), \(queued.work.words)")
    if screen.may(.change) { lines.append("To change it instead: Esc, then e (Change…).") }
    var question = ReasonQuestion(
      title: "Send Rx \(number) to the pharmacy again?", lines: lines, keep: "Leave it", act: "Send again", shortest: 2)
    question.noun = "answer"
    askReason(
      question, about: "prescription", keeping: note(.answerPharmacy, queued.id, "The answer about Rx \(number)")
    ) { pane, words in try pane.change(queued.id) { try $0.answer(queued.id, words) } }
  }

  /// Opens the form of a changed version, which takes its place in the queue.
  private mutating func change(_ queued: QueuedPrescription) {
    do {
      let record = try PatientRecordScreen(queued.patient.id, desk: desk)
      let rx = try PrescriptionScreen(queued.id, of: record, at: desk)
      push(PrescribePane(try rx.changing(), desk: desk), for: RecordChange.self) { pane, done in
        pane.refresh()
        if let made = done.made { try? pane.go(to: made) }
        pane.asks.ok(done.sentence)
      }
    } catch {
      asks.sayProblem(error, subject: "prescription")
    }
  }

  private func note(_ name: FormName, _ subject: String, _ title: String) -> NoteDraft {
    NoteDraft(name, subject: subject, title: title, at: desk)
  }

  /// Puts the cursor on a prescription, wherever it stands, and shows it.
  mutating func go(to id: String) throws {
    refresh(id)
    change { $0.screen.refresh(keeping: id) }
    guard let place = rows.place(of: id) else { throw Refusal.noSuchPrescription }
    list.select(place)
  }

  /// Goes on with a question that was left unanswered.
  mutating func goOn(with draft: Draft, about id: String) throws {
    try go(to: id)
    guard let queued = selectedRow else { throw Refusal.draftIsHomeless }
    let act: PharmacyScreen.Act =
      switch draft.name {
      case .holdPrescription: .hold
      case .declinePrescription: .decline
      case .verifyNevertheless: .verify
      case .dispense: .dispense
      case .handOver: .handOver
      case .putBack: .putBack
      default: .answer
      }
    try DraftDoor.allow(screen.refusal(of: act, queued))
    // The key that holds lets go on too, which a reason to hold must never become.
    if act == .hold, queued.isOnHold {
      throw Refusal.draftIsLate("Rx \(queued.prescription.number) is on hold already; h lets it go on.")
    }
    switch draft.name {
    case .holdPrescription: askToHold(queued)
    case .declinePrescription:
      guard let reason = draft.subjectParts.last.flatMap(DeclineReason.init) else { throw Refusal.draftIsHomeless }
      if takeInHand(queued) { askToDecline(queued, for: reason) }
    case .verifyNevertheless: askToVerify(queued)
    case .dispense: askToDispense(queued)
    case .handOver: askToHandOver(queued)
    case .putBack: askToPutBack(queued)
    default: askToAnswer(queued)
    }
  }
}
