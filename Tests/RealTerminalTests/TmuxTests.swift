import BuiltProgramSupport
import Glibc
import Testing

/// Inside tmux, as on many a shared desk.
@Suite struct TmuxTests {
  @Test(.enabled(if: access("/usr/bin/tmux", X_OK) == 0, "tmux is not installed"))
  func itWorksInsideTmux() throws {
    let hospital = try DemonstrationHome()
    let settings = try hospital.home.write("set -g default-terminal tmux-256color\n", to: "tmux.conf")
    let terminal = try RealTerminal(
      ["/usr/bin/tmux", "-S", hospital.home.path + "/tmux", "-f", settings, "new-session", BuiltProgram.path],
      environment: hospital.home.environment)
    try terminal.wait(for: "Password")
    terminal.press(.text("nurse"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "LIVE")
    terminal.type("2")
    try terminal.wait(for: "ROOM ")
    terminal.press(.down)
    try terminal.wait(for: "the second row in focus") { $0.lines.contains { $0.hasPrefix("> 1E-02") } }
    terminal.press(.control("K"))
    try terminal.wait(for: "LOCKED")
    terminal.press(.control("X"))
    try terminal.wait(for: "^X  end")
    terminal.press(.control("X"))
    #expect(try terminal.end() == .exited(0))
  }
}
