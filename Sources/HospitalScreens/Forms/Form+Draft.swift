import HospitalDomain

extension Form {
  /// What has been typed so far, to be kept until the form is saved. Passwords are left out.
  package var draft: DraftContent {
    let entries = fields.filter { $0.isModified && !$0.kind.isSecret && !$0.isReadOnly }.map {
      DraftContent.Entry(
        field: $0.id, text: $0.text, chosen: $0.chosen, was: editsRecord ? $0.stands : nil)
    }
    return DraftContent(form: id, focus: focused.id, entries: entries)
  }

  /// Puts a kept draft back, with the cursor where it was. If the record that it edits was changed after that was typed,
  /// it says so with what stands there now.
  ///
  /// - Returns: the entries that the form has no field for, so that nothing is lost in silence.
  @discardableResult
  package mutating func restore(_ draft: DraftContent) -> [DraftContent.Entry] {
    var homeless: [DraftContent.Entry] = []
    var changed: [String] = []
    for entry in draft.entries {
      guard let place = place(of: entry.field), !fields[place].isReadOnly, !fields[place].kind.isSecret else {
        homeless.append(entry)
        continue
      }
      let now = fields[place].stands
      if editsRecord, let was = entry.was, was != now, now != entry.text {
        changed.append("\(fields[place].caption) is now \(now.isEmpty ? "empty" : "“\(now)”")")
      }
      fields[place].chosen = entry.chosen
      change(place, joining: false) {
        $0.replace(with: entry.text)
        return nil
      }
      checkLeft(place)
    }
    history.seal()
    focus = place(of: draft.focus) ?? focus
    note = nil
    if !changed.isEmpty {
      note = FormMessage(
        .warning, "This was changed after you typed: \(Listing.and(changed)). Your text stands in the form.")
    }
    attention = nil
    return homeless
  }
}
