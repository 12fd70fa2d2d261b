import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// A draft about something that can no longer be done says why, and can be thrown away: it stays on Home for ever otherwise.
@Suite("A draft that can not go on says why and can be thrown away (H4)")
struct LateDraftTests {
  /// A form that was left, what happens then, and what is said of it.
  struct Late: Sendable, CustomTestStringConvertible {
    let name: FormName
    let says: String
    let meanwhile: @Sendable (FormWorld, FormCase) throws -> Void
    var testDescription: String { name.text }
  }

  @Test("somebody was faster: it says so and offers to discard it, and then it is gone from Home", arguments: late)
  func isLate(_ late: Late) throws {
    let world = try FormWorld()
    let form = try #require(try world.form(late.name))
    let station = FormStation(late.name, form, in: world.hospital)
    station.terminal.type("Quok")
    #expect(station.terminal.frame.shows("Quok"))
    station.terminal.hangUp()
    world.hospital.clock.advance(by: .minutes(5))
    try late.meanwhile(world, form)

    let other = try Workstation(form.role, in: world.hospital)
    let drafts = try DraftService(world.hospital.session(form.role)).drafts()
    for _ in 0..<(try #require(drafts.firstIndex { $0.name == late.name })) { other.terminal.press(.down) }
    other.terminal.press(.enter)
    #expect(other.frame.shows("The draft can not go on. Discard it?"), "\(other.frame)")
    #expect(other.frame.shows(late.says), "\(other.frame)")
    other.terminal.press(.escape)
    #expect(try DraftService(world.hospital.session(form.role)).drafts().count == drafts.count)
    other.terminal.press(.enter, .control("s"))
    #expect(other.frame.shows("is discarded.") && !other.frame.shows("Discard it?"), "\(other.frame)")
    other.desk.drafts?.finish()
    #expect(try DraftService(world.hospital.session(form.role)).drafts().count == drafts.count - 1)
  }

  @Test(
    "what it was about is not there at all: every form says so and can be discarded", arguments: EveryFormTests.kept)
  func isGone(_ name: FormName) throws {
    let world = try FormWorld()
    let form = try #require(try world.form(name))
    guard !form.subject.isEmpty else { return }
    let parts = form.subject.split(separator: "/")
    let kinds: Set<Substring> = ["admission", "rooms", "invoice", "rate"]
    let subject = parts.enumerated().map { $0 == 0 && kinds.contains($1) ? String($1) : "gone" }.joined(separator: "/")
    let station = FormStation(name, FormCase(role: form.role, subject: subject), in: world.hospital)
    #expect(station.terminal.frame.shows("Discard it?"), "\(name):\n\(station.terminal.frame)")
  }

  @Test("a change of a prescription that somebody else changed meanwhile goes on: both are shown when it is saved")
  func isChanged() throws {
    let world = try FormWorld()
    let edit = try #require(StaleEditTests.edits.first { $0.name == .changedPrescription })
    let form = try #require(try world.form(edit.name))
    let station = FormStation(edit.name, form, in: world.hospital)
    station.fill(edit.field, edit.mine)
    station.terminal.hangUp()
    world.hospital.clock.advance(by: .minutes(5))
    try edit.other(world)
    let again = FormStation(edit.name, form, in: world.hospital)
    #expect(again.terminal.frame.shows(edit.mine) && again.terminal.frame.shows("What you typed at"))
    again.terminal.press(.control("s"))
    #expect(again.terminal.frame.shows("[x] mine") && again.terminal.frame.shows(edit.theirs))
  }

  private static let late: [Late] = [
    Late(name: .changedPrescription, says: "stopped already") { world, _ in try world.stopPrescription() },
    Late(name: .stoppedPrescription, says: "stopped already") { world, _ in try world.stopPrescription() },
    Late(name: .renewedPrescription, says: "stopped already") { world, _ in try world.stopPrescription() },
    Late(name: .bed(.isolate), says: "The patient of that draft has left.") { world, _ in
      let bedside = try world.hospital.bedside(world.hospital.samples.rooms[0])
      _ = try BedService(world.hospital.session(.nurse)).recordExit(from: bedside)
    },
    Late(name: .declinedRefund, says: "approved") { world, _ in
      let till = TillService(world.hospital.session(.administrator))
      guard let refund = try till.refunds().first else { throw Refusal.draftIsHomeless }
      _ = try till.decide(refund, approved: true, because: "")
    },
    Late(name: .shiftClosing, says: "shift") { world, _ in
      _ = try TillService(world.hospital.session(.cashier)).close(counted: .zero, explanation: "")
    },
    Late(name: .cancelledDraft, says: "draft") { world, form in
      _ = try InvoiceService(world.hospital.session(.cashier)).cancelDraft(form.subject, because: "twice")
    },
    Late(name: .holdPrescription, says: "declined") { world, form in
      _ = try PharmacyService(world.hospital.session(.pharmacist)).decline(
        form.subject, for: .allergy, because: "penicillin")
    },
    Late(name: .handOver, says: "nothing more is done") { world, form in
      _ = try PharmacyService(world.hospital.session(.pharmacist)).handOver(form.subject, to: "a porter")
    },
    Late(name: .orderLine, says: "cancelled") { world, form in
      let orders = OrderService(world.hospital.session(.pharmacist))
      guard let order = try orders.list().first(where: { $0.id.text == form.subject }) else {
        throw Refusal.draftIsHomeless
      }
      _ = try orders.cancel(order, because: "too late")
    },
    Late(name: .struckEntry, says: "struck out") { world, form in
      let session = world.hospital.session(.nurse)
      let note = try RegistrationService(session).open(world.hospital.samples.patients[0]).notes?.first
      guard let note else { throw Refusal.draftIsHomeless }
      _ = try CareService(session).strikeOut(
        .nursingNote(note.id), from: note.standing.version, because: "another patient")
    },
  ]
}

extension FormWorld {
  fileprivate func stopPrescription() throws {
    let rx = try hospital.prescriptions(of: hospital.samples.patients[2]).first
    _ = try PrescribingService(hospital.session(.doctor)).stop(rx?.id ?? "", because: "a rash")
  }
}
