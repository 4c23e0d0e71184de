import Store

/// The tables of the citizens' portal. They hold no word of a case: who may look for a while, who guessed wrong, who said "me too".
public enum PortalMigrations {
  public static let all: [Migration] = [following, support]

  private static let support = Migration(module: "portal", number: 2, reason: "whoever has the same trouble is counted once") { dialect in
    let support = Table(
      "portal_support",
      [
        .int("order_id").references("orders"), .blob("voter"), .blob("browser"), .blob("network"), .bool("counted"), .int("at"),
      ]
    ).primaryKey("order_id", "voter").index("order_id", "browser").index("network")
    return support.statements(dialect)
  }

  private static let why = "citizens follow their case, and guessing is locked out"
  private static let following = Migration(module: "portal", number: 1, reason: why) { dialect in
    let passes = Table(
      "portal_passes",
      [
        .blob("token_hash"), .int("appeal_id").references("appeals"), .int("expires_at"),
      ]
    ).primaryKey("token_hash", "appeal_id").index("expires_at")
    let guesses = Table(
      "portal_guesses",
      [
        .blob("subject").primaryKey(), .int("failures").check("failures >= 0"), .int("last_at"), .int("locked_until").optional(),
      ]
    ).index("last_at")
    let salts = Table("portal_salts", [.int("day").primaryKey(), .blob("salt")])
    return [passes, guesses, salts].flatMap { $0.statements(dialect) }
  }
}
