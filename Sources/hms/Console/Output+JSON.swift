import Foundation

extension Output {
  /// Writes a value as JSON for programs: indented, keys in order, so that two outputs can be compared.
  func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try line(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
