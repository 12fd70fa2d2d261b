/// Lets a table of commands be written line by line, which the compiler also
/// checks line by line: a long array of closures is too much for it.
///
///     static let keyTable: [Command<BedsPane>] = .table {
///       Command.motions(\.list)
///       Command("beds.hold", keys: ["h"], title: "Hold the room…", hint: "Hold…") { $0.hold() }
///     }
@resultBuilder
package enum CommandTable<Target> {
  /// One command.
  package static func buildExpression(_ command: Command<Target>) -> [Command<Target>] { [command] }
  /// Several that belong together, such as `Command.motions`.
  package static func buildExpression(_ commands: [Command<Target>]) -> [Command<Target>] { commands }
  /// All lines together.
  package static func buildBlock(_ parts: [Command<Target>]...) -> [Command<Target>] { parts.flatMap { $0 } }
  /// Lines under an `if`.
  package static func buildOptional(_ part: [Command<Target>]?) -> [Command<Target>] { part ?? [] }
  /// Lines under one side of an `if`.
  package static func buildEither(first part: [Command<Target>]) -> [Command<Target>] { part }
  /// Lines under the other side of an `if`.
  package static func buildEither(second part: [Command<Target>]) -> [Command<Target>] { part }
  /// Lines made by a `for`.
  package static func buildArray(_ parts: [[Command<Target>]]) -> [Command<Target>] { parts.flatMap { $0 } }
}

extension Array {
  /// A table of commands, written line by line.
  package static func table<Target>(@CommandTable<Target> _ lines: () -> [Command<Target>]) -> [Command<Target>]
  where Element == Command<Target> {
    lines()
  }
}
