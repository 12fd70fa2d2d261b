import TerminalKit

/// A pane of whatever kind, held by the shell. The value inside is changed in
/// place, so that a list of 5,000 rows is never copied for a key.
package protocol PaneBoxing: AnyObject {
  var title: String { get }
  func context(columns: Int) -> StyledText
  var holdsText: Bool { get }
  var wouldLose: String? { get }
  var wakesAt: Int64? { get }
  var closesAt: Int64? { get }
  var hasDetail: Bool { get }
  /// The commands as they stand now.
  var offers: [CommandOffer] { get }
  /// What the footer shows of them.
  var hints: [CommandHint] { get }
  /// Whether the pane has a command of that name now.
  func has(_ id: CommandID) -> Bool
  /// The first command that `isWanted`, as it stands now.
  func offer(where isWanted: (CommandID, [Key]) -> Bool) -> CommandOffer?
  /// For a pane that was pushed with a question: takes its answer to the pane below.
  var answered: ((any PaneBoxing, any Sendable) -> Void)? { get set }

  func draw(on canvas: inout Canvas)
  func drawDetail(on canvas: inout Canvas)
  func handle(_ key: Key) -> Bool
  func back() -> Bool
  func appear()
  func questionLeft()
  func park()
  func receive(_ news: LiveNews)
  func tick(_ now: Int64)
  func paletteEntries(for text: String) -> [PaletteEntry]
  /// Does a command by its name; false if there is none of that name.
  func run(_ id: CommandID) -> Bool
  /// The wishes that the pane has left.
  func takeAsks() -> [Ask]
}

/// The box of one kind of pane.
package final class PaneBox<Content: Pane>: PaneBoxing {
  /// The pane.
  package var pane: Content
  /// Takes the pane's answer to the one that pushed it.
  package var answered: ((any PaneBoxing, any Sendable) -> Void)?

  /// Boxes a pane.
  package init(_ pane: Content) {
    self.pane = pane
  }

  package var title: String { look { $0.title } }
  package func context(columns: Int) -> StyledText { look { $0.context(columns: columns) } }
  package var holdsText: Bool { look { $0.holdsText } }
  package var wouldLose: String? { look { $0.wouldLose } }
  package var wakesAt: Int64? { look { $0.wakesAt } }
  package var closesAt: Int64? { look { $0.closesAt } }
  package var hasDetail: Bool { look { $0.hasDetail } }

  package var offers: [CommandOffer] {
    look { pane in pane.commands.map { $0.offer(for: pane) } }
  }

  package var hints: [CommandHint] {
    look { pane in
      var hints: [CommandHint] = []
      for command in pane.commands {
        if let hint = command.hint(for: pane) { hints.append(hint) }
      }
      return hints
    }
  }

  package func has(_ id: CommandID) -> Bool {
    look { pane in pane.commands.contains { $0.id == id } }
  }

  package func offer(where isWanted: (CommandID, [Key]) -> Bool) -> CommandOffer? {
    look { pane in
      for command in pane.commands where isWanted(command.id, command.keys) { return command.offer(for: pane) }
      return nil
    }
  }

  /// Asks the pane where it is held: to ask a copy of it, which this saves, is to count its forty references.
  private func look<Answer>(_ ask: (inout Content) -> Answer) -> Answer { ask(&pane) }

  package func draw(on canvas: inout Canvas) { pane.draw(on: &canvas) }
  package func drawDetail(on canvas: inout Canvas) { pane.drawDetail(on: &canvas) }
  package func handle(_ key: Key) -> Bool { pane.handle(key) }
  package func back() -> Bool { pane.back() }
  package func appear() { pane.appear() }
  package func questionLeft() { pane.questionLeft() }
  package func park() { pane.park() }
  package func receive(_ news: LiveNews) { pane.receive(news) }
  package func tick(_ now: Int64) { pane.tick(now) }
  package func paletteEntries(for text: String) -> [PaletteEntry] { pane.paletteEntries(for: text) }

  package func run(_ id: CommandID) -> Bool {
    guard let command = pane.commands.first(where: { $0.id == id }) else { return false }
    if let record = pane.record(toOpenBefore: id) {
      pane.asks.add(.askWhyOpened(record))
    } else {
      command.act(&pane)
    }
    return true
  }

  package func takeAsks() -> [Ask] { pane.asks.isEmpty ? [] : pane.asks.take() }
}
