import Store

/// Pictures and scans, in encrypted chunks in the database, so that nodes share nothing else.
extension Vault {
  static let chunkLength = 256 * 1024

  /// Keeps a file under a person's key; the row knows its type and size, nothing of its content.
  public func keep(file bytes: [UInt8], type: String, for citizen: Int64, id: Int64) throws {
    let key = try key(of: citizen)
    let fingerprint = Digest.hex(Digest.hmac(Digest.sha256(bytes), keys.indexing))
    try sql.execute(
      "INSERT INTO vault_files (id, citizen_id, type, size, fingerprint) VALUES ($1, $2, $3, $4, $5)",
      [.int(id), .int(citizen), .text(type), .int(Int64(bytes.count)), .text(fingerprint)])
    for (number, start) in stride(from: 0, to: bytes.count, by: Self.chunkLength).enumerated() {
      let chunk = Array(bytes[start..<min(start + Self.chunkLength, bytes.count)])
      let sealed = try key.seal(chunk, bound: id &* 4096 &+ Int64(number))
      try sql.execute(
        "INSERT INTO vault_chunks (file_id, number, sealed) VALUES ($1, $2, $3)", [.int(id), .int(Int64(number)), .blob(sealed)])
    }
  }

  /// A file's type and content; nil when there is none or it has been erased.
  public func file(_ id: Int64) throws -> (type: String, bytes: [UInt8])? {
    let row = try sql.first("SELECT citizen_id, type, size FROM vault_files WHERE id = $1", [.int(id)]) {
      ($0.int(0), $0.text(1), $0.int(2))
    }
    guard let (citizen, type, size) = row else { return nil }
    let key = try key(of: citizen)
    let chunks = try sql.query("SELECT number, sealed FROM vault_chunks WHERE file_id = $1 ORDER BY number", [.int(id)]) {
      ($0.int(0), $0.blob(1))
    }
    var bytes: [UInt8] = []
    for (number, sealed) in chunks {
      bytes += try key.open(sealed, bound: id &* 4096 &+ number, what: "file \(id)")
    }
    // A chunk that is gone must not pass for a shorter file.
    guard bytes.count == size else { throw VaultProblem.unreadable("file \(id)") }
    return (type, bytes)
  }
}
