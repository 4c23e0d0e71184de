import Casework
import Workdays

/// What the histories are made of: the profile's units and categories, and the moment up to which they reach.
struct City: Sendable {
  let profile: Profile
  let cast: Cast
  let units: [UnitID]
  let leaves: [CategoryID]
  let now: Moment

  init(_ profile: Profile, now: Moment) {
    self.profile = profile
    self.now = now
    cast = Cast(root: profile.units.root)
    units = profile.units.units.values.filter { $0.level != .hotline && $0.parent != nil }.map(\.id).sorted()
    leaves = profile.taxonomy.leaves.map(\.id)
  }
}
