import Casework
import Foundation
import Profiles
import Testing
import Workdays

@Suite struct TaxonomyTests {
  /// The matters of which the source cities tell.
  static let told: [CategoryID] = [
    "城乡建设/公用设施/路灯", "城乡建设/公用设施/井盖", "城乡建设/供热/室温不达标", "城乡建设/供水/停水", "城乡建设/供水/水管爆裂",
    "城乡建设/供电/电费与电网收费", "城乡建设/排水/化粪池与下水道沼气", "城乡建设/物业/电动自行车充电", "城乡建设/物业/公共维修",
    "城乡建设/街面秩序/占道经营", "城乡建设/环卫/垃圾清运", "城乡建设/城乡规划/违章建筑", "交通运输/停车/停车收费",
    "交通运输/停车/景区停车", "交通运输/公共交通/公交线路与班次", "交通运输/校车/非法校车", "教育文体/校园生活/校园欺凌",
    "教育文体/考试招生/招生录取", "科技与信息产业/广播电视/有线电视收费", "环境保护/大气/餐饮油烟", "环境保护/噪声/施工噪声",
    "农村农业/惠农补贴/小麦直补", "民政/社会救助/房屋倒塌补助", "民政/社会救助/农村低保", "商贸旅游/消费维权/预付卡",
    "政法/生命安全/轻生风险", "政法/社会治安/打黑除恶", "政法/矛盾纠纷/邻里纠纷", "经济管理/突发事故/化工企业火灾",
    "劳动和社会保障/工资拖欠/农民工工资拖欠", "党务政务/政务服务/推诿扯皮", "热线服务/表扬感谢/表扬单位",
    "热线服务/热线投诉/话务人员态度", "热线服务/热线投诉/回访不实",
  ]

  @Test(arguments: ProfileFiles.cities) func everyCaseThatTheCitiesTellHasALeaf(_ name: String) throws {
    let taxonomy = try ProfileFiles.read(name).taxonomy
    for id in Self.told { #expect(taxonomy[id]?.isLeaf == true, "\(id)") }
  }

  @Test func everyCategoryHasAnEnglishName() throws {
    let taxonomy = try ProfileFiles.read("yunxi").taxonomy
    for node in taxonomy.roots.flatMap(\.all) { #expect(node.name.en.utf8.count == node.name.en.count, "\(node.id)") }
  }

  @Test func theSeedTaxonomyIsThereInFull() throws {
    guard let csv = ProfileFiles.shared("taxonomy.csv") else { return }
    let taxonomy = try ProfileFiles.read("yunxi").taxonomy
    let rows = csv.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").joined(separator: "/") }
    #expect(rows.count == 517 && taxonomy.leaves.count > 517)
    for row in rows { #expect(taxonomy[CategoryID(row)]?.isLeaf == true, "\(row)") }
  }

  @Test func namesAndPathsComeFromTheTree() throws {
    let taxonomy = try ProfileFiles.read("yunxi").taxonomy
    let lamps: CategoryID = "城乡建设/公用设施/路灯"
    #expect(taxonomy.name(of: lamps) == Phrase("路灯", "Street lamps"))
    #expect(taxonomy.title(of: lamps).zh == "城乡建设 › 公用设施 › 路灯")
    #expect(lamps.isWithin("城乡建设/公用设施") && lamps.isWithin(lamps) && !lamps.isWithin("城乡建设/公用"))
    #expect(lamps.top == "城乡建设" && taxonomy.name(of: "没有/这个").zh == "这个")
  }
}
