import HospitalDomain
import Testing

/// B11: a clinical entry is amended or struck out by its author for 24 hours, and then fixed for ever.
struct AmendmentWindowTests {
  private static let written = Timestamp(milliseconds: 1_795_269_720_000)
  private let author: AccountID = Identifier("author")
  private let entry = ClinicalEntry.consultation(Identifier("c"))

  private func standing(isStruckOut: Bool = false) -> EntryStanding {
    let who = Recorded(by: "Lindqvist, Maja", at: Self.written)
    return EntryStanding(
      author: author, written: who, version: isStruckOut ? 2 : 1, changed: who, reason: "", isStruckOut: isStruckOut,
      addenda: [])
  }

  private func refusal(_ standing: EntryStanding, by account: String, after time: Duration) -> Refusal? {
    AmendmentWindow.refusal(
      of: entry, standing, by: Identifier(account), at: Self.written + time, clock: .utc)
  }

  @Test(
    "both sides of the boundary",
    arguments: [
      (Duration.zero, nil), (.hours(24) - .milliseconds(1), nil), (.hours(24), "entry.fixed"),
      (.days(4_000), "entry.fixed"), (.hours(-1), nil),
    ] as [(Duration, String?)])
  func boundary(_ time: Duration, _ code: String?) {
    #expect(refusal(standing(), by: "author", after: time)?.code == code)
  }

  @Test("nobody else changes it, and is told who can and until when")
  func another() {
    let refusal = refusal(standing(), by: "colleague", after: .hours(1))
    #expect(
      refusal?.sentence
        == "Only Lindqvist, Maja, who wrote this consultation, can change it, until 2026/11/22 14:02; add an addendum instead."
    )
  }

  @Test("what is fixed says since when and what to do instead, to its author too")
  func fixed() {
    #expect(
      refusal(standing(), by: "author", after: .hours(30))?.sentence
        == "This consultation is fixed since 2026/11/22 14:02, 24 hours after it was written; add an addendum instead.")
  }

  @Test("what was struck out stays as it is, and takes no addendum")
  func struckOut() {
    #expect(refusal(standing(isStruckOut: true), by: "author", after: .hours(1))?.code == "entry.struckOut")
    let addendum = AmendmentWindow.addendumRefusal(of: entry, standing(isStruckOut: true), clock: .utc)
    #expect(addendum?.code == "entry.struckOut")
    #expect(AmendmentWindow.addendumRefusal(of: entry, standing(), clock: .utc) == nil)
  }

  @Test("who may, and until when, stands there before anyone tries")
  func words() {
    func words(_ account: AccountID, _ time: Duration) -> String {
      AmendmentWindow.words(standing(), for: account, at: Self.written + time, clock: .utc)
    }
    #expect(
      words(author, .hours(1))
        == "You can amend it or strike it out until 2026/11/22 14:02; an addendum can always follow.")
    #expect(words(Identifier("colleague"), .hours(1)).hasPrefix("Only Lindqvist, Maja can amend it"))
    #expect(words(author, .hours(24)) == "Fixed since 2026/11/22 14:02; an addendum can follow.")
  }

  @Test("a consultation says what is missing, field by field, and keeps what was typed")
  func entries() {
    #expect(throws: InvalidEntry.self) { try ConsultationEntry(complaint: "  ", plan: "").check() }
    do {
      _ = try ConsultationEntry(complaint: " ", findings: "\u{202E}x", plan: "").check()
    } catch {
      #expect(error.problems.map(\.field) == ["complaint", "findings", "plan"])
    }
    let kept = try? ConsultationEntry(complaint: " Cough \n\n", diagnosis: "", plan: "Rest").check()
    #expect(kept?.complaint == "Cough" && kept?.diagnosis == "")
  }
}
