import Foundation
import HospitalDomain
import Testing

@Suite("docs/permissions.md")
struct PermissionsDocumentTests {
  private static let path =
    URL(filePath: #filePath).pathComponents.dropLast(5).joined(separator: "/").dropFirst() + "/docs/permissions.md"

  @Test("docs/permissions.md is what the permissions and the use cases say")
  func documentIsFresh() throws {
    let (made, path) = (PermissionsDocument.text, String(Self.path))
    if ProcessInfo.processInfo.environment["HMS_WRITE_DOCS"] != nil {
      try made.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == made,
      "docs/permissions.md is stale: HMS_WRITE_DOCS=1 script/test PermissionsDocument writes it anew")
  }

  @Test("every permission stands in it once")
  func complete() {
    #expect(PermissionsDocument.areas.flatMap(\.permissions) == Permission.all)
  }
}
