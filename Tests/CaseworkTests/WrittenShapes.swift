/// The stored form of each of `Samples`, line for line.
enum WrittenShapes {
  static let order: [String] = []
  static let appeal: [String] = []
  static let participation: [String] = []
}
