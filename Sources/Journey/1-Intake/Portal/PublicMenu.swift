import Web
import Workdays

/// Where somebody without an account can go.
public enum PublicMenu {
  public static let navigation: [NavigationItem] = [
    NavigationItem(Paths.portalNew, Phrase("反映问题", "Tell us")),
    NavigationItem(Paths.portalFollow, Phrase("查询进度", "Follow your case")),
    NavigationItem(Paths.portalScope, Phrase("受理范围", "What we accept")),
  ]
}
