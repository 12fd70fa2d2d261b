// swift-tools-version: 6.2
import PackageDescription

/// The rules that every target is built under: see docs/architecture.md.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A layer of the hospital, or a kit below it. The list of dependencies is the
/// architecture: what is not named here cannot be imported.
func layer(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// The tests of one target.
func tests(_ name: String, uses: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + uses, exclude: exclude, swiftSettings: strict)
}

/// Where the headers of Pango and Cairo are, which include each other by bare names. `pkgConfig:` would find them, and
/// warn at every build of a flag that it does not pass on.
let pangoHeaders = [
  "/usr/include/pango-1.0", "/usr/include/cairo", "/usr/include/harfbuzz", "/usr/include/glib-2.0",
  "/usr/lib/x86_64-linux-gnu/glib-2.0/include", "/usr/lib/aarch64-linux-gnu/glib-2.0/include",
  "/usr/lib64/glib-2.0/include",
]

let package = Package(
  name: "hms",
  products: [
    .executable(name: "hms", targets: ["hms"]), .executable(name: "hms-paper", targets: ["hms-paper"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // The hospital, from its words to its screens.
    layer("HospitalDomain", uses: ["PaperKit"]),
    layer("HospitalRecords", uses: ["HospitalDomain", "DatabaseKit"]),
    layer("HospitalServices", uses: ["HospitalDomain", "HospitalRecords", "DatabaseKit", "PaperKit"]),
    layer("HospitalScreens", uses: ["HospitalDomain", "HospitalServices", "PaperKit"]),
    layer(
      "HospitalTerminal",
      uses: [
        "HospitalDomain", "HospitalScreens", "PaperKit", "TerminalKit", .product(name: "TOMLKit", package: "TOMLKit"),
      ]),

    // Kits and adapters that know no hospital.
    layer("PaperKit"),
    layer("DatabaseKit"),
    layer(
      "SQLiteEngine",
      uses: [
        "DatabaseKit", "CMalloc", "CSodium", "CSQLiteSettings", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "CWideText"),
    layer("TerminalKit", uses: ["CWideText"]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    layer("NCursesTerminal", uses: ["TerminalKit", "CNcurses"]),
    .systemLibrary(name: "CSodium"),
    layer("SodiumPasswords", uses: ["CSodium"]),
    layer("SodiumSeal", uses: ["CSodium"]),
    .systemLibrary(name: "COath"),
    layer("OathCodes", uses: ["COath"]),
    .systemLibrary(name: "CQRCode"),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CSQLiteSettings"),
    layer("QRPictures", uses: ["CQRCode"]),

    // The program that makes PDFs; hms starts it when something is printed, and links none of it.
    .systemLibrary(name: "CPangoCairo"),
    .executableTarget(
      name: "hms-paper", dependencies: ["PaperKit", "CPangoCairo"],
      swiftSettings: strict + [.unsafeFlags(pangoHeaders.flatMap { ["-Xcc", "-I" + $0] })]),

    // The composition root.
    .executableTarget(
      name: "hms",
      dependencies: [
        "HospitalDomain", "HospitalRecords", "HospitalServices", "HospitalScreens", "HospitalTerminal",
        "DatabaseKit", "PaperKit", "SQLiteEngine", "TerminalKit", "NCursesTerminal", "SodiumPasswords",
        "SodiumSeal", "OathCodes", "QRPictures", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),

    // Tests, one target for each layer.
    .target(
      name: "HospitalTestSupport",
      dependencies: [
        "HospitalDomain", "HospitalRecords", "HospitalServices", "HospitalScreens", "DatabaseKit", "PaperKit",
        "SQLiteEngine", "SodiumSeal", "OathCodes", "QRPictures",
      ],
      path: "Tests/HospitalTestSupport", swiftSettings: strict),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .target(
      name: "BuiltProgramSupport", dependencies: ["CVTerm"], path: "Tests/BuiltProgramSupport", swiftSettings: strict),
    .executableTarget(
      name: "hms-bench", dependencies: ["BuiltProgramSupport"], path: "Tests/Bench", exclude: ["baseline"],
      swiftSettings: strict),
    .executableTarget(
      name: "hms-shots", dependencies: ["BuiltProgramSupport"], path: "Tests/Shots", swiftSettings: strict),
    .executableTarget(
      name: "hms-contender",
      dependencies: [
        "DatabaseKit", "HospitalDomain", "HospitalRecords", "HospitalServices", "SQLiteEngine", "SodiumPasswords",
      ],
      path: "Tests/Contender", swiftSettings: strict),
    .testTarget(
      name: "ProcessTests", dependencies: ["hms", "hms-contender", "BuiltProgramSupport"], swiftSettings: strict),
    .testTarget(
      name: "RealTerminalTests", dependencies: ["hms", "BuiltProgramSupport", "OathCodes"], swiftSettings: strict),
    .testTarget(name: "SSHTests", dependencies: ["hms", "BuiltProgramSupport"], swiftSettings: strict),
    .testTarget(
      name: "PackageTests", dependencies: ["hms", "hms-paper", "BuiltProgramSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["hms", "hms-paper", "BuiltProgramSupport"], swiftSettings: strict),
    tests("HospitalDomain", uses: ["PaperKit"]),
    tests("TerminalKit"),
    tests("NCursesTerminal", uses: ["BuiltProgramSupport"]),
    tests("SQLiteEngine", uses: ["DatabaseKit"]),
    tests("SodiumSeal"),
    tests("OathCodes"),
    tests("QRPictures"),
    tests("HospitalRecords", uses: ["HospitalTestSupport", "HospitalDomain", "DatabaseKit", "SQLiteEngine"]),
    tests(
      "HospitalServices", uses: ["HospitalTestSupport", "HospitalDomain", "HospitalRecords", "DatabaseKit", "PaperKit"]),
    tests("HospitalScreens", uses: ["HospitalTestSupport", "HospitalDomain", "HospitalServices"]),
    tests(
      "HospitalTerminal",
      uses: [
        "HospitalTestSupport", "HospitalDomain", "HospitalServices", "HospitalScreens", "PaperKit", "TerminalKit",
      ]),
  ]
)
