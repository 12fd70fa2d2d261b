import Foundation

/// The Big List of Naughty Strings (fixtures/naughty, MIT licence), for every text that a person can type.
package enum NaughtyStrings {
  /// All of them; the test run stops if the fixture is missing.
  package static let all: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "fixtures/naughty/blns.json")
    guard let bytes = try? Data(contentsOf: file), let strings = try? JSONDecoder().decode([String].self, from: bytes)
    else { preconditionFailure("fixtures/naughty/blns.json cannot be read") }
    return strings
  }()
}
