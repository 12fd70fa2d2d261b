/// What a user changed about the keys: commands by name, with the keys that
/// they have instead of their own.
package struct KeyMap: Hashable, Sendable {
  /// The keys of each command that was changed; no key takes them all away.
  package var keys: [CommandID: [Key]]

  /// Makes a map; empty leaves every command its own keys.
  package init(keys: [CommandID: [Key]] = [:]) {
    self.keys = keys
  }

  /// The keys of a command as the user has them; `usual` are its own.
  package func keys(of id: CommandID, usually usual: [Key]) -> [Key] {
    keys.isEmpty ? usual : keys[id] ?? usual
  }

  /// The entry as the user has it.
  package func apply(_ entry: CommandEntry) -> CommandEntry {
    guard let own = keys[entry.id] else { return entry }
    var changed = entry
    changed.keys = own
    return changed
  }

  /// The offer as the user has it.
  package func apply(_ offer: CommandOffer) -> CommandOffer {
    keys.isEmpty ? offer : CommandOffer(entry: apply(offer.entry), refusal: offer.refusal)
  }

  /// The offers as the user has them.
  package func apply(_ offers: [CommandOffer]) -> [CommandOffer] {
    keys.isEmpty ? offers : offers.map { apply($0) }
  }
}
