import Store

public enum VaultMigrations {
  public static let all = [
    Migration(module: "vault", number: 1, reason: "people and their words, sealed under a key each") { dialect in
      [
        """
        CREATE TABLE citizens (id \(dialect.intType) PRIMARY KEY, wrapped_key \(dialect.blobType), identity \(dialect.blobType),
          created_at \(dialect.intType) NOT NULL, erased_at \(dialect.intType),
          CHECK (wrapped_key IS NOT NULL OR erased_at IS NOT NULL))\(dialect.tableSuffix)
        """,
        """
        CREATE TABLE vault_texts (id \(dialect.intType) PRIMARY KEY, citizen_id \(dialect.intType) NOT NULL REFERENCES citizens (id),
          sealed \(dialect.blobType) NOT NULL)\(dialect.tableSuffix)
        """,
        "CREATE INDEX vault_texts_citizen ON vault_texts (citizen_id)",
        """
        CREATE TABLE blind_indexes (digest \(dialect.blobType) NOT NULL, citizen_id \(dialect.intType) NOT NULL REFERENCES citizens (id),
          PRIMARY KEY (digest, citizen_id))\(dialect.tableSuffix)
        """,
        """
        CREATE TABLE vault_files (id \(dialect.intType) PRIMARY KEY, citizen_id \(dialect.intType) NOT NULL REFERENCES citizens (id),
          type \(dialect.textType) NOT NULL, size \(dialect.intType) NOT NULL, fingerprint \(dialect.textType) NOT NULL)\(dialect.tableSuffix)
        """,
        """
        CREATE TABLE vault_chunks (file_id \(dialect.intType) NOT NULL REFERENCES vault_files (id), number \(dialect.intType) NOT NULL,
          sealed \(dialect.blobType) NOT NULL, PRIMARY KEY (file_id, number))\(dialect.tableSuffix)
        """,
      ]
    }
  ]
}
