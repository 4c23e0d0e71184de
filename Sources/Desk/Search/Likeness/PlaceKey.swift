/// An address as a key: two ways of writing the same place down are one text.
enum PlaceKey {
  /// What people put behind an address without meaning another place.
  private static let tails = ["附近", "门口", "门前", "旁边", "对面", "路口", "周边", "一带", "楼下", "处"]

  /// Nil where nothing is left to go by.
  /// - Parameter names: what the areas of the city are called, longest first; they may stand in front or be left out.
  static func of(_ address: String, without names: [String]) -> String? {
    var key = String(String.UnicodeScalarView(address.unicodeScalars.compactMap(narrow))).lowercased()
    for name in names where key.hasPrefix(name) { key.removeFirst(name.count) }
    while let tail = tails.first(where: key.hasSuffix), key.count > tail.count { key.removeLast(tail.count) }
    return key.count < 2 ? nil : key
  }

  /// Letters and digits only, full-width ones as their usual selves.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let usual = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return usual.properties.isAlphabetic || ("0"..."9").contains(usual) ? usual : nil
  }
}
