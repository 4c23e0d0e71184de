import Casework
import Ledger
import Web
import Workdays

/// Keeping pictures and scans in the vault.
extension LedgerSession {
  /// Keeps what was sent under a person's key and gives each its id.
  /// - Parameters:
  ///   - kept: How many there are already.
  ///   - full: What is said when there would be more than `most`.
  public func keep(_ pictures: [Upload], beside kept: Int, most: Int, full: Phrase, for citizen: CitizenID) throws -> [AttachmentID] {
    guard !pictures.isEmpty else { throw CaseworkProblem.field(UploadRule.control, "请选择图片。", "Choose a picture.") }
    guard kept + pictures.count <= most else { throw CaseworkProblem.field(UploadRule.control, full.zh, full.en) }
    return try pictures.map { picture in
      let id = try newID()
      try vault.keep(file: picture.bytes, type: picture.type, for: citizen.value, id: id)
      return AttachmentID(id)
    }
  }
}
