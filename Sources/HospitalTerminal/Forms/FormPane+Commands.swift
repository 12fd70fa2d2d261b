import HospitalScreens
import TerminalKit

extension FormPane {
  /// The keys of every form (screens.md, Keys).
  ///
  /// - Parameters:
  ///   - saves: what saving does, for help and palette: `Register the patient`.
  ///   - hint: what saving does in a word, for the footer.
  ///   - leaving: what Esc does, for the footer.
  package static func formKeys(
    saves: String, hint: String = "Save", leaving: String = "Leave (kept)"
  ) -> [Command<Self>] {
    movingKeys + [
      Command(
        "form.list", keys: [.function(4)], title: "Pick list of the field; typing narrows it", hint: "List",
        section: .form,
        disabled: { $0.sheet.form.focused.kind.hasList ? nil : "\($0.sheet.form.focused.caption) has no list." }
      ) { $0.fill { $0.form.openList() } },
      Command("form.refresh", keys: [.function(5)], title: "Read the lists of the form again", section: .form) {
        $0.fill { $0.form.refreshLists() }
      },
      Command("form.clear", keys: [.control("u")], title: "Clear the field", hint: "Clear", section: .form) {
        $0.fill { $0.form.clearField() }
      },
      Command("form.save", keys: [.control("s"), .function(10)], title: saves, hint: hint, section: .form) {
        $0.saveIfRight()
      },
      Command(
        "shell.leave", keys: [.escape, .function(12)],
        title: leaving.hasSuffix("(kept)") ? "Leave the form; what was typed is kept" : "Leave the form", hint: leaving,
        section: .form
      ) { $0.leave() },
    ] + editingKeys
  }

  private static var movingKeys: [Command<Self>] {
    [
      Command("form.next", keys: [.enter, .tab], title: "Next field", hint: "Next", section: .form, isMotion: true) {
        $0.fill { $0.form.next() }
      },
      Command(
        "form.previous", keys: [.backTab], title: "Previous field", hint: "Previous", section: .form, isMotion: true
      ) { $0.fill { $0.form.previous() } },
      Command(
        "form.jump", keys: [.control("f")], title: "Jump to a field by its caption", hint: "Jump to field",
        section: .find, isMotion: true
      ) { $0.fill { $0.form.openJump() } },
      Command("form.pageDown", keys: [.pageDown], title: "Next page", hint: "Page", section: .move, isMotion: true) {
        $0.turnPage(1)
      },
      Command("form.pageUp", keys: [.pageUp], title: "Previous page", section: .move, isMotion: true) {
        $0.turnPage(-1)
      },
    ]
  }

  private static var editingKeys: [Command<Self>] {
    [
      Command("form.deleteWord", keys: [.control("w")], title: "Delete the word before the cursor", section: .form) {
        $0.fill { $0.form.deleteWord() }
      },
      Command("form.overtype", keys: [.named(.insert)], title: "Insert or overtype", section: .form, isMotion: true) {
        $0.fill { $0.form.toggleOvertype() }
      },
      Command(
        "form.breakLine", keys: [.control("o")], title: "New line in a text of many lines", section: .form,
        disabled: { $0.sheet.form.focused.kind.allowsLines ? nil : "\($0.sheet.form.focused.caption) is one line." }
      ) { $0.fill { $0.form.breakLine() } },
      Command(
        "form.help", keys: [], title: "Help on the field (`?` while it is empty)", section: .form,
        disabled: { $0.sheet.form.focused.help.isEmpty ? "This field has no help." : nil }
      ) { _ = $0.showFieldHelp() },
      Command(
        "shell.undo", keys: [.control("z")], title: "Undo in the form", hint: "Undo", section: .everywhere
      ) { $0.fill { $0.form.undo() } },
      Command("shell.redo", keys: [.control("y")], title: "Redo in the form", section: .everywhere) {
        $0.fill { $0.form.redo() }
      },
    ]
  }

  /// The keys while a list is open, for the footer; the sheet itself takes them.
  static var listKeys: [Command<Self>] {
    [
      Command("list.take", keys: [.enter], title: "Take this one", hint: "Take", section: .form) {
        $0.fill { $0.form.takeFromList() }
      },
      Command("list.all", keys: [.control("u")], title: "Show all", hint: "All", section: .form) {
        $0.fill { $0.form.inList { $0.clear() } }
      },
      Command("shell.leave", keys: [.escape, .function(12)], title: "Close the list", hint: "Close", section: .form) {
        $0.fill { $0.form.closeList() }
      },
    ]
  }

  /// Leaves the form; what was typed is kept, or the person is asked where it would be lost.
  package mutating func leave() {
    guard let loss = wouldLose else {
      keepDraft()
      asks.close()
      return
    }
    confirm(ConfirmQuestion(title: "Leave the form?", lines: [loss], keep: "Stay", act: "Leave")) { $0.asks.close() }
  }
}

extension FormPane {
  /// The keys of the form, of which the one that saves says in the footer what this form does.
  static func keys(saying verb: String) -> [Command<Self>] {
    keyTable.map { $0.id == "form.save" ? $0.hinted(verb) : $0 }
  }
}

extension Command {
  /// The same with another word in the footer.
  func hinted(_ hint: String?) -> Command {
    Command(
      id, keys: keys, title: title, hint: hint, section: section, isMotion: isMotion, disabled: disabled,
      isDimmed: isDimmed, act: act)
  }
}
