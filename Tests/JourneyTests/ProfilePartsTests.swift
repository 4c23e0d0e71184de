import App
import Casework
import Profiles
import TestKit
import Testing
import Web
import Workdays

/// Working time, ladder, policy, scope and reasons go the same way: into the draft, checked, released, exported.
@Suite struct ProfilePartsTests {
  private func release(_ city: City) async throws -> Profile {
    try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"])
    let text = city.hotline.shelf.export()
    let read = try ProfileReader.read(text) { _ in "" }
    #expect(ProfileWriter.export(read) == text)
    try await city.verify()
    return city.hotline.ledger.profile()
  }

  @Test("hours and days of the city and of a unit", arguments: TestDatabases.each)
  func hours(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let wrong = try await city.post("admin", "admin/profile/hours", ["unit": "urban", "monday": "12:00-08:30"], status: 422)
      #expect(wrong["errors"]?[0]?["field"]?.text == "monday")
      try await city.post(
        "admin", "admin/profile/hours", ["unit": "urban", "monday": "09:00-12:00, 13:00-17:00", "saturday": "09:00-12:00"])
      try await city.post("admin", "admin/profile/days", ["day": "2026-03-04", "reason": "盘点"])
      try await city.post("admin", "admin/profile/days", ["day": "2026-03-05", "hours": "10:00-12:00", "unit": "urban"])
      try await city.post("admin", "admin/profile/days/removal", ["day": "2026-03-05", "unit": "urban"])
      let time = try await city.get("audit-admin", "admin/profile/calendar?unit=urban")
      #expect(time["hours"]?[0]?["week"]?[5] == ["09:00-12:00"] && time["days"] == .list([]))
      let profile = try await release(city)
      #expect(profile.calendar(for: "urban").overrides.keys.map(\.description) == ["2026-03-04"])
      #expect(profile.overlays["urban"]?.hours.first?.week[0].count == 2)
    }
  }

  @Test("rungs of the ladder", arguments: TestDatabases.each)
  func ladder(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let wrong = try await city.post("admin", "admin/profile/ladder", ["clock": "handling", "at": "soon", "what": "alert"], status: 422)
      #expect(wrong["errors"]?[0]?["field"]?.text == "at")
      // An alert tells somebody: the check of the file says so at its field.
      let nobody = try await city.post("admin", "admin/profile/ladder", ["clock": "handling", "at": "+5wd", "what": "alert"], status: 422)
      #expect(nobody.words.contains("“to”"))
      try await city.post("admin", "admin/profile/ladder", ["clock": "handling", "at": "+5wd", "what": "alert", "to": ["leader"]])
      let profile = try await release(city)
      #expect(profile.policy.ladder.contains(Rung(.handling, .after(.workingDays(5)), .alert, to: [.leader])))
    }
  }

  @Test("settings that are left out stay as they are", arguments: TestDatabases.each)
  func policy(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.post("admin", "admin/profile/policy", ["extension_times": 3, "callback_share": 40, "review": false])
      let policy = try await release(city).policy
      #expect(policy.extensions.times == 3 && policy.callback.share == .sample(percent: 40) && !policy.reviewRequired)
      #expect(policy.autoSign && policy.directToTownship && policy.returns.within == .workingDays(2))
    }
  }

  @Test("what is taken and what is not, and the reasons", arguments: TestDatabases.each)
  func scope(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let refusal: JSONValue = [
        "code": "private", "matter": "私人商业推广", "matter_en": "Private advertising", "route": "请联系市场监管部门", "approval": true,
      ]
      try await city.post("admin", "admin/profile/refusals", refusal)
      try await city.post("admin", "admin/profile/refusals", refusal, status: 422)
      try await city.post("admin", "admin/profile/refusals/malicious/removal")
      let wrong = try await city.post("admin", "admin/profile/lists/return-reasons", ["lines": "不属于本单位"], status: 422)
      #expect(wrong["errors"]?[0]?["field"]?.text == "lines")
      try await city.post("admin", "admin/profile/lists/return-reasons", ["lines": "not-ours: 不是本单位的事 | Not ours\nfar：太远"])
      try await city.post("admin", "admin/profile/lists/nothing", ["lines": "x"], status: 404)
      let policy = try await release(city).policy
      #expect(policy.refusals[code: "private"]?.needsApproval == true && policy.refusals[code: "malicious"] == nil)
      #expect(policy.returnReasons == [ReasonCode("not-ours", Phrase("不是本单位的事", "Not ours")), ReasonCode("far", Phrase("太远", "太远"))])
    }
  }

  @Test("what everybody may read, and who reviews first", arguments: TestDatabases.each)
  func openness(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let before = city.hotline.ledger.profile().policy
      try await city.post("admin", "admin/profile/policy", ["head_review": true, "claim_days": 45])
      try await city.post("admin", "admin/profile/openness", ["open_matters": ["环境保护/没有"]], status: 422)
      try await city.post(
        "admin", "admin/profile/openness", ["answers": false, "open_matters": ["环境保护"], "more_matters": ["城乡建设/供热", "环境保护"]])
      try await city.post("admin", "admin/profile/openness", ["me_too_per_day": 3])
      let policy = try await release(city).policy
      #expect(policy.headReview && policy.redo.claimDays == 45 && policy.redo.rounds == before.redo.rounds)
      #expect(!policy.openness.answers && policy.openness.figures && policy.openness.meTooPerDay == 3)
      #expect(policy.openness.openMatters == ["环境保护", "城乡建设/供热"])
    }
  }

  @Test("guides are added, changed and taken out", arguments: TestDatabases.each)
  func guides(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let count = city.hotline.ledger.profile().guides.count
      let question: JSONValue = ["label": "哪个小区", "name": "estate", "type": "choice"]
      let guide: JSONValue = ["category": "城乡建设/公用设施/健身器材", "words": ["单杠"], "questions": [question, question]]
      let wrong = try await city.post("admin", "admin/profile/guides", guide, status: 422)
      let fields = (0..<3).map { wrong["errors"]?[$0]?["field"]?.text }
      #expect(fields == ["questions.0.options", "questions.1.options", "questions.1.name"])
      try await city.post("admin", "admin/profile/guides", ["category": "民政"], status: 422)
      try await city.post("admin", "admin/profile/guides", ["category": "民政", "words": ["低保"]])
      try await city.post("admin", "admin/profile/guides", ["category": "民政", "words": ["低保"]], status: 422)
      try await city.post("dispatcher", "admin/profile/guides", ["category": "政法", "words": ["纠纷"]], status: 403)
      let text: JSONValue = ["title": "申请低保", "id": "aid", "text": "请带身份证。\n到户籍地街道办理。"]
      try await city.post("admin", "admin/profile/guides/\(count + 1)", ["words": ["低保", "救助"], "templates": [text]])
      try await city.post("admin", "admin/profile/guides/1/removal")
      let list = try await city.get("audit-admin", "admin/profile/guides")
      #expect(list.items.count == count && list.items.last?["templates"]?[0]?["use"]?.text == "answer")
      let profile = try await release(city)
      #expect(profile.guides.last?.words == ["低保", "救助"] && profile.guides.last?.templates.first?.text.contains("户籍地") == true)
      #expect(profile.guides.count == count)
    }
  }

  @Test("a border is pasted as points or GeoJSON, and what is wrong with it is named", arguments: TestDatabases.each)
  func borders(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      func send(_ outline: String, status: Int = 200) async throws -> String {
        let body: JSONValue = ["name": "湖滨街道", "longitude": .number("118.44"), "latitude": .number("35.62"), "outline": .text(outline)]
        let answer = try await city.post("admin", "admin/profile/areas/lakeside", body, status: status)
        return status == 200 ? "" : answer["errors"]?[0]?["reason"]?.text ?? answer.words
      }
      let ring = "[[118.4,35.6],[118.5,35.6],[118.5,35.7],[118.4,35.6]]"
      for (text, reason) in [
        ("118.4 35.6, 118.5 35.6", "3 至 1000"), ("118.4 35.6, 东湖, 118.5 35.7", "第 2 点"), ("35.6 118.4, 35.7 118.5, 35.8 118.6", "经度"),
        ("118.4 35.6, 118.5 35.7, 118.5 35.6, 118.4 35.7", "交叉"), ("{\"type\": \"Polygon\"", "JSON"),
        ("{\"type\":\"Point\",\"coordinates\":[1,2]}", "多边形"), ("{\"type\":\"Polygon\",\"coordinates\":[\(ring),\(ring)]}", "洞"),
        ("{\"type\":\"MultiPolygon\",\"coordinates\":[[\(ring)],[\(ring)]]}", "一个多边形"),
      ] {
        let answer = try await send(text, status: 422)
        #expect(answer.contains(reason), "\(text): \(answer)")
      }
      _ = try await send("118.4,35.6\n118.5,35.6\n118.5,35.7")
      let written = try await city.get("security-admin", "admin/profile/areas").items.first { $0["id"] == "lakeside" }
      #expect(written?["outline"] == ["118.4 35.6", "118.5 35.6", "118.5 35.7"])
      let feature = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
      _ = try await send("{\"type\":\"FeatureCollection\",\"features\":[\(feature)]}")
      let area = try #require(try await release(city).area("lakeside"))
      #expect(area.outline.map(\.text) == ["118.4 35.6", "118.5 35.6", "118.5 35.7"] && area.parent == "east-lake")
    }
  }
}
