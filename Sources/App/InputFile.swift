import Foundation

/// A file that somebody names on the command line.
public enum InputFile {
  /// - Throws: `SettingsProblem` with the reason why it cannot be read.
  public static func bytes(_ file: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw SettingsProblem("\(file)：没有这个文件", "\(file): there is no such file")
    }
    guard !isFolder.boolValue else { throw SettingsProblem("\(file)：这是文件夹，请指明文件", "\(file): this is a folder; name a file") }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw SettingsProblem("\(file)：无法读取，请检查权限", "\(file): it cannot be read; check its permissions")
    }
    return [UInt8](data)
  }
}
