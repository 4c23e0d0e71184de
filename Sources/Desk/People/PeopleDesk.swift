import Web

/// Everything that this module puts on the web.
public struct PeopleDesk {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  public var endpoints: [Endpoint] {
    SignInEndpoints(accounts: accounts).all + OwnAccountEndpoints(accounts: accounts).all + AccountEndpoints(accounts: accounts).all
      + DisplayEndpoints(displays: Displays(accounts.ledger)).all
  }
}
