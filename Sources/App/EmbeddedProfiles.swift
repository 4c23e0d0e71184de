import CFixtureProfiles

/// Profiles that the program carries with it: the base that cities extend, and the fixture city.
public enum EmbeddedProfiles {
  /// The text of a profile by its name under `Profiles/`, with or without `.yaml`; nil where the program carries none such.
  public static func text(_ name: String) -> String? {
    let wanted = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    for index in 0..<lianxin_profile_count() {
      let profile = lianxin_profile_at(index)
      guard String(cString: profile.name) == wanted else { continue }
      return String(decoding: UnsafeBufferPointer(start: profile.bytes, count: profile.length), as: UTF8.self)
    }
    return nil
  }

  /// For profiles that extend a base.
  static func base(_ name: String) throws -> String {
    guard let text = text(name) else { throw SettingsProblem("程序没有自带方案 \(name)", "the program carries no base profile \(name)") }
    return text
  }
}
