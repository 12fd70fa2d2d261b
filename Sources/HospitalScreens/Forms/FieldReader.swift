import HospitalDomain

/// How the text of a field is understood. Domain entries say what is right;
/// a reader brings their words beside the field.
package struct FieldReader: Sendable {
  private let understand: @Sendable (String, FormMoment) -> FieldReading

  /// A reader made of a function of the typed text, without spaces at its ends
  /// and never empty, and the moment.
  package init(_ understand: @escaping @Sendable (String, FormMoment) -> FieldReading) {
    self.understand = understand
  }

  /// Takes any text as it was typed.
  package static let asTyped = FieldReader { text, _ in .understood(text, beside: nil) }

  /// A reader made of a domain entry that may refuse the text.
  ///
  /// - Parameters:
  ///   - parse: reads the text or throws a `Misentry` with the words to show.
  ///   - value: what is stored, from what was read; the text as typed if nil.
  ///   - beside: what is shown beside the field, from what was read and what was typed.
  package static func entry<Value>(
    _ parse: @escaping @Sendable (String, FormMoment) throws -> Value,
    value: (@Sendable (Value) -> String)? = nil,
    beside: @escaping @Sendable (Value, String, FormMoment) -> String? = { _, _, _ in nil }
  ) -> FieldReader {
    FieldReader { text, moment in
      do {
        let parsed = try parse(text, moment)
        return .understood(value?(parsed) ?? text, beside: beside(parsed, text, moment))
      } catch let wrong as Misentry {
        return .wrong(wrong.sentence)
      } catch let refusal as Refusal {
        return .wrong(refusal.sentence.withoutFullStop)
      } catch {
        return .wrong("cannot be read")
      }
    }
  }

  /// What `text` means at `moment`; blank when there is nothing but spaces.
  package func reading(_ text: String, at moment: FormMoment) -> FieldReading {
    let words = text.trimmedEnds
    return words.isEmpty ? .blank : understand(words, moment)
  }
}

extension StringProtocol {
  /// The text without spaces and line breaks at its ends.
  var trimmedEnds: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
