/// What a piece of live news is about; each area declares its own topics.
package struct NewsTopic: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The topic's name.
  package let name: String

  /// Names a topic.
  package init(stringLiteral name: String) {
    self.name = name
  }
}

/// Something that changed outside the session: a fresh board, a new message.
/// The newest of a topic replaces an older one that no pane has seen yet.
package struct LiveNews: Sendable {
  /// What it is about.
  package let topic: NewsTopic
  /// The news itself, ready to be shown; see `value(as:)`.
  package let payload: any Sendable

  /// Makes news.
  package init(_ topic: NewsTopic, _ payload: any Sendable) {
    self.topic = topic
    self.payload = payload
  }

  /// The news as what the pane knows how to show; nil if it is of another kind.
  package func value<Value>(as type: Value.Type = Value.self) -> Value? { payload as? Value }
}
