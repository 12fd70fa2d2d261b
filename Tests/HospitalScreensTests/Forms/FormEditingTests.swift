import HospitalDomain
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("A form while it is filled in")
struct FormEditingTests {
  @Test("goes through its fields with Tab, over read-only ones and pages, and never past its ends")
  func goesThroughFields() {
    var form = sampleForm()
    var visited = [form.focused.id]
    for _ in 0..<7 {
      form.next()
      visited.append(form.focused.id)
    }
    #expect(visited == ["family", "given", "born", "sex", "telephone", "doctor", "notes", "consent"])
    form.next()
    form.next()
    #expect(form.focused.id == "pin")
    #expect(form.message?.sentence == "This is the last field. ^S saves the form.")
    for _ in 0..<20 { form.previous() }
    #expect(form.focused.id == "family")
  }

  @Test("what is only proposed goes at the first key typed; a key that moves in it makes it the person's own")
  func proposals() {
    let fields = [
      [FormField.text("quantity", "Quantity", text: "1").proposed()], [.date("day", "Day", text: "T")],
      [.text("town", "Town", text: "Kilrush")],
      [.coded("kind", "Kind", [FieldChoice("contact", value: "c"), FieldChoice("droplet", value: "d")], value: "c")],
    ]
    var form = Form.single("proposals", "", heading: "", rows: fields, moment: afternoon)
    form.type("2")
    form.type("0")
    #expect(form.text("quantity") == "20")
    form.next()
    form.paste("T-1")
    #expect(form.text("day") == "T-1")
    form.next()
    form.type("e")
    #expect(form.text("town") == "Kilrushe", "what is on file is not thrown away by a letter")
    form.next()
    form.type("d")
    #expect(form.value("kind") == "d")
    form.undo()
    #expect(form.text("kind") == "contact")
    var kept = Form.single("kept", "", heading: "", rows: [[fields[0][0]]], moment: afternoon)
    kept.moveCursor { $0.end() }
    kept.type("0")
    #expect(kept.text("quantity") == "10")
  }

  @Test("moves up and down in the column, and by pages")
  func movesByRows() {
    var form = sampleForm()
    form.next()
    form.down()
    #expect(form.focused.id == "sex")
    form.down()
    #expect(form.focused.id == "telephone")
    form.up()
    #expect(form.focused.id == "born")
    form.pageDown()
    #expect(form.focused.id == "notes" && form.page == 1)
    form.pageUp()
    #expect(form.focused.id == "family" && form.page == 0)
  }

  @Test("counts the required fields that are rightly filled in")
  func countsProgress() {
    var form = sampleForm()
    #expect(form.progress == (0, 5))
    form.typeOut("Duarte")
    form.focus(on: "telephone")
    form.typeOut("0871 55")
    form.next()
    #expect(form.progress == (1, 5))
  }

