/// The messages that are to be seen and those that were: one row of the screen
/// shows the most serious, the newest first.
package struct MessageLog: Sendable {
  /// How long a `Note` stays, in milliseconds.
  package static let noteLasts: Int64 = 6_000
  /// How many messages are remembered.
  package static let longest = 200

  /// The subject of what failed in the background: it belongs to no screen.
  package static let background = "work"

  /// Every message said, the newest last.
  package private(set) var history: [Message] = []
  private var live: [Message] = []

  /// An empty log.
  package init() {}

  /// The message to show.
  package var current: Message? {
    live.max { ($0.level, $0.time) < ($1.level, $1.time) }
  }

  /// When the next message ends by itself, in milliseconds UTC.
  package var expires: Int64? {
    live.filter { $0.level == .note }.map { $0.time + Self.noteLasts }.min()
  }

  /// Says something. The same sentence again is counted, not stacked.
  package mutating func say(_ message: Message) {
    if let last = history.indices.last, history[last].isRepeat(of: message) {
      history[last].count += 1
      history[last].time = message.time
    } else {
      history.append(message)
      if history.count > Self.longest { history.removeFirst(history.count - Self.longest) }
    }
    let counted = history[history.count - 1]
    live.removeAll { $0.isRepeat(of: message) || (message.subject != nil && $0.subject == message.subject) }
    // News goes over what was done, and does not take it away: nobody has read that yet.
    if message.level <= .note { live.removeAll { $0.level == .note || $0.level == message.level } }
    live.append(counted)
  }

  /// A key was pressed: what was done need not be said any more.
  package mutating func keyPressed() {
    live.removeAll { $0.level == .ok }
  }

  /// The person acted: warnings have been heeded.
  package mutating func acted() {
    live.removeAll { $0.level == .warn }
    asked()
  }

  /// The person asked for something else: what was refused before must not stand over the answer. What can be mended where
  /// it names, and what failed in the background, stays.
  package mutating func asked() {
    live.removeAll { $0.level == .error && $0.subject == nil }
  }

  /// The person went elsewhere: what was wrong where they were must not stand over what they do now. It stays in the history.
  package mutating func leftPlace() {
    live.removeAll { $0.level == .error && $0.subject != Self.background }
  }

  /// What `subject` names is right again.
  package mutating func mend(_ subject: String) {
    live.removeAll { $0.subject == subject }
  }

  /// Esc: takes away the message that is shown; returns whether there was one to take.
  package mutating func dismiss() -> Bool {
    guard let shown = current else { return false }
    live.removeAll { $0 == shown }
    return shown.level >= .warn
  }

  /// Time passed; returns whether a message ended. A note from the future ends too: the clock was set back.
  package mutating func passed(_ now: Int64) -> Bool {
    let before = live.count
    live.removeAll { $0.level == .note && (now >= $0.time + Self.noteLasts || now < $0.time) }
    return live.count != before
  }
}

extension Message {
  /// Whether `other` says the same again.
  func isRepeat(of other: Message) -> Bool {
    level == other.level && text == other.text && subject == other.subject
  }
}
