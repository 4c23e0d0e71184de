/// The bytes that tell one form's content from another's, without the tokens of its page.
enum Fingerprint {
  static func bytes(_ form: SubmittedForm, _ uploads: [Upload] = []) -> [UInt8] {
    var out: [UInt8] = []
    for pair in form.content {
      out += "\(percentEncoded(pair.name))=\(percentEncoded(pair.text))&".utf8
    }
    for upload in uploads {
      out += "\(percentEncoded(upload.name)):\(percentEncoded(upload.filename)):\(upload.bytes.count):\(hash(upload.bytes))&".utf8
    }
    return out
  }

  /// FNV-1a, 64 bits: tells files apart that an honest sender mixed up; nothing secret hangs on it.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
