import HospitalDomain
import Synchronization
import Testing

@testable import HospitalScreens

@Suite("Lists over a form")
struct PickListTests {
  @Test("typing narrows by any word, Enter takes, fills in and goes on")
  func narrowsAndTakes() {
    var form = sampleForm()
    form.focus(on: "doctor")
    form.openList()
    #expect(form.list?.rows.count == 3)
    form.inList { $0.type("L") }
    form.inList { $0.type("i") }
    #expect(form.list?.rows.map(\.title) == ["LINDQVIST, Maja", "LINDHOLM, Per"])
    form.inList { $0.move(by: 5) }
    form.takeFromList()
    #expect(form.list == nil)
    #expect(form.text("doctor") == "LINDHOLM, Per" && form.value("doctor") == "d-2")
    #expect(form.focused.id == "notes")
    form.undo()
    #expect(form.text("doctor").isEmpty && form.value("doctor") == nil)
  }

  @Test("F5 reads the lists again, and leaves what is typed and chosen")
  func refreshes() throws {
    let free = Mutex(["4A-01", "4A-02"])
    let rooms = FieldLookup(noun: "room") { free.withLock { $0.map { FieldChoice($0) } } }
    var form = Form(
      id: "move", title: "Move", pages: [[FormSection("TO", rows: [[.lookup("room", "Room", rooms)]])]],
      moment: sampleForm().moment)
    for letter in "4A-01" { form.type(String(letter)) }
    free.withLock { $0 = ["4A-01", "4A-07"] }
    #expect(form.choice("room")?.title == "4A-01")
    form.refreshLists()
    #expect(form.text("room") == "4A-01" && form.value("room") == "4A-01")
    #expect(form.message?.sentence == "The lists of the form were read again.")
    form.clearField()
    form.openList()
    #expect(form.list?.rows.map(\.title) == ["4A-01", "4A-07"])
  }

  @Test("is found without its accents and by its detail")
  func narrowsFolded() {
    var form = sampleForm()
    form.focus(on: "doctor")
    form.openList()
    for letter in ["s", "o", "r"] { form.inList { $0.type(letter) } }
    #expect(form.list?.rows.map(\.value) == ["d-3"])
    form.inList { $0.clear() }
    for letter in ["a", "n", "a", "e"] { form.inList { $0.type(letter) } }
    #expect(form.list?.rows.map(\.value) == ["d-2"])
  }

  @Test("a text that names one of the list counts as it, and one that names none says so")
  func readsTypedText() {
    var form = sampleForm()
    form.focus(on: "doctor")
    form.typeOut("lindq")
    #expect(form.value("doctor") == "d-1")
    #expect(form.focused.reading(at: afternoon).beside == "= LINDQVIST, Maja")
    form.deleteWord()
    form.typeOut("lind")
    form.next()
    #expect(form["doctor"]?.problem == "2 match; F4 lists them")
    form.focus(on: "doctor")
    form.typeOut("zzz")
    #expect(form["doctor"]?.problem == "no doctor like this; F4 lists them")
  }

  @Test("opens on what is chosen, and closing changes nothing")
  func opensOnChosen() {
    var form = sampleForm()
    form.focus(on: "sex")
    form.type("x")
    form.openList()
    #expect(form.list?.picked?.value == "X")
    form.closeList()
    #expect(form.text("sex") == "x" && form.list == nil)
  }

  @Test("says when a field has no list, and when nothing is left to take")
  func saysWhenEmpty() {
    var form = sampleForm()
    form.openList()
    #expect(form.list == nil && form.message?.sentence == "Family name has no list.")
    form.focus(on: "doctor")
    form.openList()
    form.inList { $0.type("q") }
    form.takeFromList()
    #expect(form.list != nil && form.message?.level == .note)
  }

  @Test("jumps to a field by its caption, on any page (^F)")
  func jumpsByCaption() {
    var form = sampleForm()
    form.openJump()
    form.inList { $0.type("n") }
    form.inList { $0.type("o") }
    #expect(form.list?.picked?.title == "Notes")
    form.takeFromList()
    #expect(form.focused.id == "notes" && form.page == 1)
  }

  @Test("other choices can be offered while typing, and free text may stand beside suggestions")
  func offersOthers() {
    var form = sampleForm()
    form.focus(on: "doctor")
    form.typeOut("Nobody")
    form.offer(
      FieldLookup(noun: "doctor", allowsOtherText: true, choices: [FieldChoice("NOBODY, Ann", value: "d-9")]),
      for: "doctor")
    #expect(form.value("doctor") == "Nobody")
    form.fill("doctor", with: "nobody, ann")
    #expect(form.value("doctor") == "d-9")
  }
}
