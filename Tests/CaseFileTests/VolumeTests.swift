import Casework
import Foundation
import Ledger
import TestKit
import Testing
import Vault
import Workdays

@testable import CaseFile
@testable import Web

@Suite struct VolumeTests {
  @Test(arguments: TestDatabases.each)
  func anArchivedVolumeNeverChanges(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal()
      let order = try await town.raise(appeal)
      try await town.handled(order)
      try await town.answered(order)
      try await town.passed(order)
      try await town.closed(order, appeal)
      let preview = try await town.ask("orders/{number}/volume", order, as: CaseTown.heater, .page)
      #expect(preview.contains("预览") && preview.contains("王**"))
      _ = try await town.ask("orders/{number}/archive", order, as: CaseTown.supervisor)
      let frozen = try await town.ask("orders/{number}/volume", order, as: CaseTown.heater, .page)
      for part in ["云溪市", "案卷", "派单给供热办", "阀门已更换", "5 个工作日到期", "回访诉求", "密级"] { #expect(frozen.contains(part), "\(part) is missing") }
      for secret in ["预览", "物业拖延", "请今天联系", "13800005678", "王小明"] { #expect(!frozen.contains(secret), "\(secret) is printed") }
      _ = try await town.ask("appeals/{number}/reveal", appeal, as: CaseTown.heater, input: OrderFileTests.reveal)
      #expect(try await town.ask("orders/{number}/volume", order, as: CaseTown.agent, .api, .en, at: 900) == frozen)
      let stored = try await town.ask("orders/{number}/events", order, as: CaseTown.heater)
      #expect(stored.contains(Digest.hex(Digest.sha256(Array(frozen.utf8)))), "the fingerprint is that of the document")
      #expect(try await town.status { _ = try await town.ask("orders/{number}/archive", order, as: CaseTown.supervisor) } == 409)
    }
  }

  @Test(arguments: TestDatabases.each)
  func revealingIsOnRecord(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      let appeal = try await town.appeal()
      let order = try await town.raise(appeal)
      #expect(
        try await town.status { _ = try await town.ask("appeals/{number}", appeal, as: CaseTown.heater) } == 404, "no order of theirs yet")
      try await town.handled(order)
      let masked = try await town.ask("appeals/{number}", appeal, as: CaseTown.heater)
      #expect(masked.contains("\"caller\":{\"name\":\"王**\",\"phone\":\"138****5678\"}") && masked.contains("\"possible\":[\"reveal\"]"))
      let clear = try await town.ask("appeals/{number}/reveal", appeal, as: CaseTown.heater, input: OrderFileTests.reveal)
      #expect(clear.contains("王小明") && clear.contains("13800005678") && !clear.contains("云溪路"))
      let page = try await town.ask("appeals/{number}", appeal, as: CaseTown.agent, .page)
      #expect(page.contains("供热办 zhou.tao 查看个人信息：姓名、电话") && page.contains("核实地址"))
      #expect(
        try await town.status {
          _ = try await town.ask("appeals/{number}/reveal", appeal, as: CaseTown.stranger, input: OrderFileTests.reveal)
        } == 404)
    }
  }

  @Test(arguments: TestDatabases.each)
  func filesOpenForThoseWhoSeeTheCase(_ engine: TestEngine) async throws {
    try await CaseTown.run(engine) { town in
      for confidential in [false, true] {
        let appeal = try await town.appeal(confidential: confidential)
        let order = try await town.raise(appeal, confidential: confidential)
        try await town.handled(order)
        let file = try await town.act(CaseTown.agent) { session in
          let id = try session.newID()
          try session.change(Appeal.self, try session.appealID(appeal), .attach) { appeal in
            try session.vault.keep(file: Array("a picture".utf8), type: "image/png", for: appeal.matter.citizen.value, id: id)
            return [.attached(file: AttachmentID(id))]
          }
          return id
        }
        let asked = ["id": "\(file)"]
        #expect(try await town.ask("attachments/{id}", "", as: CaseTown.agent, parameters: asked) == "a picture")
        #expect(
          try await town.status { _ = try await town.ask("attachments/{id}", "", as: CaseTown.heater, parameters: asked) }
            == (confidential ? 404 : nil))
        #expect(try await town.status { _ = try await town.ask("attachments/{id}", "", as: CaseTown.stranger, parameters: asked) } == 404)
      }
      #expect(try await town.status { _ = try await town.ask("attachments/{id}", "", as: CaseTown.agent, parameters: ["id": "x"]) } == 404)
    }
  }
}
