import Testing

@testable import HospitalScreens

@Suite("Drafts of a form (H4)")
struct DraftContentTests {
  @Test("bring back text, picks, problems and the cursor")
  func bringsBack() throws {
    var form = sampleForm()
    form.typeOut("Du\tarte\\")
    form.focus(on: "doctor")
    form.openList()
    form.takeFromList()
    form.focus(on: "telephone")
    form.typeOut("0871 55")
    let draft = try #require(DraftContent(form.draft.description))
    var again = sampleForm()
    let homeless = again.restore(draft)
    #expect(homeless.isEmpty)
    #expect(again.fields.map(\.text) == form.fields.map(\.text))
    #expect(again.value("doctor") == "d-1")
    #expect(again.focused.id == "telephone")
    #expect(again["telephone"]?.problem == "6 digits typed, 10 needed")
    #expect(again.isModified)
  }

  @Test("never hold a password")
  func leavesSecretsOut() {
    var form = sampleForm()
    form.focus(on: "pin")
    form.typeOut("493817")
    #expect(!form.draft.description.contains("493817"))
    #expect(form.draft.entries.isEmpty)
  }

  @Test("say what has no place any more")
  func saysWhatIsHomeless() {
    var form = sampleForm()
    let draft = DraftContent(
      form: "sample", focus: "gone",
      entries: [.init(field: "gone", text: "old", chosen: nil), .init(field: "family", text: "Duarte", chosen: nil)])
    let homeless = form.restore(draft)
    #expect(homeless.map(\.text) == ["old"])
    #expect(form.text("family") == "Duarte")
  }

  @Test(
    "refuse what is not a draft", arguments: ["", "hms-draft-1", "{}", "hms-draft-1\ta\tb\nonly", "hms-draft-2\ta\tb"])
  func refusesOthers(text: String) {
    #expect(DraftContent(text) == nil)
  }
}
