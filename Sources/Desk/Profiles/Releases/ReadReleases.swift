import Casework
import Synchronization

/// Releases that were read lately: a release never changes, and reading one takes its time.
final class ReadReleases: Sendable {
  private static let most = 6
  private let held = Mutex<[Profile]>([])

  subscript(_ release: Int) -> Profile? { held.withLock { $0.first { $0.version == release } } }

  func keep(_ profile: Profile) {
    held.withLock { held in
      held.removeAll { $0.version == profile.version }
      held.append(profile)
      if held.count > Self.most { held.removeFirst() }
    }
  }
}

extension ProfileShelf {
  /// A release as it was released, without what its catalogue has learned since.
  public func profile(of release: Int) async throws -> Profile {
    if let known = read[release] { return known }
    guard let text = try await ledger.look({ sql, _ in try ProfileReleases(sql).text(of: release) }) else {
      throw CaseworkProblem.unknown(what: ProfileRelease.noun, key: String(release))
    }
    // What is stored is the merged whole: it extends nothing.
    let profile = try ProfileReader.read(text, file: "release-\(release).yaml") { _ in "" }.released(as: release)
    read.keep(profile)
    return profile
  }
}
