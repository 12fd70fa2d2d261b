import HospitalDomain
import Testing

@Suite("Who judged a prescription when it was written does not judge it again at the pharmacy (M3)")
struct FirstLookTests {
  private let look = FirstLook(prescribers: [AccountID("maja")], signers: [AccountID("elena")])

  private func refusal(_ rule: () throws(Refusal) -> Void) -> Refusal? {
    do throws(Refusal) {
      try rule()
      return nil
    } catch {
      return error
    }
  }

  @Test("nobody verifies what they prescribed; who signed for it then may, as somebody else signs now")
  func verifier() {
    let own = refusal { () throws(Refusal) in try look.checkVerifier(AccountID("maja"), of: 12) }
    #expect(own?.sentence == "You prescribed Rx 12; let another pharmacist verify it.")
    for other in ["elena", "ada"] {
      #expect(refusal { () throws(Refusal) in try look.checkVerifier(AccountID(other), of: 12) } == nil)
    }
  }

  @Test("neither who prescribed it nor who signed for it then is the second to sign; the sentence says who can")
  func second() {
    func said(_ account: String) -> Refusal? {
      refusal { () throws(Refusal) in try look.checkSecond(AccountID(account), name: "Rossi, Elena", of: 12) }
    }
    #expect(said("maja")?.sentence == "Rossi, Elena prescribed Rx 12; let another doctor or a pharmacist sign.")
    #expect(said("elena")?.sentence.contains("signed for Rx 12 when it was prescribed; let another doctor") == true)
    #expect(said("maja")?.field == "username" && said("elena")?.field == "username")
    #expect(said("ada") == nil)
  }
}
