import HospitalDomain
import Testing

@testable import HospitalScreens

@Suite("Where a second person signs")
struct SignatureFieldsTests {
  private let moment = FormMoment(now: Timestamp(milliseconds: 1_795_269_720_000))

  private func form(_ rows: [[FormField]]) -> Form {
    Form.single("act", "Act", heading: "ACT", rows: rows, moment: moment)
  }

  @Test("what was typed is read as it is; of a form without the fields nothing is")
  func reads() throws {
    var form = form(SignatureFields.rows(required: true))
    for (id, text) in [("username", "nurse"), ("password", "a b"), ("code", "123 456")] {
      form.focus(on: FormField.ID(id))
      form.paste(text)
    }
    let signature = try #require(form.secondSignature)
    #expect(signature.username == "nurse" && signature.password == "a b" && signature.code == "123 456")
    #expect(self.form([[.text("reason", "Reason")]]).secondSignature == nil)
  }

  @Test("a draft keeps neither the password nor the code")
  func kept() {
    var form = form(SignatureFields.rows(required: false))
    for id in ["username", "password", "code"] {
      form.focus(on: FormField.ID(id))
      form.paste("0-ABCD")
    }
    #expect(form.draft.entries.map(\.field) == ["username"])
  }
}
