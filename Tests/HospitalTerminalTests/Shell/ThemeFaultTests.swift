import Glibc
import HospitalTerminal
import TerminalKit
import Testing

@Suite("A theme of one's own")
struct ThemeFaultTests {
  /// A folder of its own with theme files in it.
  final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
      var template = Array("/tmp/hms-themes-XXXXXX".utf8CString)
      let made = try #require(mkdtemp(&template))
      path = String(cString: made)
      for (name, text) in files {
        let file = try #require(fopen("\(path)/\(name).toml", "w"))
        fputs(text, file)
        fclose(file)
      }
    }

    deinit {
      var names: [String] = []
      if let stream = opendir(path) {
        while let entry = readdir(stream) {
          names.append(
            withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        closedir(stream)
      }
      for name in names where name.hasSuffix(".toml") { unlink("\(path)/\(name)") }
      rmdir(path)
    }
  }

  private func load(_ text: String) throws -> Theme {
    let folder = try Folder(["own": text])
    return try ThemeShelf(folders: [folder.path, shippedThemes]).load("own")
  }

  @Test("inherits a theme and changes its palette under its styles")
  func inherits() throws {
    let theme = try load(
      """
      inherits = "ward-dark"
      [palette]
      green = ["#00ff00", 46, 10]
      [styles]
      "room.held" = { fg = "green", bold = true }
      """)
    #expect(theme.style(for: .roomFree, at: .direct).foreground == .rgb(RGB(0, 255, 0)))
    #expect(
      theme.style(for: .roomHeld, at: .indexed)
        == CellStyle(foreground: .index(46), background: .index(234), attributes: .bold))
    #expect(theme.style(for: .roomClosed, at: .indexed) == WardDark.theme.style(for: .roomClosed, at: .indexed))
  }

  @Test("a role without a style has its parent's, part by part")
  func parents() throws {
    let theme = try load(
      """
      [palette]
      ink = 16
      paper = 255
      [styles]
      default = { fg = "ink", bg = "paper" }
      "table.row" = { bold = true }
      "table.row.selected" = { bg = "ink" }
      """)
    let style = theme.style(for: .tableRowSelected, at: .indexed)
    #expect(style == CellStyle(foreground: .index(16), background: .index(16), attributes: .bold))
    #expect(theme.style(for: .heading, at: .indexed) == CellStyle(foreground: .index(16), background: .index(255)))
  }

  @Test(
    "a role with dots may stand without quotes, and as a heading, also beside a deeper one",
    arguments: [
      "[styles]\ntable.row.bold = true\ntable.row.selected = { underline = true }",
      "[styles.table.row]\nbold = true\nselected = { underline = true }",
      "styles.table.row.bold = true\nstyles.table.row.selected.underline = true",
    ])
  func dotted(text: String) throws {
    let theme = try load(text)
    #expect(theme.style(for: .tableRow, at: .indexed).attributes == .bold)
    #expect(theme.style(for: .tableRowSelected, at: .indexed).attributes.contains(.underline))
  }

  @Test(
    "the first colour that the terminal has wins",
    arguments: [(ColourDepth.direct, "rgb"), (.indexed, "114"), (.sixteen, "10"), (.eight, "2"), (.mono, "none")])
  func depths(depth: ColourDepth, expected: String) {
    let choice = ColourChoice([.rgb(RGB(1, 2, 3)), .index(114), .index(10)])
    let found =
      switch choice.colour(at: depth) {
      case .rgb: "rgb"
      case .index(let number): "\(number)"
      case nil: "none"
      }
    #expect(found == expected)
  }

  @Test(
    "what is wrong is said with its line, and the display stays",
    arguments: [
      (
        "[styles]\n\n\"room.fre\" = { bold = true }",
        "Theme own, line 3: there is no role 'room.fre'. The display stays"
      ),
      ("[styles]\nroom.fre = { bold = true }", "line 2: there is no role 'room.fre'"),
      ("[styles]\n[styles.room.fre]\nbold = true", "line 2: there is no role 'room.fre'"),
      ("styles.room.fre.bold = true", "line 1: there is no role 'room.fre'"),
      ("[styles]\n\"room.free\" = { fg = \"lime\" }", "line 2: there is no colour 'lime' in the palette"),
      ("[palette]\ngreen = \"#12345\"", "line 2: the colour 'green' is not"),
      ("[palette]\ngreen = [1, 999]", "line 2: the colour 'green' is not"),
      ("[styles]\nkey = { blink = true }", "line 2: 'blink' is no attribute"),
      ("[styles]\nkey = { bold = \"yes\" }", "line 2: 'bold' is no attribute"),
      ("[styles]\nkey = 3", "line 2: the style of 'key' is not"),
      ("[glyphs]\nset = \"emoji\"", "line 2: the glyph set 'emoji' is neither unicode nor ascii"),
      ("colour = 1", "line 1: there is no setting 'colour'"),
      ("name = \"a\"\n[styles\n", "line 2"),
      ("inherits = \"own\"", "themes inherit each other in a ring"),
      ("inherits = \"../../etc/passwd\"", "there is no theme of that name"),
    ])
  func faults(text: String, sentence: String) {
    let fault = #expect(throws: ThemeFault.self) { try load(text) }
    #expect(fault.map { "\($0)".contains(sentence) } == true, "\(fault.map { "\($0)" } ?? "")")
  }

  @Test("a name that is no file's name finds nothing", arguments: ["", "../themes/mono", "/etc/passwd", "no-such"])
  func names(name: String) {
    #expect(throws: ThemeFault.self) { try ThemeShelf(folders: [shippedThemes]).load(name) }
  }
}
