import Foundation

/// What the services offer, read from their source, so that nothing that is added there can be forgotten here.
struct UseCaseSource {
  /// One file of `Sources/HospitalServices`.
  struct File {
    let path: String
    let text: String
  }

  let files: [File]

  /// The files of the services; the demonstration, which nobody is signed in for, is none of them.
  init() throws {
    let root = URL(filePath: #filePath).pathComponents.dropLast(5).joined(separator: "/").dropFirst()
    let folder = "\(root)/Sources/HospitalServices"
    files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Demonstration/") }.sorted()
      .map { File(path: $0, text: try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)) }
  }

  /// The types that work in the name of a session: `BedService`, `OccupancyFeed`.
  var typesWithSession: Set<String> {
    Set(
      files.flatMap { file in
        types(in: file).filter { $0.body.contains(/init\(_ session: Session\b/) }.map(\.name)
      })
  }

  /// Everything that those types offer, as `Type.name(labels:)`; what is offered twice stands twice.
  func offers(of names: Set<String>) -> [String] {
    files.flatMap { file in
      types(in: file).filter { names.contains($0.name) }.flatMap { type in
        type.body.matches(of: /\n  (?:@\w+ )*package (?:mutating )?func (\w+)(?:<[^>]*>)?\(/).map { match in
          "\(type.name).\(match.1)(\(labels(in: type.body[match.range.upperBound...])))"
        }
      }
    }
  }

  /// The permissions that the services ask for, by their names: `admitPatient`.
  var permissionsAskedFor: Set<String> {
    let asking = /\b(?:perform|create|createAll|open|look|require|refusal|note|change)\([^{]*?\.(\w+)/
    return Set(files.flatMap { $0.text.matches(of: asking).map { String($0.1) } })
  }

  /// The files in which something is done or looked at in a session's name, by the types around it.
  var typesAtWork: Set<String> {
    Set(
      files.flatMap { file in
        types(in: file).filter { $0.body.contains(/session\.(?:perform|create|createAll|open|look|require)\(/) }
          .map(\.name)
      })
  }

  private func types(in file: File) -> [(name: String, body: Substring)] {
    let heads = file.text.matches(of: /(?m)^(?:package |private )?(?:final )?(?:struct|class|enum|extension) (\w+)/)
    return heads.enumerated().map { place, head in
      let end = place + 1 < heads.count ? heads[place + 1].range.lowerBound : file.text.endIndex
      return (String(head.1), file.text[head.range.upperBound..<end])
    }
  }

  /// The labels of the parameters that begin here: `_:of:`.
  private func labels(in text: Substring) -> String {
    var (depth, parts, part) = (1, [String](), "")
    for character in text {
      if "([{<".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ">", !part.hasSuffix("-") { depth -= 1 }
      if depth == 0 { break }
      if character == ",", depth == 1 {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
      .map { "\($0.prefix { !" :".contains($0) }):" }.joined()
  }
}
