import Foundation
import Testing

@testable import HospitalDomain

/// The Big List of Naughty Strings (fixtures/naughty, MIT), and what else has broken programs before.
enum NaughtyStrings {
  static let all: [String] = listed + made

  /// The lines of the list. Bytes that are no UTF-8 come as they would from a terminal, repaired.
  private static let listed: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    guard let bytes = try? Data(contentsOf: root.appending(path: "fixtures/naughty/blns.txt")) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }()

  private static let made: [String] = [
    "", " ", "\u{0}", "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{202E}", "\u{200B}",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", String(repeating: "a", count: 1_000_000),
    String(repeating: "\u{301}", count: 10_000),
    String(repeating: "9", count: 10_000), String(repeating: "1/", count: 5_000),
    String(decoding: [0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80], as: UTF8.self),
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e308", "NaN", "0x7fffffff",
    "T+99999999999999999999",
    "+9999h", "~99999999999999999999y", "2026/11/21\u{0}", "９９９９/１２/３１", "٣", "()()()", "((((((((", ",,,,;;;;", ":::",
    "state:", "a:b:c", "@@@@",
    "---------", "'''''", "\\\\", "%s%n%p", "'; DROP TABLE patient; --",
  ]
}

@Suite("Whatever is typed is stored safely or refused in words; nothing crashes (testing.md, Hostile input)")
struct NaughtyEntryTests {
  @Test func theListIsThere() {
    #expect(NaughtyStrings.all.count > 500)
  }

  /// Every reader of one text, by its name, with what it would store and show.
  static let readers: [(name: String, read: @Sendable (String) throws -> String)] = [
    ("line", { try SafeText.line($0) }), ("note", { try SafeText.note($0) }),
    ("date", { try DateEntry.read($0, today: today).description }),
    ("past date", { try DateEntry.read($0, today: today, era: .past).description }),
    ("time", { try TimeEntry.read($0, now: .midnight).description }),
    ("moment", { LocalTime.utc.text(try DateTimeEntry.read($0, now: now, clock: .utc)) }),
    ("money", { try Money(entry: $0).description }), ("name", { try PersonName.part($0, caption: "name") }),
    ("sex", { try Sex(entry: $0).title }), ("birth date", { try BirthDate(entry: $0, today: today).description }),
    ("hospital number", { try HospitalNumber(entry: $0).description }),
    ("telephone", { try Telephone(entry: $0).text }),
    ("e-mail", { try EmailAddress(entry: $0).text }), ("national id", { try NationalID(entry: $0).text }),
    ("blood group", { try BloodGroup(entry: $0).rawValue }),
    ("allergies", { try AllergyStatus(entry: $0).description }),
    ("filter", { try BoardFilter(entry: $0).description }), ("code", { try BedCode(entry: $0).title }),
    ("kind", { try RoomKind(entry: $0).title }), ("gender rule", { try GenderRule(entry: $0).title }),
    ("job title", { try JobTitle(entry: $0).title }), ("staff number", { try StaffNumber(entry: $0).text }),
    ("short code", { try ShortCode.read($0, name: "room number", example: "4A-12") }),
    ("user name", { try Username(entry: $0).text }),
  ]

  @Test(arguments: readers.indices)
  func everyReaderTakesOrRefuses(_ index: Int) {
    let reader = Self.readers[index]
    for text in NaughtyStrings.all {
      do {
        let stored = try reader.read(text)
        // The filter is shown and never stored; its free words are what was typed.
        guard reader.name != "filter" else { continue }
        #expect(
          isSafe(stored, allowsNewline: reader.name == "note"),
          "\(reader.name) stores \(text.debugDescription.prefix(60))")
      } catch let problem as Misentry {
        #expect(isSentence(problem.sentence), "\(reader.name) says \(problem.sentence.debugDescription.prefix(200))")
      } catch {
        Issue.record("\(reader.name) throws \(error)")
      }
    }
  }

  /// Storable as it stands: reading it again gives the same.
  private func isSafe(_ text: String, allowsNewline: Bool) -> Bool {
    let again = allowsNewline ? try? SafeText.note(text) : try? SafeText.line(text, limit: 4_000)
    return again.map { Array($0.unicodeScalars) == Array(text.unicodeScalars) } ?? false
  }

  /// Fit to be shown beside a field: something to read, not too long, and without the very characters it refuses.
  private func isSentence(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 400 && text.last != "." && (try? SafeText.line(text, limit: 400)) != nil
  }

  @Test func formsNameTheWrongFields() {
    for text in NaughtyStrings.all {
      for field in PatientField.allCases {
        var entry = duarteEntry
        entry[field] = text
        do throws(InvalidEntry) {
          let details = try entry.check(today: today)
          #expect((try? PatientDetailsEntry(details).check(today: today)) == details, "\(field) \(text.prefix(60))")
        } catch {
          #expect(error.problems.allSatisfy { $0.field == field.rawValue })
        }
      }
    }
  }

  @Test func searchingAndComparingTakeAnything() {
    for typed in NaughtyStrings.all {
      _ = SearchQuery(typed).prefixes
      _ = PersonTraits(typed: PatientDetailsEntry([.familyName: typed, .givenName: typed]), today: today)
      // Longer than any stored name, though not as long as any paste.
      let text = String(typed.prefix(500))
      let name = PersonName(family: text, given: String(text.reversed()))
      _ = name.listed(fitting: 20)
      _ = SearchTerms.terms(
        number: number(1), name: name, birthDate: BirthDate(today), telephone: Telephone(stored: text))
      let traits = PersonTraits(name: name, birthDate: BirthDate(today), telephone: Telephone(stored: text), town: text)
      #expect(Duplicates.compare(traits, traits).isWorthShowing || TextFolding.joinedWords(text).isEmpty)
      #expect((0...100).contains(Duplicates.compare(traits, DuplicatesTests.onFile).score))
      _ = DuplicateKeys.tried(for: traits)
      _ = NaturalOrder.precedes(text, "4A-1")
      #expect(!NaturalOrder.precedes(text, text))
      #expect(TextFolding.fold(TextFolding.fold(text)) == TextFolding.fold(text))
    }
  }
}
