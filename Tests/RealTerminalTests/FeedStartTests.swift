import BuiltProgramSupport
import Glibc
import Testing

/// A file that is out of reach for a while (A2, O8).
@Suite struct FeedStartTests {
  @Test func whoSignsInIsToldAndABoardIsNeverShownAsLiveAndComesBackByItself() throws {
    let hospital = try DemonstrationHome()
    let terminal = try hospital.terminal()
    try terminal.wait(for: "Demonstration hospital")
    let path = hospital.home.path + "/data/hms/hospital.sqlite"
    #expect(rename(path, path + ".away") == 0)
    terminal.press(.text("headnurse"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "moved or replaced")
    #expect(rename(path + ".away", path) == 0)
    terminal.press(.text("demo"), .enter)
    try terminal.wait(for: "LIVE")
    #expect(rename(path, path + ".away") == 0)
    try terminal.wait(for: "STALE")
    #expect(!terminal.screen.text.contains("LIVE"))
    #expect(rename(path + ".away", path) == 0)
    try terminal.wait(for: "LIVE")
    terminal.type("2")
    try terminal.wait(for: "the board") { $0.text.contains("[2 Beds]") && $0.text.contains("ROOM ") }
  }
}
