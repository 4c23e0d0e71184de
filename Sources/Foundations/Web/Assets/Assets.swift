import CAssets
import HTTPTypes
import Hummingbird
import NIOCore

/// The files that the program carries for its pages, gzipped. Each has its hash in its address, so browsers keep it for good.
public enum Assets {
  struct Asset: Sendable {
    let name: String
    let type: String
    let hash: String
    /// Gzipped; copied once at the first request.
    let buffer: ByteBuffer
  }

  static let all: [String: Asset] = {
    var assets: [String: Asset] = [:]
    for index in 0..<Int(lianxin_asset_count()) {
      let entry = lianxin_asset(Int32(index))
      guard let rawName = entry.name, let bytes = entry.bytes else { continue }
      let name = String(cString: rawName)
      let buffer = ByteBuffer(bytes: UnsafeBufferPointer(start: bytes, count: Int(entry.count)))
      let digits = String(Fingerprint.hash(buffer.readableBytesView), radix: 16)
      assets[name] = Asset(name: name, type: type(of: name), hash: String(digits.suffix(8)), buffer: buffer)
    }
    return assets
  }()

  /// The address of a file; of an unknown one, an address where nothing is.
  public static func path(_ name: String) -> String { "/assets/\(all[name]?.hash ?? "none")/\(name)" }

  private static func type(of name: String) -> String {
    if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
    if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
    if name.hasSuffix(".svg") { return "image/svg+xml" }
    return "application/octet-stream"
  }
}

enum AssetAnswer {
  /// - Throws: `WebProblem.noPage`; `.onlyCompressed` for the rare caller that takes no gzip.
  static func respond(_ request: Request, _ context: LianxinContext) throws -> Response {
    guard let asset = context.parameters.get("name").flatMap({ Assets.all[$0] }) else { throw WebProblem.noPage }
    if let accepted = request.headers[.acceptEncoding], !accepted.contains("gzip"), !accepted.contains("*") {
      throw WebProblem.onlyCompressed
    }
    // A page of an older build asks under the older hash: it gets what there is, but keeps it not.
    let isCurrent = context.parameters.get("hash") == asset.hash
    let headers: HTTPFields = [
      .contentType: asset.type, .contentEncoding: "gzip", .vary: "Accept-Encoding",
      .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
    ]
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.buffer))
  }
}
