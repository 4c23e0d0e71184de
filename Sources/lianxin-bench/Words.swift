import Casework

/// What invented people say about invented places.
enum Words {
  static let streets = ["湖滨路", "柳岸街", "东桥大道", "石门街", "港湾路", "麦田镇中心街", "人民路", "建设路", "云溪大道", "文化路", "学府路", "解放街"]
  static let surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林"]
  static let given = ["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超", "霞", "平", "刚"]
  static let openings = ["来电人反映：", "市民表示，", "本人是附近居民，", "已经向物业反映过两次，", "一个月前就反映过，", "请尽快派人看看，"]
  static let complaints = [
    "晚上一片漆黑，接孩子放学很不安全。", "水管漏水没有人修，路面结冰老人摔倒。", "室温只有十四度，家里有老人和孩子。", "凌晨还在施工，连着三天睡不着觉。",
    "收费标准没有公示，多收了几十元。", "垃圾堆了一个星期没有清运，气味很大。", "停车占了消防通道，救护车进不来。", "工资拖了三个月，找负责人没有人接电话。",
  ]
  static let wishes = ["希望有关部门尽快核实处理。", "请给一个明确的答复。", "希望能在本周内解决。", "请协调相关单位一起解决。"]
  static let replies = [
    "工作人员已到现场查看并完成维修，已电话告知来电人，来电人表示认可。", "经核查情况属实，已责令限期整改，整改完成后将再次回访。",
    "已联系来电人说明有关政策，来电人表示理解。", "已退还多收的费用，并要求公示收费标准。", "已安排夜间巡查，发现一起处理一起。",
  ]
  static let channels: [Channel] = [.phone, .phone, .phone, .phone, .phone, .phone, .wechat, .mailbox, .weibo, .sms, .app]

  static func name(_ dice: inout Dice) -> String { "\(dice.pick(surnames))\(dice.pick(given))\(dice.chance(40) ? dice.pick(given) : "")" }
  static func phone(_ dice: inout Dice) -> String { "13\(dice.between(100_000_000, 999_999_999))" }
  static func place(_ dice: inout Dice) -> String { "\(dice.pick(streets))\(dice.between(1, 399))号" }
  static func story(_ dice: inout Dice) -> String { "\(dice.pick(openings))\(place(&dice))，\(dice.pick(complaints))\(dice.pick(wishes))" }
}
