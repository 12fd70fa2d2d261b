import Glibc

/// Asks for a password on the terminal that the process belongs to, without showing what is typed. Nothing is read from a
/// pipe: that is `--password-stdin`.
struct PasswordPrompt {
  /// The password typed after `caption`. Throws a `CommandFailure` when there is no terminal or the question is left.
  static func ask(_ caption: String) throws -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else {
      throw CommandFailure(
        .usage, "there is no terminal to ask for the password on", remedy: "give it with --password-stdin")
    }
    defer { close(terminal) }
    return try PasswordPrompt(terminal: terminal).ask(caption)
  }

  /// A new password, typed twice.
  static func askTwice(for username: String) throws -> String {
    let password = try ask("New password of \(username)")
    guard try ask("The same again") == password else {
      throw CommandFailure(.badInput, "the two passwords differ", remedy: "try again")
    }
    return password
  }

  private let terminal: Int32

  private func ask(_ caption: String) throws -> String {
    // The caption comes once nothing is shown any more, so that what is typed at its sight is neither shown nor dropped.
    let password = try withoutEcho {
      say("\(caption): ")
      defer { say("\n") }
      return try readLine()
    }
    guard let text = String(validating: password, as: UTF8.self) else {
      throw CommandFailure(.badInput, "what was typed is no UTF-8 text", remedy: "check the terminal's character set")
    }
    return text
  }

  /// The keys are read one by one with the terminal's own signals off, so that no way out leaves the echo off.
  private func withoutEcho<Result>(_ body: () throws -> Result) throws -> Result {
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return try body() }
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &quiet)
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    return try body()
  }

  private func readLine() throws -> [UInt8] {
    var typed: [UInt8] = []
    while true {
      var key: UInt8 = 0
      let count = read(terminal, &key, 1)
      if count < 0, errno == EINTR { continue }
      switch (count, key) {
      case (1, 0x0A), (1, 0x0D): return typed
      case (1, 0x7F), (1, 0x08): Self.dropCharacter(of: &typed)
      case (1, 0x15): typed = []
      case (1, 0x03), (1, 0x04), (1, 0x1B): throw Self.left
      case (1, _): if typed.count < 1024 { typed.append(key) }
      default: throw Self.left
      }
    }
  }

  /// Takes away the last character, which in UTF-8 can be several bytes.
  private static func dropCharacter(of typed: inout [UInt8]) {
    while let last = typed.popLast(), last & 0xC0 == 0x80 {}
  }

  private static var left: CommandFailure {
    CommandFailure(.refused, "no password was given and nothing was changed", remedy: "try again when you have it")
  }

  private func say(_ text: String) {
    _ = text.withCString { write(terminal, $0, strlen($0)) }
  }
}
