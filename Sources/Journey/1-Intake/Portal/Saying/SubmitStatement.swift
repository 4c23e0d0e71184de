import Casework
import Ledger
import Web

/// A citizen's words and pictures, taken in together or not at all.
struct SubmitStatement: Verb {
  let statement: Statement
  let pictures: [Upload]

  func perform(in session: LedgerSession) throws -> AppealReceipt {
    let receipt = try RecordAppeal(statement: statement, intake: Self.desk(of: session.profile)).perform(in: session)
    guard !pictures.isEmpty else { return receipt }
    return try AttachPictures(appeal: receipt.number, pictures: pictures).perform(in: session)
  }

  /// The unit that takes in what citizens write: the hotline, or the root of a city without such a unit.
  static func desk(of profile: Profile) -> UnitID {
    profile.units.units.values.filter { $0.level == .hotline }.map(\.id).min() ?? profile.units.root
  }
}
