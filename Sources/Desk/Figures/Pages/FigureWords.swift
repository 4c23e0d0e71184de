import Workdays

/// Numbers as people read them.
enum FigureWords {
  /// `35.622, 118.443`, degrees north and east.
  static func spot(_ cell: FigureCell) -> String {
    "\(cell.latitude.bare(places: 3)), \(cell.longitude.bare(places: 3))"
  }
}
