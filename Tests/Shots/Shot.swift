import BuiltProgramSupport

/// One picture of the README: who signs in, on what size, and the keys that lead to it.
struct Shot {
  let name: String
  let user: String?
  var rows = 24
  var columns = 80
  let steps: [Step]

  /// Something done on the way.
  enum Step {
    case press(TerminalKey)
    case wait(String)
  }

  /// Every picture.
  static let all = [
    Shot(name: "sign-in", user: nil, steps: []),
    Shot(name: "home", user: "nurse", steps: []),
    Shot(name: "beds", user: "nurse", steps: [.press(.text("2")), .wait("ROOM")]),
    Shot(name: "beds-wide", user: "nurse", rows: 40, columns: 120, steps: [.press(.text("2")), .wait("ROOM")]),
    Shot(
      name: "register", user: "reception",
      steps: [
        .press(.text("3")), .wait("Family name"), .press(.text("Duarte")), .press(.tab), .press(.text("Inês")),
        .press(.tab), .press(.text("1991/03/12")), .press(.tab), .press(.text("F")), .press(.tab), .press(.tab),
        .press(.text("0871 55")), .press(.tab), .wait("needed"),
      ]),
    Shot(
      name: "record", user: "doctor",
      steps: [.press(.text("7")), .wait("Search"), .press(.text("4A-05")), .wait("> "), .press(.enter), .wait("NOW")]),
  ]

  /// Takes the picture in a home that holds a demonstration hospital.
  func take(in home: ProgramHome) throws -> String {
    let terminal = try home.terminal("demo", rows: rows, columns: columns)
    try terminal.wait(for: "Password")
    if let user {
      terminal.press(.text(user), .tab, .text("demo"), .enter)
      try terminal.wait(for: "LIVE")
    }
    for step in steps {
      switch step {
      case .press(let key): terminal.press(key)
      case .wait(let text): try terminal.wait(for: text)
      }
    }
    terminal.settle()
    return ScreenPicture(of: terminal.screen).svg
  }
}
