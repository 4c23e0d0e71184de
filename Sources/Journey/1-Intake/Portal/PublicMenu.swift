import Casework
import Web
import Workdays

/// Where somebody without an account can go.
public enum PublicMenu {
  public static func navigation(for profile: Profile) -> [NavigationItem] {
    let openness = profile.policy.openness
    let matters = openness.showsMatters ? [NavigationItem(Paths.portalMatters, Phrase("附近在办", "Open matters"))] : []
    let answers = openness.answers ? [NavigationItem(Paths.portalAnswers, Phrase("大家问过的", "Answers"))] : []
    return [
      NavigationItem(Paths.portalNew, Phrase("反映问题", "Tell us")),
      NavigationItem(Paths.portalFollow, Phrase("查询进度", "Follow your case")),
    ] + matters + answers + [NavigationItem(Paths.portalScope, Phrase("受理范围", "What we accept"))]
  }
}
