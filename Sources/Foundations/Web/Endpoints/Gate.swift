import Casework
import Workdays

/// Who is at the door, and what the world looks like now: the mount asks, People answers.
public protocol Gate: Sendable {
  /// The account of a token of the programming interface; nil where there is none such.
  func actor(bearer: String) async throws -> Actor?
  /// The account of a browser's session and the token its forms carry; nil where it is over.
  func actor(session: String) async throws -> (actor: Actor, csrf: String)?
  /// The account of a browser's session, without prolonging it; nil where it is over.
  func holder(session: String) async throws -> Actor?
  /// Units, categories, areas and accounts of the moment.
  var references: any References { get }
  func now() -> Moment
  /// Name and navigation around the pages of this person.
  func surroundings(for actor: Actor?) -> Surroundings
}

extension Gate {
  public func holder(session: String) async throws -> Actor? { try await actor(session: session)?.actor }
  public func surroundings(for actor: Actor?) -> Surroundings { .plain }
}
