import Glibc
import HospitalTerminal
import TerminalKit
import Testing

@Suite("docs/KEYS.md and the keys of every screen")
struct KeysDocumentTests {
  static let path =
    String(#filePath.dropLast("Tests/HospitalTerminalTests/Shell/KeysDocumentTests.swift".count)) + "docs/KEYS.md"

  @Test("docs/KEYS.md is what the tables of commands say")
  func documentIsFresh() throws {
    let made = KeysDocument.text(everywhere: KeyTables.everywhere, screens: KeyTables.screens)
    if getenv("HMS_WRITE_DOCS") != nil { try write(made) }
    #expect(try read() == made, "docs/KEYS.md is stale: HMS_WRITE_DOCS=1 script/test KeysDocument writes it anew")
  }

  @Test("no two commands of a screen want the same key", arguments: KeyTables.screens + [KeyTables.everywhere])
  func noClashes(table: KeyTable) {
    #expect(KeyClash.find(in: table, everywhere: KeyTables.everywhere) == [])
  }

  @Test("every command has a name of its own on its screen", arguments: KeyTables.screens + [KeyTables.everywhere])
  func ownNames(table: KeyTable) {
    #expect(Set(table.entries.map(\.id)).count == table.entries.count)
  }

  private func read() throws -> String {
    let file = try #require(fopen(Self.path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private func write(_ text: String) throws {
    let file = try #require(fopen(Self.path, "w"))
    defer { fclose(file) }
    fputs(text, file)
  }
}
