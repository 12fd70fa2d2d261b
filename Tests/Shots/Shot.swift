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
    Shot(name: "home", user: "headnurse", steps: [.wait("FREE ROOMS")]),
    Shot(name: "beds", user: "headnurse", steps: board),
    Shot(name: "beds-wide", user: "headnurse", rows: 40, columns: 120, steps: board),
    Shot(
      name: "beds-tiles", user: "headnurse", rows: 45, columns: 160, steps: [.press(.text("2")), .wait("4C Maternity")]),
    Shot(name: "admit", user: "headnurse", steps: board + free + [.press(.text("a")), .wait("Complaint")]),
    Shot(name: "forecast", user: "headnurse", steps: board + [.press(.text("f")), .wait("24")]),
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
    Shot(
      name: "check-out", user: "headdoctor",
      steps: [.press(.text("4")), .wait("in the house"), .press(.enter), .wait("CHECK-OUT STEPS")]),
    Shot(
      name: "account", user: "cashier",
      steps: [
        .press(.text("4")), .wait("in the house"), .press(.enter), .wait("CHECK-OUT STEPS"), .press(.text("i")),
        .wait("SUMS"),
      ]),
    Shot(name: "invoices", user: "cashier", steps: [.press(.text("5")), .wait("INV-")]),
    Shot(name: "queue", user: "pharmacist", steps: [.press(.text("6")), .wait("MEDICINE")]),
    Shot(
      name: "prescribe", user: "doctor",
      steps: [
        .press(.text("7")), .wait("Search"), .press(.text("4A-05")), .wait("> "), .press(.enter), .wait("NOW"),
        .press(.text("p")), .wait("MEDICATION 1"), .press(.text("ibup")), .press(.enter), .press(.text("800 mg")),
        .press(.enter), .press(.text("qds")), .press(.enter), .press(.text("7")), .press(.enter), .wait("major"),
      ]),
    Shot(name: "patients", user: "doctor", steps: [.press(.text("7")), .wait("Type a part"), .press(.text("du"))]),
  ]

  private static let board: [Step] = [.press(.text("2")), .wait("housekeeping")]
  /// The board filtered to free rooms, with the focus on the first.
  private static let free: [Step] = [.press(.text("/")), .press(.text("state:free")), .press(.enter), .wait("free")]

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
