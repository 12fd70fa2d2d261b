import HospitalDomain

extension Form {
  /// Opens the pick list of the focused field (F4), narrowed by what is typed
  /// unless that is a choice already.
  package mutating func openList() {
    note = nil
    history.seal()
    let field = focused
    switch field.kind {
    case .choice(let choices):
      let current = choices.first { $0.value == field.reading(at: moment).value }
      list = PickList(.fill(focus), title: field.caption, current: current) { typed in
        choices.filter { $0.matches(typed) }
      }
    case .lookup(let lookup):
      let value = field.reading(at: moment).value
      let known = lookup.choices(for: "").first { $0.value == value }
      let typed = lookup.isParted ? field.text.afterLastComma : field.text
      // A list of what can be taken instead begins at its beginning.
      let current = known?.isRuledOut == true ? nil : known
      list = PickList(.fill(focus), title: field.caption, typed: known == nil ? typed : "", current: current) {
        lookup.choices(for: $0)
      }
    default:
      note = FormMessage(.note, "\(field.caption) has no list.")
    }
  }

  /// Reads the lists of all fields again (F5); what is typed and chosen stays.
  package mutating func refreshLists() {
    for place in fields.indices {
      if case .lookup(let lookup) = fields[place].kind { fields[place].kind = .lookup(lookup.refreshed) }
    }
    say(.note, "The lists of the form were read again.")
  }

  /// Opens the list of captions, to go to one by typing its beginning (^F).
  package mutating func openJump() {
    leaveField()
    let captions = fields.filter { !$0.isReadOnly }.map { field in
      let state =
        field.problem.map { "! " + $0 } ?? (field.entry.isBlank ? (field.isRequired ? "* needed" : "") : "filled in")
      return FieldChoice(field.caption, value: field.id, detail: state)
    }
    let here = captions.first { $0.value == focused.id }
    list = PickList(.jump, title: "Go to field", current: here) { typed in
      captions.filter { typed.isEmpty || $0.title.containsWord(beginning: typed) }
    }
  }

  /// Narrows and moves in the open list.
  package mutating func inList(_ act: (inout PickList) -> Void) {
    if var open = list {
      act(&open)
      list = open
    }
  }

  /// Takes the line under the cursor of the open list: fills the field in, as
  /// one step of undo, and goes to the next; or goes to the field named.
  package mutating func takeFromList() {
    guard let open = list else { return }
    guard let picked = open.picked else {
      note = FormMessage(.note, "Nothing on the list is like this. ^U shows all of it.")
      return
    }
    list = nil
    switch open.purpose {
    case .jump: focus(on: picked.value)
    case .fill(let place):
      let text =
        switch fields[place].kind {
        case .choice: picked.value
        case .lookup(let lookup) where lookup.isParted: fields[place].text.upToLastComma + picked.title
        default: picked.title
        }
      fields[place].chosen = picked
      change(place, joining: false) {
        $0.replace(with: text)
        $0.startsOver = true
        return nil
      }
      next()
    }
  }

  /// Closes the open list and leaves the field as it was.
  package mutating func closeList() { list = nil }
}

extension String {
  /// What follows the last comma: the one of several that is being typed.
  fileprivate var afterLastComma: String {
    lastIndex(of: ",").map { String(self[index(after: $0)...]).trimmedEnds } ?? self
  }

  /// What stands before that, with its comma; empty where there is only one.
  fileprivate var upToLastComma: String { lastIndex(of: ",").map { String(self[...$0]) + " " } ?? "" }

  /// Whether the text, or a word of it, begins with what was typed, whatever its case and accents.
  func containsWord(beginning typed: String) -> Bool {
    let text = TextFolding.fold(self)
    let typed = TextFolding.fold(typed)
    return text.hasPrefix(typed) || text.contains(" " + typed)
  }
}
