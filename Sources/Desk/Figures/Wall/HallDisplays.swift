import Casework
import Web
import Workdays

/// What the wall needs of others where nobody is signed in: who stands before a display, by its token, and the incidents that run.
public struct HallDisplays: Sendable {
  let viewer: @Sendable (_ token: String) async throws -> Actor?
  let incidents: @Sendable (Actor, Language) async throws -> HTML

  public init(
    viewer: @Sendable @escaping (_ token: String) async throws -> Actor?,
    incidents: @Sendable @escaping (Actor, Language) async throws -> HTML
  ) {
    (self.viewer, self.incidents) = (viewer, incidents)
  }

  public static let none = HallDisplays(viewer: { _ in nil }, incidents: { _, _ in .empty })
}

/// The address is not whole, or the display was revoked.
struct NoDisplay: Problem {
  var status: Int { 404 }
  var code: String { "unknown-display" }
  var sentence: Phrase {
    Phrase("这个大屏地址已停用或不完整；请向管理员索取新地址。", "This address of a display was revoked or is not whole; ask the administrator for another.")
  }
}

/// The wall on a display of the hall.
extension FiguresDesk {
  @Sendable func display(_ call: Call) async throws -> Answer { .page(try await displayed(call).render()) }

  @Sendable func displayNow(_ call: Call) async throws -> Answer { .fragment(try await displayed(call).now) }

  @Sendable func displayIncident(_ call: Call) async throws -> Answer {
    .fragment(try await displays.incidents(try await viewer(call), call.language))
  }

  private func displayed(_ call: Call) async throws -> WallPage {
    try await wallPage(call, for: try await viewer(call), at: .display(call.parameter("token")))
  }

  private func viewer(_ call: Call) async throws -> Actor {
    guard let viewer = try await displays.viewer(call.parameter("token")) else {
      throw NoDisplay()
    }
    return viewer
  }
}
