import Casework
import Foundation
import Profiles

/// Profiles as files: what they extend lies beside them, or is carried by the program.
public enum ProfileFiles {
  public static func text(_ file: String) throws -> String {
    guard let text = String(validating: try InputFile.bytes(file), as: UTF8.self) else {
      throw SettingsProblem("\(file)：不是 UTF-8 文字", "\(file): this is not UTF-8 text")
    }
    return text
  }

  public static func read(_ file: String) throws -> Profile {
    try ProfileReader.read(text(file), file: file, base: base(of: file))
  }

  public static func base(of file: String) -> (String) throws -> String {
    let folder = (file as NSString).deletingLastPathComponent
    return { name in
      let path = "\(folder.isEmpty ? "." : folder)/\(name)"
      return FileManager.default.fileExists(atPath: path) ? try text(path) : try EmbeddedProfiles.base(name)
    }
  }
}
