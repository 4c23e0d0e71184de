import Casework
import Testing

@testable import People

@Suite struct PasswordTests {
  @Test func theHashSaysHowItWasMade() async throws {
    let hash = try await PasswordHasher.shared.hash("柳絮飞过长长的堤岸")
    #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(try await PasswordHasher.shared.fits("柳絮飞过长长的堤岸", hash))
    #expect(try await !PasswordHasher.shared.fits("柳絮飞过长长的堤", hash))
  }

  @Test func twoHashesOfOnePasswordDiffer() async throws {
    let first = try await PasswordHasher.shared.hash("the same words")
    #expect(try await PasswordHasher.shared.hash("the same words") != first)
  }

  @Test func theDecoyIsAValidHashThatFitsNothing() async throws {
    #expect(try !PasswordHash.decoy.fits(""))
    #expect(try await !PasswordHasher.shared.fits("AAAA", nil))
  }

  @Test func moreThanTwoAtOnceWaitTheirTurn() async throws {
    let hash = try await PasswordHasher.shared.hash("one of many")
    let right = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { try await PasswordHasher.shared.fits("one of many", hash) } }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(right == 8)
  }

  @Test(arguments: ["short", "aaaaaaaaaaaa", "1212121212", "my-li.na-word"])
  func simplePasswordsAreRefused(_ password: String) {
    #expect(PasswordRule.reason(against: password, login: "li.na") != nil)
  }

  @Test func aSentenceIsGood() { #expect(PasswordRule.reason(against: "明天早上八点去买三斤苹果", login: "li.na") == nil) }

  @Test func secretsAreLongAndDiffer() {
    #expect(RandomSecret.looksLikeToken(RandomSecret.token()))
    #expect(RandomSecret.looksLikeSession(RandomSecret.session()))
    #expect(RandomSecret.token() != RandomSecret.token())
    #expect(RandomSecret.oneTimePassword().count == 14)
  }

  @Test(arguments: ["", "-x", "a b", "a/b", "system", "Citizen", "аdmin", "x@y", String(repeating: "a", count: 41)])
  func namesThatAreRefused(_ name: String) { #expect(throws: CaseworkProblem.self) { try Login.checked(name) } }

  @Test func namesHaveOneForm() throws {
    #expect(try Login.checked(" Li.Na ") == "li.na")
    #expect(try Login.checked("王芳") == "王芳")
  }
}
