import Casework
import Testing
import Web
import Workdays

@Suite struct FormTests {
  static let form: Form = [
    .required("reason", .lines(20), Phrase("理由", "Reason")),
    Field("title", .line(10), Phrase("标题", "Title")),
    Field("channel", .choice(of: Channel.self), Phrase("渠道", "Channel")),
    Field("phone", .phone, Phrase("电话", "Phone")),
    Field("urgent", .flag, Phrase("紧急", "Urgent")),
    Field("persons", .whole(0...100), Phrase("人数", "Persons")),
    Field("lat", .decimal(-90...90), Phrase("纬度", "Latitude")),
    Field("amount", .money(0...1_000_000), Phrase("金额", "Amount")),
    Field("at", .moment, Phrase("时间", "Time")),
    Field("day", .day, Phrase("日期", "Day")),
    Field("limit", .limit, Phrase("时限", "Limit")),
    Field("unit", .reference(.unit), Phrase("单位", "Unit")),
    Field("assist", .list(of: .reference(.unit), max: 2), Phrase("协办", "Assisting")),
    Field("numbers", .identifiers(max: 3), Phrase("编号", "Numbers")),
    Field(
      "caller", .object([.required("name", .line(5), Phrase("姓名", "Name")), Field("phone", .phone, Phrase("电话", "Phone"))]),
      Phrase("来电人", "Caller")),
    Field("fields", .open(max: 5), Phrase("结果项", "Outcome")),
  ]

  private func read(_ json: String) throws -> Input { try Self.form.read(json: Array(json.utf8), references: World()) }

  private func read(form pairs: (String, String)...) throws -> Input {
    try Self.form.read(form: SubmittedForm(pairs), references: World())
  }

  private func problems(_ json: String) -> [String] {
    do {
      _ = try read(json)
      return []
    } catch { return (error as? InvalidInput)?.fields.map(\.field) ?? ["\(error)"] }
  }

  @Test func readsEveryKind() throws {
    let input = try read(
      """
      {"reason":"  路灯坏了\\r\\n很黑 ","channel":"phone","phone":"+86 138-0000-5678","urgent":false,"persons":3,"lat":30.5,
       "amount":12.5,"at":"2026-09-30T16:10:00+08:00","day":"2026-09-30","limit":"5wd","unit":"light","assist":["power"],
       "numbers":["g1-2"],"caller":{"name":"王"},"fields":{"aid":"cash"},"title":null}
      """)
    #expect(input.text("reason") == "路灯坏了\n很黑" && input.text("phone") == "13800005678" && input.word("channel") == Channel.phone)
    #expect(input.optionalFlag("urgent") == false && input.whole("persons") == 3 && input.decimal("lat") == 30.5)
    #expect(input.whole("amount") == 1250 && input.moment("at")?.iso8601 == "2026-09-30T16:10:00+08:00")
    #expect(input.day("day")?.description == "2026-09-30" && input.limit("limit") == .workingDays(5))
    #expect(input.texts("assist") == ["power"] && input.texts("numbers") == ["G1-2"] && input.object("caller")?.text("name") == "王")
    #expect(input.open("fields")?.words.first?.text == "cash" && !input.has("title"))
  }

