import BuiltProgramSupport
import Glibc
import Testing

/// What a shared terminal tells of patients where it must not (H4): on the lock, in what was scrolled off, in the title of
/// the window, in the list of processes, and on the screen that is left behind.
@Suite struct SharedTerminalTraceTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  /// The family names of patients in rooms, as the board shows them; those that stand in other words are left out.
  private func names() throws -> [String] {
    try hospital.sql(
      """
      SELECT DISTINCT upper(family_name) FROM patient JOIN admission ON admission.patient_id = patient.id
      WHERE admission.status = 'in-progress' AND length(family_name) > 4 AND family_name NOT GLOB '*[^A-Za-z]*'
      """
    ).split(separator: "\n").map(String.init)
  }

  private func found(_ names: [String], in text: String) -> [String] {
    let text = text.uppercased()
    return names.filter { text.contains($0) }
  }

  /// A nurse who has looked at the board, a record, and through the whole list.
  private func nurseAtWork(_ kind: String) throws -> RealTerminal {
    let terminal = try hospital.terminal(with: ["TERM": kind])
    terminal.press(.text("nurse"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "LIVE")
    terminal.type("2")
    try terminal.wait(for: "ROOM ")
    let names = try names()
    for _ in 0..<6 where found(names, in: terminal.screen.text).isEmpty { terminal.press(.pageDown) }
    for _ in 0..<40 { terminal.press(.down) }
    try terminal.wait(for: "a patient's name") { !found(names, in: $0.text).isEmpty }
    return terminal
  }

  @Test(
    "neither the lock, nor the lines scrolled off, nor the title, nor what is left behind names a patient",
    arguments: ["xterm-256color", "tmux-256color", "linux", "vt100"])
  func traces(kind: String) throws {
    let (terminal, names) = (try nurseAtWork(kind), try names())
    let start = terminal.written.count
    terminal.press(.control("K"))
    try terminal.wait(for: "LOCKED")
    #expect(found(names, in: terminal.screen.text) == [])
    #expect(terminal.screen.titles.isEmpty)
    if kind != "vt100" && kind != "linux" {
      #expect(terminal.screen.isAlternate)
      #expect(found(names, in: terminal.screen.scrolledOff.joined(separator: "\n")) == [])
    }
    // What was still to be drawn came first; then the screen was wiped, and only then was the first word of the lock written.
    let written = String(decoding: terminal.written[start...], as: UTF8.self)
    let word = try #require(written.firstRange(of: "LOCKED"))
    let before = String(written[..<word.lowerBound])
    let wipe = try #require(
      ["\u{1B}[2J", "\u{1B}[J"].compactMap { before.ranges(of: $0).last }.max { $0.lowerBound < $1.lowerBound })
    #expect(found(names, in: String(written[wipe.lowerBound...])) == [])
    terminal.press(.control("X"))
    try terminal.wait(for: "^X  end")
    terminal.press(.control("X"))
    #expect(try terminal.end() == .exited(0))
    #expect(found(names, in: terminal.screen.text) == [])
  }

  @Test("a terminal without a second screen is told to forget what was scrolled off it, on the lock and at the end")
  func scrolledOff() throws {
    let terminal = try nurseAtWork("vt100")
    let before = terminal.written.count
    terminal.press(.control("K"))
    try terminal.wait(for: "LOCKED")
    #expect(String(decoding: terminal.written[before...], as: UTF8.self).contains("\u{1B}[3J"))
    terminal.signal(SIGTERM)
    _ = try terminal.end()
    #expect(String(decoding: terminal.written.suffix(60), as: UTF8.self).contains("\u{1B}[3J"))
  }

  @Test(
    "inside tmux neither its history, nor the pane behind, nor its title names a patient",
    .enabled(if: access("/usr/bin/tmux", X_OK) == 0, "tmux is not installed"))
  func insideTmux() throws {
    let settings = try hospital.home.write(
      "set -g default-terminal tmux-256color\nset -g history-limit 5000\n", to: "tmux.conf")
    let socket = hospital.home.path + "/tmux"
    func tmux(_ words: String...) throws -> String {
      try ProgramRun(["/usr/bin/tmux", "-S", socket] + words, environment: hospital.home.environment).output
    }
    let terminal = try RealTerminal(
      ["/usr/bin/tmux", "-S", socket, "-f", settings, "new-session", BuiltProgram.path],
      environment: hospital.home.environment)
    try terminal.wait(for: "Password")
    terminal.press(.text("nurse"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "LIVE")
    let names = try names()
    terminal.type("2")
    try terminal.wait(for: "ROOM ")
    for _ in 0..<40 { terminal.press(.down) }
    try terminal.wait(for: "a patient's name") { !found(names, in: $0.text).isEmpty }
    #expect(try !found(names, in: tmux("capture-pane", "-p")).isEmpty)
    terminal.press(.control("K"))
    try terminal.wait(for: "LOCKED")
    for way in [["-p"], ["-p", "-S", "-"], ["-p", "-a", "-q"], ["-p", "-a", "-q", "-S", "-"]] {
      let run = try ProgramRun(
        ["/usr/bin/tmux", "-S", socket, "capture-pane"] + way, environment: hospital.home.environment)
      #expect(found(names, in: run.output) == [])
    }
    #expect(try found(names, in: tmux("display-message", "-p", "#{pane_title} #{window_name} #{session_name}")) == [])
    _ = try tmux("kill-server")
  }

  @Test("the list of processes names no patient: not hms, nor what it starts to print")
  func processes() throws {
    let lister = """
      #!/bin/sh
      tr '\\0' '\\n' </proc/$$/cmdline >>"\(hospital.home.path)/seen"
      tr '\\0' '\\n' </proc/$$/environ >>"\(hospital.home.path)/seen"
      tr '\\0' '\\n' </proc/$PPID/cmdline >>"\(hospital.home.path)/seen"
      tr '\\0' '\\n' </proc/$PPID/environ >>"\(hospital.home.path)/seen"
      cat >/dev/null
      """
    let path = try hospital.home.write(lister, to: "bin/lp")
    _ = try ProgramRun(["/bin/chmod", "+x", path], environment: [:])
    let patient = try hospital.sql(
      """
      SELECT upper(patient.family_name) || ' ' || patient.number FROM invoice JOIN patient ON patient.id = invoice.patient_id
      WHERE invoice.number IS NOT NULL AND length(patient.family_name) > 4 LIMIT 1
      """
    ).split(separator: " ").map(String.init)
    let terminal = try hospital.terminal(with: ["PATH": hospital.home.path + "/bin:/usr/bin:/bin"])
    terminal.press(.text("cashier"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "LIVE")
    terminal.type("5")
    try terminal.wait(for: "BALANCE")
    terminal.press(.text("/\(patient[0])"), .enter)
    try terminal.wait(for: "> ") { $0.lines.contains { $0.hasPrefix("> ") && $0.contains(patient[0]) } }
    terminal.type("p")
    try terminal.wait(for: "PRINT")
    var seen = ""
    let process = terminal.process
    terminal.press(.control("F"), .text("Place"), .enter, .control("U"), .text("printer"), .control("S"))
    for _ in 0..<5_000 {
      seen = processList(of: process)
      if seen.contains("hms-paper") { break }
    }
    try terminal.wait(for: "went to the usual printer")
    #expect(seen.contains("hms-paper"), "the program that makes PDFs was not seen at work")
    seen += try ProgramRun(["/bin/cat", hospital.home.path + "/seen"], environment: [:]).output
    #expect(seen.contains("-t"))
    #expect(!seen.uppercased().contains(patient[0]))
    #expect(!seen.contains(patient[1]))
  }

  /// The words and the environment of a process and of those that it has started.
  private func processList(of process: Int32) -> String {
    func read(_ path: String) -> String {
      guard let file = fopen(path, "r") else { return "" }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = fread(&bytes, 1, bytes.count, file)
      return String(decoding: bytes[..<count].map { $0 == 0 ? 10 : $0 }, as: UTF8.self)
    }
    // What a thread has started is listed with the thread.
    var threads = glob_t()
    defer { globfree(&threads) }
    glob("/proc/\(process)/task/*/children", 0, nil, &threads)
    let children = (0..<Int(threads.gl_pathc)).flatMap { place in
      threads.gl_pathv[place].map { read(String(cString: $0)) }?.split(separator: " ").map(String.init) ?? []
    }
    return ([String(process)] + children).map { read("/proc/\($0)/cmdline") + read("/proc/\($0)/environ") }.joined()
  }
}
