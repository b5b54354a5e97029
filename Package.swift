// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// A process that answers one question is as fast as the pages of its code are few: each function is a
// section of its own, and the linker puts those that a question needs side by side.
let sections: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release))
]
let order: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld",
      "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Scripts/functions.order",
      "-Xlinker", "--no-warn-symbol-ordering",
    ],
    .when(configuration: .release)
  )
]

let package = Package(
  name: "curbside",
  products: [
    .executable(name: "curbside", targets: ["curbside"]),
    .library(name: "DMN", targets: ["DMN", "FEEL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "TextAnalysis", swiftSettings: settings + sections),
    .systemLibrary(name: "CPCRE2"),
    .target(name: "FEEL", dependencies: ["CPCRE2"], swiftSettings: settings),
    .systemLibrary(name: "CExpat"),
    .target(name: "DMN", dependencies: ["FEEL", "CExpat"], swiftSettings: settings),
    .target(name: "Evidence", dependencies: ["CYAML"], swiftSettings: settings + sections),
    .target(name: "Retrieval", dependencies: ["TextAnalysis"], swiftSettings: settings + sections),
    .target(name: "Dialogue", dependencies: ["TextAnalysis"], swiftSettings: settings + sections),
    .target(
      name: "Answering",
      dependencies: ["TextAnalysis", "FEEL", "DMN", "Dialogue", "Evidence", "Retrieval"],
      swiftSettings: settings + sections
    ),
    .systemLibrary(name: "CReadline"),
    .systemLibrary(name: "CYAML"),
    .executableTarget(
      name: "curbside",
      dependencies: [
        "Answering", "CReadline", "DMN", "Dialogue", "Evidence", "Retrieval", "TextAnalysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings + sections,
      linkerSettings: order
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "TextAnalysisTests",
      dependencies: ["TextAnalysis", "TestSupport"],
      resources: [.copy("Fixtures")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FEELTests",
      dependencies: ["FEEL", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DMNTests",
      dependencies: ["DMN", "FEEL", "TestSupport"],
      resources: [.copy("Fixtures")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EvidenceTests",
      dependencies: ["Evidence", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RetrievalTests",
      dependencies: ["Retrieval", "TextAnalysis", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DialogueTests",
      dependencies: ["Dialogue", "TextAnalysis", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "AnsweringTests",
      dependencies: ["Answering", "DMN", "Evidence", "FEEL", "Retrieval", "TestSupport"],
      resources: [.copy("Judged")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["TestSupport", "curbside"],
      exclude: ["Golden", "Scripts"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
