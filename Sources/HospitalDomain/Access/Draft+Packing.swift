extension Draft {
  /// Everything of it that is sealed, as one text: form, subject, title and content, each behind its length in bytes.
  package var packed: String { [form, subject, title, content].map { "\($0.utf8.count):\($0)" }.joined() }

  /// The draft that `packed` was made of; nil for any other text.
  package init?(packed: String, id: DraftID, savedAt: Timestamp) {
    var rest = Substring(packed).utf8
    var parts: [String] = []
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      let start = rest.index(after: colon)
      guard let count = Int(Substring(rest[..<colon])), count >= 0,
        let end = rest.index(start, offsetBy: count, limitedBy: rest.endIndex)
      else { return nil }
      parts.append(String(decoding: rest[start..<end], as: UTF8.self))
      rest = rest[end...]
    }
    guard parts.count == 4, rest.isEmpty else { return nil }
    self.init(id: id, form: parts[0], subject: parts[1], title: parts[2], content: parts[3], savedAt: savedAt)
  }
}
