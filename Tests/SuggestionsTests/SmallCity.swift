import Casework
import Workdays

/// A small city with a taxonomy, a catalogue and guides.
enum SmallCity {
  static let heating: CategoryID = "城乡建设/供热/室温不达标"
  static let lamps: CategoryID = "城乡建设/公用设施/路灯"
  static let fees: CategoryID = "城乡建设/供热/供热收费"

  private static let building = OutcomeField(name: "building", label: Phrase("楼栋", "Building"), type: .text, required: true)

  static let profile = Profile(
    key: "small", name: Phrase("小城", "Small"), effective: CivilDay(ordinal: 0), prefix: "SM",
    units: Organisation([
      Unit(id: "city", name: Phrase("小城", "Small"), level: .city, parent: nil),
      Unit(id: "heat", name: Phrase("热力公司", "Heat"), level: .utility, parent: "city"),
    ]),
    areas: [
      Area(id: "city", name: Phrase("云溪市", "City")), Area(id: "east", name: Phrase("东湖区", "East"), parent: "city"),
      Area(id: "lakeside", name: Phrase("湖滨街道", "Lakeside"), parent: "east"), Area(id: "gate", name: Phrase("石门镇", "Gate"), parent: "city"),
    ],
    taxonomy: Taxonomy([
      CategoryNode(
        id: "城乡建设", name: Phrase("城乡建设", "Construction"),
        children: [
          CategoryNode(
            id: "城乡建设/供热", name: Phrase("供热", "Heating"),
            children: [
              CategoryNode(id: heating, name: Phrase("室温不达标", "Too cold")), CategoryNode(id: fees, name: Phrase("供热收费", "Fees")),
            ]),
          CategoryNode(
            id: "城乡建设/公用设施", name: Phrase("公用设施", "Utilities"),
            children: [
              CategoryNode(id: lamps, name: Phrase("路灯", "Lamps")),
              CategoryNode(id: "城乡建设/公用设施/其他", name: Phrase("其他", "Other")),
            ]),
        ])
    ]), calendar: .national(),
    limits: LimitTable([
      LimitRule(.transfer, .minutes(15), urgencies: [.critical]), LimitRule(.transfer, .workingHours(4)), LimitRule(.sign, .workingDays(1)),
      LimitRule(.handling, .hours(24), categories: ["城乡建设/供热"]), LimitRule(.handling, .workingDays(5)),
    ]),
    guides: [
      CategoryGuide(
        "城乡建设/供热", words: ["暖气", "供暖"], questions: [building],
        templates: [.init(id: "standard", title: Phrase("室温标准", "Standard"), text: "不低于 18℃。")]),
      CategoryGuide(heating, words: ["不热", "冰凉"], templates: [.init(id: "measure", title: Phrase("测温", "Measuring"), text: "上门测温。")]),
    ])
}
