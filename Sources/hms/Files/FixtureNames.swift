import HospitalServices

/// The lists of names among the fixtures, read for the demonstration hospital.
enum FixtureNames {
  /// Reads them. Throws a `CommandFailure` when they are not installed.
  static func load() throws -> DemonstrationNames {
    guard let folder = InstalledFiles.fixtures else {
      throw CommandFailure(
        .noInput, "the lists of names for a demonstration are not installed",
        remedy: "put the folder fixtures of the source into /usr/share/hms")
    }
    let list = "\(folder)/names/historicname_tcm77-254032-"
    return DemonstrationNames(
      families: try surnames(in: "\(folder)/names/surnames.txt"), women: try givenNames(in: list + "girls.csv"),
      men: try givenNames(in: list + "boys.csv"))
  }

  /// One name on each line; the first line is a remark.
  private static func surnames(in path: String) throws -> [String] {
    try TextFile.contents(of: path).split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.count > 2 && !$0.hasPrefix("#") }
  }

  /// A table with a column for each decade under its year, after some lines of remarks.
  private static func givenNames(in path: String) throws -> [Int: [String]] {
    let rows = try CSVFile(path: path).rows.map(\.values)
    guard let start = rows.firstIndex(where: { $0.first == "RANK" }) else {
      throw CommandFailure(.badInput, "\(path) has no line RANK", remedy: "take the file of the source again")
    }
    var names: [Int: [String]] = [:]
    for (column, year) in rows[start].enumerated() {
      guard let year = Int(year) else { continue }
      names[year] = rows[(start + 1)...].compactMap { row in
        guard row.indices.contains(column), !row[column].isEmpty, Int(row[0]) != nil else { return nil }
        return capitalised(row[column])
      }
    }
    return names
  }

  /// `MARY-ANN` as `Mary-Ann`.
  private static func capitalised(_ name: String) -> String {
    var wasLetter = false
    return name.reduce(into: "") { text, letter in
      text += wasLetter ? letter.lowercased() : String(letter)
      wasLetter = letter.isLetter
    }
  }
}
