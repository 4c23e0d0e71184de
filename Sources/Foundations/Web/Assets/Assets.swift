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

  /// The program's own mark, in the corner of a browser's tab.
  static let mark = "mark.svg"

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
    // A page of an older build asks under the older hash: it gets what there is, but keeps it not.
    try respond(request, context.parameters.get("name"), isCurrent: { context.parameters.get("hash") == $0.hash })
  }

  /// What browsers ask for before they have read a page.
  static func mark(_ request: Request) throws -> Response { try respond(request, Assets.mark, isCurrent: { _ in false }) }

  private static func respond(_ request: Request, _ name: String?, isCurrent: (Assets.Asset) -> Bool) throws -> Response {
    guard let asset = name.flatMap({ Assets.all[$0] }) else { throw WebProblem.noPage }
    if let accepted = request.headers[.acceptEncoding], !accepted.contains("gzip"), !accepted.contains("*") {
      throw WebProblem.onlyCompressed
    }
    let headers: HTTPFields = [
      .contentType: asset.type, .contentEncoding: "gzip", .vary: "Accept-Encoding",
      .cacheControl: isCurrent(asset) ? "public, max-age=31536000, immutable" : "no-cache",
    ]
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.buffer))
  }
}
