import Testing
import Web

@Suite struct MultipartTests {
  private func events(_ body: String, boundary: String = "b", chunk: Int) throws -> [MultipartParser.Event] {
    var parser = try #require(MultipartParser(boundary: boundary))
    var events: [MultipartParser.Event] = []
    let bytes = Array(body.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try parser.feed(bytes[start..<min(start + chunk, bytes.count)]) { event in
        if case .data(let more) = event, case .data(let before)? = events.last {
          events[events.count - 1] = .data(before + more)
        } else {
          events.append(event)
        }
      }
    }
    #expect(parser.isDone)
    return events
  }

  private func data(_ text: String) -> MultipartParser.Event { .data(Array(text.utf8)) }

  @Test(arguments: [1, 2, 3, 7, 1000]) func givesTheSamePartsHoweverItArrives(_ chunk: Int) throws {
    let body =
      "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n路灯\r\n--bx\r\n--\r\nend\r\n--b  \r\n"
      + "content-disposition: form-data; name=\"files\"; filename=\"C:\\x\\a \\\"1\\\".png\"\r\nContent-Type: image/png\r\n\r\n\r\n\r\n--b\r\n"
      + "Content-Disposition: form-data; name=empty\r\n\r\n\r\n--b--\r\nepilogue --b"
    let found = try events(body, chunk: chunk)
    #expect(
      found == [
        .begin(PartHead(name: "text")), data("路灯\r\n--bx\r\n--\r\nend"), .end,
        .begin(PartHead(name: "files", filename: "a \"1\".png")), data("\r\n"), .end, .begin(PartHead(name: "empty")), .end,
      ])
  }

  @Test(arguments: [
    "--b\r\n\r\nno name\r\n--b--", "--b\r\nContent-Disposition: attachment; name=\"x\"\r\n\r\n\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=\"x\r\n\r\n\r\n--b--", "--b\r\nno colon\r\n\r\n\r\n--b--",
  ]) func refusesBrokenHeads(_ body: String) {
    #expect(throws: WebProblem.malformedUpload) { try events(body, chunk: 5) }
  }

  @Test func boundsHeadsAndParts() {
    let long = "--b\r\nX: \(String(repeating: "x", count: 9000))"
    #expect(throws: WebProblem.malformedUpload) { try events(long, chunk: 100) }
    let part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n"
    #expect(throws: WebProblem.malformedUpload) { try events(String(repeating: part, count: 201) + "--b--", chunk: 4096) }
    #expect(MultipartParser(boundary: "") == nil && MultipartParser(boundary: String(repeating: "b", count: 71)) == nil)
  }

  @Test func survivesMutations() {
    var random = Seeded(seed: 7)
    let seed = Array("--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"y\"\r\n\r\n123\r\n--b\r\n\r\n--b--\r\n".utf8)
    for _ in 0..<5000 {
      var bytes = seed
      for _ in 0..<3 { bytes[Int(random.next() % UInt64(bytes.count))] = Array("\r\n-b:;\"=x".utf8).randomElement(using: &random) ?? 0 }
      var parser = MultipartParser(boundary: "b")
      for byte in bytes where (try? parser?.feed([byte]) { _ in }) == nil { break }
    }
  }

  @Test func picturesAreToldByTheirContent() {
    #expect(PictureKind.sniff([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == .jpeg)
    #expect(PictureKind.sniff(Pictures.png) == .png)
    #expect(PictureKind.sniff(Array("RIFF\0\0\0\0WEBPVP8 ".utf8)) == .webp)
    #expect(PictureKind.sniff(Array("\0\0\0\u{18}ftypheic\0\0".utf8)) == .heic)
    for other in ["%PDF-1.7", "<svg xmlns=", "MZ", "PK\u{3}\u{4}", "", "<html>GIF89a"] {
      #expect(PictureKind.sniff(Array(other.utf8)) == nil)
    }
  }
}

enum Pictures {
  /// The head of a PNG, enough to tell what it is.
  static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]
}
