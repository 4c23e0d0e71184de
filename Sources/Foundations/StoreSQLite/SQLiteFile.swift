import Foundation
import Store

/// The database file on the disk.
enum SQLiteFile {
  /// Makes the folder and an empty file that only its owner may read; SQLite gives its log files the same mode.
  static func prepare(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder) {
      do {
        let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: owner)
      } catch {
        throw StoreError.unavailable("cannot make the folder \(folder): \(error.localizedDescription)")
      }
    }
    // Never opened where it exists: closing it would drop the locks that this process's other connections hold on it.
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if file < 0, errno == EEXIST { return }
    guard file >= 0 else { throw StoreError.unavailable("cannot open \(path): \(String(cString: strerror(errno)))") }
    Foundation.close(file)
  }
}
