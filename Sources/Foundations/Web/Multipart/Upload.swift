import Casework
import Workdays

/// One file of a form.
public struct Upload: Sendable, Hashable {
  /// The name of the control.
  public let name: String
  /// As the sender called it, its path taken away; for showing only.
  public let filename: String
  /// The media type that the content shows, not the one that was claimed.
  public let type: String
  public let bytes: [UInt8]

  public init(name: String, filename: String, type: String, bytes: [UInt8]) {
    self.name = name
    self.filename = filename
    self.type = type
    self.bytes = bytes
  }
}

/// What an endpoint lets one upload.
public struct UploadRule: Sendable, Hashable {
  public let files: Int
  /// Bytes of one file.
  public let each: Int
  /// Bytes of all files together, so that nobody fills the memory.
  public let total: Int
  public let kinds: Set<PictureKind>

  public init(files: Int, each: Int, total: Int, kinds: Set<PictureKind>) {
    self.files = files
    self.each = each
    self.total = total
    self.kinds = kinds
  }

  /// Nine pictures of 10 MB, 40 MB together.
  public static let pictures = UploadRule(
    files: 9, each: 10 << 20, total: 40 << 20, kinds: Set(PictureKind.allCases))

  /// The control of a form's files, and what people call it.
  public static let control = "files"
  static let label = Phrase("图片", "Pictures")

  /// The bytes of a whole body under this rule.
  var bodyLimit: Int { total + 262_144 }
}

/// The kinds of pictures that are taken, told by their first bytes.
public enum PictureKind: String, Sendable, CaseIterable {
  case jpeg = "image/jpeg"
  case png = "image/png"
  case webp = "image/webp"
  case gif = "image/gif"
  case heic = "image/heic"

  /// The kind that the content shows, whatever name or type was claimed; nil where it is no picture that we take.
  public static func sniff(_ bytes: some Collection<UInt8>) -> PictureKind? {
    let head = Array(bytes.prefix(32))
    func says(_ text: StaticString, at offset: Int) -> Bool {
      let length = text.utf8CodeUnitCount
      guard head.count >= offset + length else { return false }
      return (0..<length).allSatisfy { head[offset + $0] == text.utf8Start[$0] }
    }
    if head.starts(with: [0xFF, 0xD8, 0xFF]), head.count > 3, head[3] >= 0xC0 { return .jpeg }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), says("IHDR", at: 12) { return .png }
    if says("RIFF", at: 0), says("WEBPVP8", at: 8) { return .webp }
    if says("GIF87a", at: 0) || says("GIF89a", at: 0) { return .gif }
    let isHeif = says("ftypheic", at: 4) || says("ftypheix", at: 4) || says("ftypmif1", at: 4) || says("ftypheif", at: 4)
    return isHeif ? .heic : nil
  }

  var label: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    case .webp: "WebP"
    case .gif: "GIF"
    case .heic: "HEIC"
    }
  }
}
