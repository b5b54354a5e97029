internal import Glibc

/// The process's environment variables.
enum Environment {
  /// The value of a variable; `nil` where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let pointer = unsafe getenv(name) else { return nil }
    let value = unsafe String(cString: pointer)
    return value.isEmpty ? nil : value
  }
}