  @Test("checks a field on leaving it, keeps what was typed, and speaks of it until it is mended")
  func checksOnLeaving() {
    var form = sampleForm()
    form.focus(on: "telephone")
    form.typeOut("0871 55")
    #expect(form.focused.problem == nil)
    form.next()
    #expect(form["telephone"]?.problem == "6 digits typed, 10 needed")
    #expect(form.message?.level == .error)
    #expect(
      form.message?.sentence == "Telephone: 6 digits typed, 10 needed. Correct it, or ^U clears it.")
    #expect(form.text("telephone") == "0871 55")
    form.previous()
    form.typeOut("11")
    #expect(form.focused.problem == "8 digits typed, 10 needed")
    form.typeOut("99")
    #expect(form.focused.problem == nil && form.message == nil)
  }

  @Test("does not scold for a required field that was only passed, until it is saved")
  func passesBlankFields() {
    var form = sampleForm()
    for _ in 0..<6 { form.next() }
    #expect(form.wrongFields.isEmpty)
    let isRight = form.checkAll()
    #expect(!isRight)
    #expect(form.focused.id == "family")
    #expect(form.wrongFields.map(\.id) == ["family", "given", "born", "sex", "telephone"])
    #expect(form.message?.sentence == "Family name: needed. Fill it in.")
  }

  @Test("asks the rules between fields before saving")
  func checksBetweenFields() {
    var form = sampleForm(checks: [
      {
        $0.text("family") == $0.text("given")
          ? [FieldProblem(field: "given", sentence: "the same as the family name")] : []
      }
    ])
    fill(&form)
    form.fill("given", with: "Duarte")
    var isRight = form.checkAll()
    #expect(!isRight)
    #expect(form.focused.id == "given")
    form.typeOut("x")
    isRight = form.checkAll()
    #expect(isRight)
  }

  @Test("puts the words of a rule beside the fields they belong to")
  func showsInvalidEntry() {
    var form = sampleForm()
    fill(&form)
    form.show(
      InvalidEntry(problems: [
        FieldProblem(field: "sex", sentence: "not recorded here"), FieldProblem(field: "other", sentence: "also this"),
      ]))
    #expect(form.focused.id == "sex")
    #expect(form.focused.problem == "not recorded here")
    #expect(form.message?.sentence == "also this.")
    form.show(Refusal(code: "patient.number", sentence: "This telephone is not used. Ask again.", field: "telephone"))
    #expect(form.focused.id == "telephone")
    #expect(form.focused.problem == "This telephone is not used. Ask again")
  }

  @Test("takes a code, or the beginning of its word, and a new letter starts over")
  func typesChoices() {
    var form = sampleForm()
    form.focus(on: "sex")
    form.type("f")
    #expect(form.value("sex") == "F")
    #expect(form.focused.reading(at: afternoon).beside == "female")
    form.type("m")
    #expect(form.text("sex") == "m" && form.value("sex") == "M")
    form.typeOut("al")
    #expect(form.value("sex") == "M")
    form.type("z")
    form.next()
    #expect(form["sex"]?.problem == "not one of F/M/X/U; F4 lists them")
  }

  @Test("understands yes and no, and Space changes it")
  func togglesYesNo() {
    var form = sampleForm()
    form.focus(on: "consent")
    #expect(form.value("consent") == nil)
    form.toggle()
    #expect(form.isOn("consent"))
    form.toggle()
    #expect(form.value("consent") == "no")
    form.type("Y")
    #expect(form.isOn("consent"))
    form.type("q")
    #expect(form.isOn("consent"))
    form.undo()
    #expect(form.value("consent") == "no")
  }

  @Test("shows what cannot be seen as a problem, at once, and keeps it")
  func showsUnseenCharacters() {
    var form = sampleForm()
    form.paste("Du\u{202E}arte")
    #expect(form.focused.problem != nil)
    #expect(form.text("family").unicodeScalars.count == 7)
    form.undo()
    #expect(form.focused.problem == nil)
  }

  @Test("says when a paste was cut, and takes it back whole")
  func cutsPaste() {
    var form = sampleForm()
    form.typeOut("Dua")
    form.paste(String(repeating: "x", count: 1_000_000))
    #expect(form.message?.level == .warning)
    #expect(form.text("family").count == 80)
    form.undo()
    #expect(form.text("family") == "Dua")
  }

  @Test("keeps every naughty string through checks, saving attempts and drafts (P1)")
  func losesNothing() {
    for naughty in NaughtyStrings.all {
      for field in ["family", "born", "sex", "doctor", "notes"] {
        var form = sampleForm()
        form.focus(on: field)
        form.paste(naughty)
        let typed = form[field]?.text ?? ""
        form.next()
        _ = form.checkAll()
        #expect(form[field]?.text.unicodeScalars.elementsEqual(typed.unicodeScalars) == true)
        var again = sampleForm()
        let draft = DraftContent(form.draft.description)
        #expect(draft == form.draft)
        let homeless = draft.map { again.restore($0) }
        #expect(homeless?.isEmpty == true)
        #expect(again[field]?.text.unicodeScalars.elementsEqual(typed.unicodeScalars) == true)
      }
    }
  }

  private func fill(_ form: inout Form) {
    for (field, text) in [
      ("family", "Duarte"), ("given", "Inês"), ("born", "1991/03/12"), ("sex", "F"), ("telephone", "0872 551 009"),
    ] { form.fill(field, with: text) }
  }
}
