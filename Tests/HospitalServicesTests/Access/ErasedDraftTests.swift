import DatabaseKit
import Foundation
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import SQLiteEngine
import Testing

/// What was typed into drafts before they were sealed is nowhere in the files of a database that was brought up to date (H4).
@Suite struct ErasedDraftTests {
  private static let words = "QUOKKA-TYPED-THIS-BEFORE-DRAFTS-WERE-SEALED"

  /// A database from before drafts were sealed, in which one was kept and discarded by a program that erased nothing.
  private func old(at path: String) throws {
    let engine = try SQLiteDatabase(path: path, mode: .create)
    let names = Migrations.all.map(\.name)
    let count = try #require(names.firstIndex(of: "2026-11-sealed-drafts"))
    try Migrator(Array(Migrations.all.prefix(count))).migrate(engine, at: 1)
    try engine.write { transaction in
      try transaction.execute("PRAGMA secure_delete = OFF")
      try transaction.execute("CREATE TABLE typed (words TEXT NOT NULL)")
      for number in 0..<200 { try transaction.execute("INSERT INTO typed VALUES (\("\(Self.words) \(number)"))") }
    }
    try engine.write { try $0.execute("DROP TABLE typed") }
  }

  private func found(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter {
      try Data(contentsOf: $0).range(of: Data(Self.words.utf8)) != nil
    }.map(\.lastPathComponent)
  }

  @Test("neither the file nor its log holds a word of them, and it is done once")
  func erased() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "erased-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "hospital.sqlite").path
    try old(at: path)
    #expect(try !found(in: folder).isEmpty, "it is there before")
    let engine = try SQLiteDatabase(path: path)
    let workplace = Workplace(
      engine: engine, clock: { TestHospital.opening }, localTime: .utc, ids: .counted(), passwords: .fake)
    try workplace.migrate()
    #expect(try found(in: folder) == [])
    let nobody = Records.Author(
      account: Identifier(""), hospital: Identifier(""), now: TestHospital.opening, ids: .counted())
    #expect(try engine.read { try !Records($0, author: nobody).drafts.isErasureDue() })
    #expect(try engine.integrityProblems() == [])
  }
}