  @Test(arguments: [
    (#"{}"#, ["reason"]), (#"{"reason":"  "}"#, ["reason"]), (#"{"reason":5}"#, ["reason"]),
    (#"{"reason":"一二三四五六七八九十一二三四五六七八九十一"}"#, ["reason"]),
    (#"{"reason":"a\u0000b"}"#, ["reason"]), (#"{"reason":"a","title":"a\nb"}"#, ["title"]),
    (#"{"reason":"a","channel":"fax"}"#, ["channel"]),
    (#"{"reason":"a","phone":"12ab"}"#, ["phone"]), (#"{"reason":"a","urgent":"yes"}"#, ["urgent"]),
    (#"{"reason":"a","persons":101}"#, ["persons"]),
    (#"{"reason":"a","persons":"3"}"#, ["persons"]), (#"{"reason":"a","persons":1.5}"#, ["persons"]),
    (#"{"reason":"a","lat":91}"#, ["lat"]),
    (#"{"reason":"a","amount":1.005}"#, ["amount"]), (#"{"reason":"a","at":"2026-09-30T16:10:00"}"#, ["at"]),
    (#"{"reason":"a","day":"2026-02-30"}"#, ["day"]),
    (#"{"reason":"a","limit":"5 days"}"#, ["limit"]), (#"{"reason":"a","unit":"nobody"}"#, ["unit"]),
    (#"{"reason":"a","unit":["light"]}"#, ["unit"]),
    (#"{"reason":"a","assist":"power"}"#, ["assist"]), (#"{"reason":"a","assist":["x","power"]}"#, ["assist.0"]),
    (#"{"reason":"a","assist":["power","power","power"]}"#, ["assist"]), (#"{"reason":"a","numbers":["a b"]}"#, ["numbers.0"]),
    (#"{"reason":"a","caller":{}}"#, ["caller.name"]), (#"{"reason":"a","caller":{"name":"王","age":3}}"#, ["caller.age"]),
    (#"{"reason":"a","nmae":1,"channel":"fax"}"#, ["channel", "nmae"]),
  ]) func namesEveryWrongField(_ json: String, _ fields: [String]) { #expect(problems(json) == fields) }

  @Test func malformedJSONIsAnotherProblem() {
    #expect(throws: JSONProblem.self) { try read("{\"reason\":") }
    #expect(throws: JSONProblem.self) { try read("[]") }
  }

  @Test func aFormGivesTheSameInput() throws {
    let json = try read(
      """
      {"reason":"坏了\\n很黑","urgent":true,"persons":3,"amount":12.5,"at":"2026-09-30T16:10:00+08:00","assist":["power","light"],
       "numbers":["G1","G2"],"caller":{"name":"王","phone":"13800005678"}}
      """)
    let form = try read(
      form: ("_csrf", "t"), ("_key", "k"), ("reason", "坏了\r\n很黑"), ("urgent", "on"), ("persons", "3"), ("amount", "12.50"),
      ("at", "2026-09-30T16:10"), ("assist", "power"), ("assist", "light"), ("numbers", "g1, G2"), ("caller.name", "王"),
      ("caller.phone", "13800005678"), ("title", ""))
    #expect(json == form)
  }

  @Test func formsKnowBlanksNamesAndUnknowns() throws {
    #expect(try read(form: ("reason", "a"), ("caller.name", ""), ("caller.phone", " ")).object("caller") == nil)
    #expect(try read(form: ("reason", "a"), ("unit", "路灯所")).text("unit") == "light")
    let problem = #expect(throws: InvalidInput.self) { try read(form: ("reason", "a"), ("reason", "b"), ("other", "c")) }
    #expect(problem?.fields.map(\.field) == ["reason", "other"])
  }

  @Test func openFieldsAreReadByTheVerbsForm() throws {
    let open = try #require(try read(#"{"reason":"a","fields":{"households":"3","money":1.5}}"#).open("fields"))
    let form: Form = [
      Field("households", .whole(0...9), Phrase("户", "Households")), Field("money", .money(0...1000), Phrase("钱", "Money")),
    ]
    let problem = #expect(throws: InvalidInput.self) { try open.read(by: form) }
    #expect(problem?.fields.map(\.field) == ["fields.households"])
  }

  @Test func theSchemaSaysTheSame() throws {
    let schema = Self.form.schema
    #expect(schema["required"] == .texts(["reason"]) && schema["additionalProperties"] == .flag(false))
    #expect(schema["properties"]?["caller"]?["properties"]?["name"]?["maxLength"] == .whole(5))
    #expect(schema["properties"]?["channel"]?["enum"]?[0] == .text("phone"))
  }
}

/// Two units and nothing else.
struct World: References {
  func exists(_ kind: ReferenceKind, _ value: String) -> Bool { kind == .unit && ["light", "power"].contains(value) }

  func options(_ kind: ReferenceKind) -> [Choice] {
    kind == .unit ? [Choice("light", Phrase("路灯所", "Street lights")), Choice("power", Phrase("供电公司", "Power firm"))] : []
  }
}
