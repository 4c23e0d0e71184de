import Store

/// The tables of this module. Secrets stand only as hashes, and nowhere else than here.
public enum PeopleMigrations {
  public static let all = [accounts, secrets, failures, displays, bookChecks]

  private static let accounts = Migration(module: "people", number: 1, reason: "accounts") { dialect in
    let states = AccountState.allCases.map(\.rawValue)
    return Table(
      "accounts",
      [
        .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"), .text("login").unique(), .text("name"), .text("unit"),
        .text("state").oneOf(states), .text("roles"), .int("created_at"),
      ]
    ).index("unit", "login").statements(dialect)
  }

  private static let secrets = Migration(module: "people", number: 2, reason: "passwords, sessions and tokens, as hashes") { dialect in
    let credentials = Table(
      "credentials",
      [
        .int("account_id").primaryKey().references("accounts"), .text("hash").check("hash LIKE '$argon2id$%'"), .int("changed_at"),
        .bool("must_change"),
      ])
    let sessions = Table(
      "sessions",
      [
        .blob("digest").primaryKey(), .int("account_id").references("accounts"), .text("csrf"), .int("created_at"), .int("last_seen"),
        .int("expires_at"),
      ]
    ).index("account_id").index("expires_at")
    let tokens = Table(
      "api_tokens",
      [
        .blob("digest").primaryKey(), .int("id").unique(), .int("account_id").references("accounts"), .text("label"),
        .int("created_at"), .int("revoked_at").optional(),
      ]
    ).index("account_id")
    return [credentials, sessions, tokens].flatMap { $0.statements(dialect) }
  }

  private static let displays = Migration(module: "people", number: 4, reason: "displays of the hall, their tokens as hashes") { dialect in
    let states = Display.State.allCases.map(\.rawValue)
    let displays = Table(
      "displays",
      [
        .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"), .text("state").oneOf(states), .text("scope"),
      ])
    let tokens = Table("display_tokens", [.blob("digest").primaryKey(), .int("id").unique().references("displays")])
    return [displays, tokens].flatMap { $0.statements(dialect) }
  }

  private static let bookChecks = Migration(module: "people", number: 5, reason: "checks of the books, and what they found") { dialect in
    Table(
      "book_checks",
      [
        .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"),
        .text("state").oneOf(BookCheck.State.allCases.map(\.rawValue)), .int("begun_at"),
      ]
    ).statements(dialect)
  }

  private static let failures = Migration(module: "people", number: 3, reason: "wrong passwords, so that guessing is locked out") {
    dialect in
    Table(
      "sign_in_failures",
      [
        .blob("subject").primaryKey(), .int("count").check("count >= 0"), .int("since"), .int("last_at"), .int("locks"),
        .int("locked_until").optional(),
      ]
    ).index("last_at").statements(dialect)
  }
}
