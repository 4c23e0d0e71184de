import Foundation
import TestKit
import Testing
import Web

/// The hand that pushes: notices, leaders' instructions, three offices around one case, meetings, the board.
@Suite struct MeasureTests {
  @Test("a supervised order gets a formal notice with its own clock; the answer is judged", arguments: TestDatabases.each)
  func notice(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯一年不亮，电话 13812345678。"))
      try await city.dispatch(order, to: "urban")
      try await city.post("supervisor", "orders/\(order)/supervision", ["cause": "overdue", "text": "请立即办理。"])
      #expect(try await city.events(order).contains("supervised"))
      let notice = try #require(try await city.get("officer-urban", "measures?order=\(order)").items.first).number
      let opened = try await city.get("supervisor", "measures/\(notice)")
      #expect(opened["kind"]?.text == "notice" && opened.state == "open")
      #expect(opened["due_at"]?.text?.hasPrefix("2026-03-05") == true, "three working days after Monday")
      #expect(opened["duties"]?[0]?["clock"]?["explanation"]?[0]?["zh"]?.text?.isEmpty == false)
      try await city.get("officer-hr", "measures/\(notice)", status: 404)
      #expect(try await city.post("officer-urban", "measures/\(notice)/receipt").state == "in-hand")
      #expect(try await city.post("officer-urban", "measures/\(notice)/answer", ["text": "明日修复。"]).state == "answered")
      try await city.post("officer-urban", "measures/\(notice)/acceptance", status: 403)
      let back = try await city.post("supervisor", "measures/\(notice)/rejection", ["text": "没有结果。", "limit": "1wd"])
      #expect(back.state == "in-hand" && back["due"]?.text?.hasPrefix("2026-03-03") == true)
      let early = try await city.post("supervisor", "measures/\(notice)/acceptance", status: 409)
      #expect(early["type"]?.text?.contains("duties-open") == true)
      try await city.post("officer-urban", "measures/\(notice)/answer", ["text": "已修复。"])
      #expect(try await city.post("supervisor", "measures/\(notice)/acceptance", ["text": "属实。"]).state == "closed")
      #expect(try await city.post("supervisor", "measures/\(notice)/urging", status: 409).state.isEmpty)
      try await city.verify()
    }
  }

  @Test("put before a leader, instructed, done, closed", arguments: TestDatabases.each)
  func submission(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("全城路灯大面积不亮。"))
      try await city.dispatch(order, to: "urban")
      let asked: JSONValue = ["reach": "city-wide", "leader": "leader", "text": "多个街道反映，请批示。"]
      let number = try await city.post("dispatcher", "orders/\(order)/submission", asked, status: 201).number
      try await city.post("supervisor", "measures/\(number)/instruction", ["text": "x"], status: 403)
      let words: JSONValue = [
        "text": "请城管局牵头、供电公司配合，三日内恢复。",
        "duties": [
          ["unit": "urban", "text": "查明原因并修复"], ["unit": "power-firm", "text": "保障供电", "limit": "1wd"],
        ],
      ]
      let instructed = try await city.post("leader", "orders/\(order)/instruction", words)
      #expect(instructed.number == number && instructed.state == "in-hand")
      #expect(instructed["due"]?.text?.hasPrefix("2026-03-03") == true)
      try await city.post("officer-power-firm", "measures/\(number)/answer", ["text": "已恢复供电。"])
      #expect(try await city.post("officer-urban", "measures/\(number)/answer", ["text": "已修复。"]).state == "answered")
      #expect(try await city.post("supervisor", "measures/\(number)/acceptance").state == "closed")
      let file = try await city.get("leader", "measures/\(number)")
      #expect(file["instructed_by"]?.text == "leader" && file["instruction"]?.text?.contains("三日内") == true)
      try await city.verify()
    }
  }

  @Test("a leader who reads an order instructs on it directly", arguments: TestDatabases.each)
  func ownInstruction(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("井盖没了。"))
      try await city.dispatch(order, to: "urban")
      let receipt = try await city.post(
        "leader", "orders/\(order)/instruction", ["text": "当天办结。", "duties": [["unit": "urban", "text": "当天补上", "limit": "8h"]]])
      #expect(receipt["kind"]?.text == "submission" && receipt.state == "in-hand")
      #expect(receipt["due"]?.text?.hasPrefix("2026-03-02T17:00") == true)
      try await city.verify()
    }
  }

  @Test("three offices open the file, write and sign; only then it is decided", arguments: TestDatabases.each)
  func threeParty(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("水渠谁都不管，推了半年。"))
      try await city.dispatch(order, to: "urban")
      let body: JSONValue = [
        "kind": "three-party", "orders": [.text(order)], "units": ["urban", "water"], "cause": "passed-on", "text": "两单位互相推诿。",
      ]
      try await city.post("officer-urban", "measures", body, status: 403)
      let number = try await city.post("supervisor", "measures", body, status: 201).number
      try await city.get("officer-urban", "measures/\(number)", status: 404)
      let ruling: JSONValue = ["result": "ruling", "unit": "urban", "category": "城乡建设/公用设施/路灯", "text": "由城管局负责。"]
      try await city.post("supervisor", "measures/\(number)/decision", ruling, status: 409)
      for office in ["discipline", "staffing", "supervisor"] {
        try await city.post(office, "measures/\(number)/signature", status: 409)
        try await city.post(office, "measures/\(number)/file")
        let unsigned = try await city.post(office, "measures/\(number)/signature", status: 409)
        #expect(unsigned["type"]?.text?.contains("no-opinion") == true)
        try await city.post(office, "measures/\(number)/opinion", ["text": .text("意见：\(office)")])
        let refused = try await city.post("supervisor", "measures/\(number)/decision", ruling, status: 409)
        #expect(refused["type"]?.text?.contains("not-signed") == true)
        try await city.post(office, "measures/\(number)/signature")
        let again = try await city.post(office, "measures/\(number)/opinion", ["text": "改主意"], status: 409)
        #expect(again["type"]?.text != nil)
      }
      let duties: JSONValue = [["unit": "urban", "text": "清淤并长期管护"], ["unit": "water", "text": "移交图纸"]]
      let list: JSONValue = ["result": "duty-list", "unit": "urban", "category": "城乡建设/公用设施/路灯", "text": "责任清单如下。", "duties": duties]
      #expect(try await city.post("supervisor", "measures/\(number)/decision", list).state == "in-hand")
      #expect(try await city.get("officer-urban", "measures/\(number)")["files"]?[0] == nil, "a unit reads no opinion")
      #expect(try await city.get("discipline", "measures/\(number)")["files"]?[2]?["signed_at"]?.text != nil)
      try await city.post("officer-urban", "measures/\(number)/answer", ["text": "已清淤。"])
      try await city.post("supervisor", "measures/\(number)/acceptance", status: 409)
      try await city.post("supervisor", "measures/\(number)/rejection", ["text": "x"], status: 409)
      try await city.post("supervisor", "measures/\(number)/urging", ["text": "请水利局尽快移交。"])
      let seen = try await city.get("supervisor", "measures/\(number)")
      #expect(seen["decision"]?["unit"]?.text == "urban" && seen["urges"] == .whole(1))
      try await city.verify()
    }
  }

  @Test("a hard matter is decided after a meeting; the decision names unit and category", arguments: TestDatabases.each)
  func hardMatter(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("桥下空间归谁管？"))
      let number = try await city.post("dispatcher", "measures", ["kind": "hard-matter", "orders": [.text(order)]], status: 201).number
      let ruling: JSONValue = ["result": "ruling", "unit": "urban", "category": "城乡建设/公用设施/路灯", "text": "桥下空间由城管局管理。"]
      try await city.post("supervisor", "measures/\(number)/decision", ruling, status: 409)
      let meeting: JSONValue = ["units": ["urban", "transport"], "agenda": "桥下空间归属", "minutes": "城管局牵头。", "next": "14d"]
      #expect(try await city.post("supervisor", "measures/\(number)/meeting", meeting)["due"]?.text?.hasPrefix("2026-03-16") == true)
      #expect(try await city.post("supervisor", "measures/\(number)/decision", ruling).state == "answered")
      let decided = try await city.get("dispatcher", "measures/\(number)")["decision"]
      #expect(decided?["unit"]?.text == "urban" && decided?["category"]?.text == "城乡建设/公用设施/路灯")
      #expect(try await city.post("supervisor", "measures/\(number)/acceptance").state == "closed")
      try await city.verify()
    }
  }

  @Test("inspected on site, criticised after approval, escalated, kept on the list", arguments: TestDatabases.each)
  func others(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("石门镇垃圾没人清。"))
      try await city.dispatch(order, to: "stone-gate")
      let place: JSONValue = ["address": "石门镇集市"]
      let visit = try await city.post(
        "supervisor", "measures", ["kind": "inspection", "orders": [.text(order)], "place": place], status: 201
      ).number
      let found: JSONValue = ["text": "现场仍有垃圾。", "confirmed": false, "duties": [["unit": "stone-gate", "text": "当天清完", "limit": "24h"]]]
      #expect(try await city.post("supervisor", "measures/\(visit)/finding", found).state == "in-hand")
      #expect(try await city.get("supervisor", "measures/\(visit)")["findings"]?[0]?["place"]?.text == "石门镇集市")

      let blame = try await city.post(
        "supervisor", "measures",
        ["kind": "criticism", "orders": [.text(order)], "cause": "false-follow-up", "title": "关于石门镇的通报", "text": "虚报办结。"],
        status: 201
      ).number
      try await city.get("officer-stone-gate", "measures/\(blame)", status: 404)
      #expect(try await city.get("officer-hr", "criticisms").items.isEmpty)
      try await city.post("supervisor", "measures/\(blame)/approval", status: 403)
      #expect(try await city.post("leader", "measures/\(blame)/approval").state == "in-hand")
      #expect(try await city.get("officer-hr", "criticisms").items.first?["title"]?.text == "关于石门镇的通报")

      let above = try await city.post("supervisor", "measures", ["kind": "escalation", "orders": [.text(order)]], status: 201)
      #expect(above["duties"]?[0]?["unit"]?.text == "west-hill", "the county above the township")
      #expect(try await city.post("officer-west-hill", "measures/\(above.number)/answer", ["text": "县里直接办。"]).state == "answered")

      let long = try await city.post(
        "supervisor", "measures", ["kind": "long-running", "orders": [.text(order)], "limit": "10d"], status: 201)
      #expect(long["due"]?.text?.hasPrefix("2026-03-12") == true)
      let reviewed = try await city.post("supervisor", "measures/\(long.number)/review", ["text": "还要等规划。"])
      #expect(reviewed["due"]?.text?.hasPrefix("2026-04-01") == true)
      try await city.post("supervisor", "measures/\(long.number)/approval", status: 403)
      try await city.verify()
    }
  }

  @Test("units called together on one order agree on duties; the call to them stands on the order", arguments: TestDatabases.each)
  func joint(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路口又是积水又是灯不亮。"))
      try await city.dispatch(order, to: "urban")
      try await city.post("dispatcher", "orders/\(order)/coordination", ["unit": "power-firm", "reached": true, "text": "约定下午到场。"])
      #expect(try await city.events(order).contains("noted"))
      let alone = try await city.post("supervisor", "measures", ["kind": "joint", "orders": [.text(order)]], status: 422)
      #expect(alone.words.contains("units"))
      let body: JSONValue = ["kind": "joint-dispatch", "orders": [.text(order)], "units": ["urban", "power-firm"]]
      let number = try await city.post("dispatcher", "measures", body, status: 201).number
      try await city.post("officer-urban", "orders/\(order)/signature")
      let agreed: JSONValue = [
        "text": "现场议定", "duties": [["unit": "urban", "text": "排水"], ["unit": "power-firm", "text": "供电", "limit": "4h"]],
      ]
      #expect(try await city.post("dispatcher", "measures/\(number)/agreement", agreed).state == "in-hand")
      #expect(try await city.get("officer-power-firm", "measures?unit=power-firm").items.map(\.number) == [number])
      #expect(try await city.events(order).contains("assisted"), "what was agreed is a task below the order")
      let both: JSONValue = ["kind": "joint", "orders": [.text(order)], "units": ["urban", "power-firm"], "cause": "overlapping-duty"]
      #expect(try await city.post("supervisor", "measures", both, status: 201)["duties"]?[1]?["unit"]?.text == "power-firm")
      let bad = try await city.post("supervisor", "measures", ["kind": "notice", "orders": ["YX260302-W1-AAAA"]], status: 404)
      #expect(bad["type"]?.text?.contains("unknown") == true)
      try await city.post("supervisor", "measures", ["kind": "notice", "orders": [.text(order)], "units": ["mars"]], status: 422)
      try await city.verify()
    }
  }
}
