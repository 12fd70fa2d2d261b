import ArgumentParser
import Glibc

/// Where a password comes from: a prompt that does not show it, or the first line of standard input.
struct PasswordOptions: ParsableArguments {
  @Flag(name: .customLong("password-stdin"), help: "Read the password from the first line of standard input.")
  var fromStandardInput = false

  /// A new password for `username`. Asked for twice on a terminal.
  func newPassword(for username: String) throws -> String {
    fromStandardInput ? try Self.firstLine() : try PasswordPrompt.askTwice(for: username)
  }

  /// The password of somebody who has one: from standard input, `HMS_PASSWORD`, or a prompt.
  func password(of username: String) throws -> String {
    if fromStandardInput { return try Self.firstLine() }
    return try UserFolders.environment("HMS_PASSWORD") ?? PasswordPrompt.ask("Password of \(username)")
  }

  private static func firstLine() throws -> String {
    guard let line = readLine(strippingNewline: true), !line.isEmpty else {
      throw CommandFailure(
        .noInput, "standard input holds no password",
        remedy: "write it on the first line, or leave --password-stdin out")
    }
    return line
  }
}
