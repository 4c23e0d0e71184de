import Casework
import Web

/// What the fixture city's people call about. Invented, like the city.
struct FixtureMatter: Sendable {
  let category: String
  let kind: Kind
  var unit: UnitID
  let title: String
  let text: String
  /// Outcome figures that the profile asks for in this category.
  var figures: [(String, String)] = []
  /// What others may want to know, and the answer: published now and then.
  var forAll: (question: String, answer: String)?
  /// Where it is, for a matter of one place.
  var area: String?

  /// The same in a county's own township, which handles it.
  func local(to unit: UnitID) -> FixtureMatter {
    var matter = self
    (matter.unit, matter.area) = (unit, unit.value)
    return matter
  }

  static let lamps = FixtureMatter(
    category: "城乡建设/公用设施/路灯", kind: .help, unit: "urban", title: "路灯整条街不亮", text: "晚上一片漆黑，接孩子放学很不安全。",
    forAll: ("路灯不亮找谁修，要多久？", "市政道路的路灯由市城管局负责，接到后一般三天内修好；小区里的路灯由物业负责。打 12345 说清路名和灯杆编号就行。"))

  static let all: [FixtureMatter] = [
    FixtureMatter(
      category: "城乡建设/供热/室温不达标", kind: .help, unit: "heat-firm", title: "家中暖气不热", text: "室温只有十四度，家里有老人和孩子，报修两次没有人来。",
      figures: [("temperature", "19")]),
    lamps,
    FixtureMatter(category: "城乡建设/公用设施/井盖", kind: .help, unit: "urban", title: "路中间井盖松动", text: "车一压就响，怕有人掉下去。"),
    FixtureMatter(category: "城乡建设/物业/公共维修", kind: .complaint, unit: "housing", title: "电梯坏了半个月没人修", text: "物业一直说在等配件，高层的老人出不了门。"),
    FixtureMatter(
      category: "劳动和社会保障/工资拖欠/农民工工资拖欠", kind: .complaint, unit: "hr", title: "工地拖欠工资", text: "十二个人三个月工资没发，找项目部没有人管。",
      figures: [("recovered", "86000"), ("persons", "12")]),
    FixtureMatter(category: "环境保护/噪声/施工噪声", kind: .complaint, unit: "environment", title: "夜里施工吵得睡不着", text: "凌晨一点还在打桩，连着三天了。"),
    FixtureMatter(
      category: "环境保护/大气/餐饮油烟", kind: .complaint, unit: "urban", title: "楼下饭店油烟直排", text: "窗户不敢开，满屋子油烟味。",
      forAll: ("楼下饭店油烟大，谁来管？", "市城管局会上门检查油烟净化设备和清洗记录，不合格的限期整改，改完再查一次。")),
    FixtureMatter(
      category: "交通运输/停车/停车收费", kind: .complaint, unit: "transport", title: "停车场乱收费", text: "牌子上写三元，实际收了十元。",
      forAll: ("停车场收费比公示的高怎么办？", "请保留小票和公示牌的照片。收费以公示为准，多收的退还；市交通局核实后会责令改正。")),
    FixtureMatter(category: "交通运输/公共交通/公交线路与班次", kind: .suggestion, unit: "bus-firm", title: "希望早班公交提前十分钟", text: "第一班车六点半，赶不上工厂早班。"),
    FixtureMatter(category: "教育文体/校园生活/校园欺凌", kind: .help, unit: "education", title: "孩子在学校被同学欺负", text: "已经和班主任说过一次，没有改善。"),
    FixtureMatter(
      category: "科技与信息产业/广播电视/有线电视收费", kind: .complaint, unit: "cable-tv", title: "停机后仍扣有线电视费", text: "去年就报停了，今年还在扣费。",
      figures: [("refunded", "288")]),
    FixtureMatter(category: "农村农业/惠农补贴/小麦直补", kind: .consultation, unit: "agriculture", title: "小麦补贴什么时候到账", text: "邻村都发了，我们村还没有。"),
    FixtureMatter(category: "城乡建设/物业/物业收费", kind: .complaint, unit: "housing", title: "物业费涨价没有公示", text: "突然每平方米涨了三毛，没有开过会。"),
    FixtureMatter(category: "城乡建设/公用设施/公共厕所", kind: .suggestion, unit: "urban", title: "公园建议增设厕所", text: "东门附近没有厕所，老人很不方便。"),
  ]

  static let streets = ["湖滨路", "柳岸街", "东桥大道", "石门街", "港湾路", "麦田镇中心街", "人民路", "建设路", "云溪大道", "文化路"]
  static let areas = ["east-lake", "west-hill", "south-port", "north-plain", "lakeside", "stone-gate", "harbour", "wheat-field"]
  static let surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"]
  static let channels: [Channel] = [.phone, .phone, .phone, .phone, .phone, .wechat, .mailbox, .weibo, .sms, .app]

  static func middles(of profile: Profile) -> [AreaID: Area.Spot] {
    let known = profile.areas.compactMap { area in
      area.longitude.flatMap { east in area.latitude.map { (area.id, Area.Spot(longitude: east, latitude: $0)) } }
    }
    return Dictionary(known, uniquingKeysWith: { first, _ in first })
  }

  /// A street runs from near the middle of its area outwards, each in a direction of its own; houses stand along it.
  static func spot(of house: Int, in street: String, around middle: Area.Spot?) -> Area.Spot? {
    guard let middle, let index = streets.firstIndex(of: street) else { return nil }
    let way = Double(house) / 199 * 0.016 + 0.002
    let (east, north) = directions[index % directions.count]
    let round = { (degrees: Double) in (degrees * 100_000).rounded() / 100_000 }
    return Area.Spot(longitude: round(middle.longitude + east * way), latitude: round(middle.latitude + north * way))
  }

  private static let directions: [(Double, Double)] = [
    (1, 0.2), (0.8, 0.6), (0.3, 0.9), (-0.4, 0.8), (-0.9, 0.4), (-1, -0.2), (-0.7, -0.7), (-0.1, -0.9), (0.5, -0.8), (0.9, -0.4),
  ]
}
