import Casework
import Ledger
import Store
import Vault
import Web
import Workdays

/// Proves that somebody is the one who said it: by the number of the case and the last digits of the telephone, or the code
/// that somebody without a telephone was given.
struct Proof: Sendable {
  enum Outcome: Sendable, Equatable {
    /// With the secret that the browser needs from now on.
    case proven(token: String)
    /// An unknown number, wrong digits and a case without telephone are one and the same.
    case wrong
    case locked(until: Moment)
  }

  let number: String
  let digits: String
  private let lastDigits: Int
  let address: String?
  /// The browser's secret until now, and from now on.
  let tokens: (old: String, new: String)
  let now: Moment

  /// - Throws: `CaseworkProblem.field` where what was typed cannot be the last digits.
  init(_ call: Call, _ policy: CasePolicy.PublicFollowing) throws {
    number = call.input.text("number")
    lastDigits = policy.lastDigits
    digits = try Self.digits(call.input.text("digits"), policy.lastDigits)
    address = call.address
    tokens = (call.csrf, call.freshToken())
    now = call.now
  }

  /// Counts and compares in one transaction: a guess is never looked at before it can be counted.
  func ask(_ ledger: Ledger) async throws -> Outcome {
    let (policy, keys) = (ledger.profile().policy.publicFollowing, ledger.keys)
    return try await ledger.database.write { sql in
      let book = GuessBook(sql: sql, now: now)
      let guesses = try book.open(number: number, address: address)
      if let until = guesses.compactMap({ $0.lock(at: now) }).max() { return .locked(until: until) }
      guard let appeal = try appeal(sql, Vault(sql, keys: keys), keys.followingCode(of: number)) else {
        try count(guesses, book, policy)
        return .wrong
      }
      if let ofCase = guesses.first { try book.forget(ofCase) }
      try Passes(sql: sql, now: now).issue(appeal, to: tokens.new, from: tokens.old)
      return .proven(token: tokens.new)
    }
  }

  private func count(_ guesses: [Guess], _ book: GuessBook, _ policy: CasePolicy.PublicFollowing) throws {
    for (var guess, tries) in zip(guesses, [policy.tries, policy.addressTries]) {
      guess.miss(at: now, tries: tries, lockMinutes: policy.lockMinutes)
      try book.save(guess)
    }
  }

  private static let find = "SELECT id, citizen FROM appeals WHERE number = $1"
  private static let newest = "SELECT id, citizen FROM appeals ORDER BY received_at DESC, id DESC LIMIT 1"

  /// The appeal, if the digits are right. Whatever is wrong, the same is read and opened, so that time tells nothing.
  private func appeal(_ sql: any SQLSession, _ vault: Vault, _ code: String) throws -> Int64? {
    let decoy = try sql.first(Self.newest) { (id: $0.int(0), citizen: $0.int(1)) }
    let found = try sql.first(Self.find, [.text(number)]) { (id: $0.int(0), citizen: $0.int(1)) }
    guard let opened = found ?? decoy else { return nil }
    let identity = try? vault.identity(of: opened.citizen)
    guard let found, let identity else { return nil }
    guard let phone = identity.phone else { return digits == code ? found.id : nil }
    return phone.count >= digits.count && digits.count == lastDigits && phone.hasSuffix(digits) ? found.id : nil
  }

  /// How many digits the code has.
  private static let codeLength = 6

  /// The digits as they were typed, wide ones made plain: as many as the policy asks for, or a whole code.
  static func digits(_ text: String, _ count: Int) throws -> String {
    let plain = text.unicodeScalars.compactMap { scalar -> UInt8? in
      switch scalar.value {
      case 0x30...0x39: UInt8(scalar.value)
      case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10) + 0x30
      default: nil
      }
    }
    guard plain.count == count || plain.count == codeLength, text.unicodeScalars.count == plain.count else {
      throw CaseworkProblem.field(
        "digits", "请填电话号码的最后 \(count) 位数字，或 \(codeLength) 位查询码。",
        "Type the last \(count) digits of the telephone number, or the code of \(codeLength).")
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
