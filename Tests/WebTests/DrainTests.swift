import Foundation
import TestKit
import Testing

@testable import Web

/// A refusal reaches whoever reads nothing before the whole body is sent, as most programs do.
@Suite(.serialized) struct DrainTests {
  @Test(arguments: [5, 10, 30], ["close", "keep-alive"]) func tooLargeIsSaid(_ megabytes: Int, _ connection: String) async throws {
    #expect(try await Self.send(megabytes << 20, ["Authorization": "Bearer off", "Connection": connection]) == 413)
  }

  @Test func soIsEveryOtherRefusal() async throws {
    #expect(try await Self.send(5 << 20, ["Connection": "close"]) == 401)
    #expect(try await Self.send(5 << 20, ["Connection": "close"], to: "/nowhere") == 404)
  }

  @Test func whoNeverStopsIsCutOff() async throws {
    #expect(try await Self.send(Drain.most + 24 << 20, ["Authorization": "Bearer off", "Connection": "close"]) == nil)
  }

  /// - Returns: the status; nil where the connection broke first.
  private static func send(_ bytes: Int, _ headers: [String: String], to path: String = "/api/v1/orders/G1-A/return") async throws -> Int? {
    try await House.serve { port in
      await withCheckedContinuation { caller in
        Thread.detachNewThread {
          let body = [UInt8](repeating: 0x20, count: bytes)
          let all = headers.merging(["Content-Type": "application/json"]) { own, _ in own }
          caller.resume(returning: try? RawConnection(port: port, patience: 20).exchange("POST", path, all, body).status)
        }
      }
    }
  }
}
