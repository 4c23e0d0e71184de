/// The pages of every role.
enum Rooms {
  /// Nobody is somebody without a login.
  static let all: [(who: String?, paths: [String])] = [
    (
      nil,
      [
        "/portal", "/portal/appeals/new", "/portal/follow", "/portal/scope", "/portal/answers", "/portal/answers?q=%E8%B7%AF%E7%81%AF",
        "/portal/matters?area=east-lake", "/portal/figures", "/login", "/design",
      ]
    ),
    ("agent", ["/desk", "/appeals/new", "/search?q=%E8%B7%AF%E7%81%AF"]),
    ("dispatcher", ["/desk/dispatcher?narrow=true", "/desk/dispatcher?area=east-lake", "/objections", "/catalogue", "/precedents"]),
    ("officer", ["/desk", "/desk/officer?tab=all"]), ("followup", ["/desk"]), ("shift-leader", ["/desk"]), ("intake", ["/desk"]),
    ("supervisor", ["/desk", "/supervision", "/measures", "/measures/new?kind=notice"]),
    ("leader", ["/desk", "/figures", "/figures?metric=on-time-rate", "/figures/cases?metric=raised", "/map", "/wall"]),
    ("inspector", ["/desk"]), ("analyst", ["/desk"]), ("congress", ["/desk", "/desk/congress?tab=hurts"]), ("discipline", ["/desk"]),
    ("admin", ["/desk", "/admin/calendar", "/admin/profile", "/admin/profile/limits", "/admin/profile/units"]),
    ("security-admin", ["/admin/accounts"]), ("audit-admin", ["/desk"]),
  ]

  static var people: [String] { all.compactMap(\.who) }
}
