// swift-tools-version: 6.2
import PackageDescription

/// Every warning is an error, in every target of ours.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// One library target of the house: its folder, the modules it may import, the products of packages it stands on.
func house(_ name: String, _ path: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/\(path)", swiftSettings: strict)
}

/// The tests of one target, in `Tests/<name>`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let hummingbird: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "HTTPTypes", package: "swift-http-types"),
]
let foundations: [Target.Dependency] = ["Workdays", "Casework", "Store", "Ledger", "Vault", "Web", log]

/// What tests need that run on both engines.
let engines: [Target.Dependency] = ["TestKit", "StoreSQLite", "StorePostgres"]
/// What tests need that ask the server without a browser.
let browserless: [Target.Dependency] = hummingbird + [.product(name: "HummingbirdTesting", package: "hummingbird")]

let package = Package(
  name: "lianxin",
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // C libraries of the system, and the files that the binary carries.
    .systemLibrary(name: "CPQ", path: "Sources/Foundations/C/CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CArgon2", path: "Sources/Foundations/C/CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .target(name: "CAssets", path: "Sources/Foundations/C/CAssets", exclude: ["own", "vendor"]),
    .target(name: "CFixtureProfiles", path: "Sources/Foundations/C/CFixtureProfiles"),

    // Foundations
    house("Workdays", "Foundations/Workdays"),
    house("Casework", "Foundations/Casework", ["Workdays"]),
    house("Store", "Foundations/Store", [log]),
    house(
      "StoreSQLite", "Foundations/StoreSQLite",
      [
        "Store", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    house("StorePostgres", "Foundations/StorePostgres", ["Store", "CPQ"]),
    house("Vault", "Foundations/Vault", ["Store", crypto]),
    house("Ledger", "Foundations/Ledger", ["Workdays", "Casework", "Store", "Vault"]),
    house(
      "Web", "Foundations/Web",
      ["Workdays", "Casework", "CAssets", log, .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")] + hummingbird),

    // Edges
    house("Interop", "Edges/Interop", ["Workdays", "Casework", "Web"]),

    // Desk, in the order in which its modules may import each other
    house("People", "Desk/People", foundations + ["CArgon2"]),
    house(
      "Profiles", "Desk/Profiles",
      foundations + ["People", .product(name: "Yams", package: "Yams"), .product(name: "Mustache", package: "swift-mustache")]),
    house("CaseFile", "Desk/CaseFile", foundations + ["People", "Profiles"]),
    house("ProfileRoom", "Desk/ProfileRoom", foundations + ["People", "Profiles", "CaseFile"]),
    house("Search", "Desk/Search", foundations + ["People", "Profiles", "CaseFile"]),
    house("Suggestions", "Desk/Suggestions", foundations + ["People", "Profiles", "CaseFile", "Search"]),
    house("Figures", "Desk/Figures", foundations + ["Profiles", "Search"]),

    // Journey, in the order in which a citizen's words travel
    house("Intake", "Journey/1-Intake", foundations + ["People", "Profiles", "CaseFile", "Search", "Suggestions"]),
    house("Acceptance", "Journey/2-Acceptance", foundations + ["People", "Profiles", "CaseFile", "Search"]),
    house("Dispatching", "Journey/3-Dispatch", foundations + ["People", "Profiles", "CaseFile", "Search"]),
    house("Handling", "Journey/4-Handling", foundations + ["People", "Profiles", "CaseFile", "Search"]),
    house("Supervision", "Journey/5-Supervision", foundations + ["People", "Profiles", "CaseFile", "Search"]),
    house("FollowUp", "Journey/6-FollowUp", foundations + ["People", "Profiles", "CaseFile", "Search"]),

    house(
      "App", "App",
      foundations + [
        "StoreSQLite", "StorePostgres", "CFixtureProfiles", "Interop", "People", "Profiles", "CaseFile", "ProfileRoom", "Search",
        "Suggestions", "Figures", "Intake", "Acceptance", "Dispatching", "Handling", "Supervision", "FollowUp",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "lianxin",
      dependencies: [
        "App", "Workdays", "Casework", "Profiles", "Web", log, .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/lianxin", swiftSettings: strict),
    // Measures the release build; names the engines because it sets them beside their own libraries.
    .executableTarget(
      name: "lianxin-bench",
      dependencies: [
        "App", "Web", "People", "Ledger", "Casework", "Workdays", "Vault", "Store", "StoreSQLite", "StorePostgres", "CPQ",
        .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Sources/lianxin-bench", swiftSettings: strict),

    // What several test targets share: databases of their own on both engines.
    .target(name: "TestKit", dependencies: ["Store", "StoreSQLite", "StorePostgres"], path: "Tests/TestKit", swiftSettings: strict),

    tests("WorkdaysTests", ["TestKit", "Workdays"]),
    tests("CaseworkTests", ["Workdays", "Casework"]),
    tests("StoreTests", engines + ["Store", log]),
    tests("VaultTests", engines + ["Workdays", "Store", "Vault"]),
    tests("LedgerTests", foundations + engines + ["App"]),
    tests("WebTests", ["TestKit", "Workdays", "Casework", "Web", "Interop", "App"] + browserless),
    tests("PeopleTests", foundations + engines + ["People"]),
    tests("ProfilesTests", ["TestKit", "Workdays", "Casework", "Profiles", "ProfileRoom"]),
    tests("CaseFileTests", foundations + engines + ["People", "CaseFile"]),
    tests("SearchTests", foundations + engines + ["People", "Profiles", "CaseFile", "Search"]),
    tests("SuggestionsTests", foundations + engines + ["People", "CaseFile", "Search", "Suggestions"]),
    tests("FiguresTests", foundations + engines + ["App", "Figures"] + browserless),
    tests(
      "PortalTests", foundations + engines + ["People", "CaseFile", "Search", "Figures", "Intake", "Acceptance", "FollowUp"] + browserless),
    tests("SupervisionTests", ["Workdays", "Casework", "Store", "Web", "Supervision"]),
    tests("JourneyTests", foundations + engines + ["App", "Intake", "CaseFile", "People", "Profiles", "Supervision"] + browserless),
  ],
  swiftLanguageModes: [.v6]
)
