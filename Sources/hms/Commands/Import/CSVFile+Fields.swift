import HospitalDomain

/// A field that a heading of a file can name.
protocol HeadedField: Hashable, CaseIterable, RawRepresentable where RawValue == String {
  /// Whether a file without it is of no use.
  var isRequired: Bool { get }
  /// The names that it goes by, however they are spaced and capitalised.
  var headings: [String] { get }
}

extension PatientField: HeadedField {
  var headings: [String] { [rawValue, caption] }
}

extension MedicationEntry.Field: HeadedField {
  var headings: [String] { [rawValue] }
}

extension CSVFile {
  /// What each row says of the fields that the headings of the file name.
  ///
  /// - Parameter command: the command that takes such files, such as `import patients`.
  func texts<Field: HeadedField>(of fields: Field.Type, for command: String) throws -> [(
    line: Int, texts: [Field: String]
  )] {
    let fields: [Field] = try self.fields { what in
      CommandFailure(
        .badInput, "the headings of \(path) are wrong: \(what)",
        remedy: isOfSynthea
          ? "it looks like a file of Synthea's: hms import synthea takes its folder" : "see hms \(command) --help")
    }
    return try rows.map { row in
      guard !row.values.dropFirst(fields.count).contains(where: { !$0.isEmpty }) else {
        throw CommandFailure(
          .badInput, "\(path):\(row.line): the row has more values than there are headings",
          remedy: "put values with commas in quotes and try again")
      }
      return (row.line, zip(fields, row.values).reduce(into: [:]) { $0[$1.0] = $1.1 })
    }
  }

  private func fields<Field: HeadedField>(orSay wrong: (String) -> CommandFailure) throws -> [Field] {
    let fields = try headings.map { heading in
      let named = Field.allCases.first { $0.headings.map(Self.plain).contains(Self.plain(heading)) }
      guard let named else { throw wrong("there is no field \"\(heading)\"") }
      return named
    }
    if let twice = fields.first(where: { field in fields.count { $0 == field } > 1 }) {
      throw wrong("\(twice.rawValue) stands there twice")
    }
    if let missing = Field.allCases.first(where: { $0.isRequired && !fields.contains($0) }) {
      throw wrong("\(missing.rawValue) is missing")
    }
    return fields
  }

  /// Whether the headings are those that Synthea gives its patients, or what happened to them.
  private var isOfSynthea: Bool {
    let named = Set(headings)
    return named.isSuperset(of: ["PATIENT", "ENCOUNTER"]) || named.isSuperset(of: ["BIRTHDATE", "DEATHDATE", "SSN"])
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
