// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "curbside-benchmarks",
  dependencies: [
    .package(name: "curbside", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "DecisionTables",
      dependencies: [.product(name: "DMN", package: "curbside")]
    )
  ],
  swiftLanguageModes: [.v6]
)
