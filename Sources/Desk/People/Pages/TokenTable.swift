import Casework
import Web
import Workdays

/// The tokens of an account, each with the button that ends it.
enum TokenTable {
  /// - Parameter revoke: where the button of a token leads; nil shows none.
  static func render(_ account: Account, _ visitor: Visitor, revoke: (Int64) -> String?) -> HTML {
    guard !account.tokens.isEmpty else {
      return EmptyState.render(Phrase("没有在用的令牌。", "No tokens are in use."), language: visitor.language)
    }
    let rows = account.tokens.map { token -> [HTML] in
      ["\(token.label)", "<span class=\"when\">\(token.createdAt, visitor.language)</span>", button(revoke(token.id), visitor)]
    }
    let heads = [Phrase("用途", "For"), Phrase("签发时间", "Created"), Phrase("操作", "Action")]
    return CardTable.render(Phrase("在用的令牌", "Tokens in use"), heads, rows, language: visitor.language)
  }

  private static func button(_ path: String?, _ visitor: Visitor) -> HTML {
    when(path) { ActionForm.button(AccountForms.revocation.shown, to: $0, for: visitor) }
  }
}
