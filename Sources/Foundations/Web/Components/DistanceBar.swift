import Workdays

/// Above a queue whose rows know their place: how far each is from whoever holds the phone. The browser counts it; the position is not
/// sent anywhere. Without a script, or without a place, it is not there.
public enum DistanceBar {
  public static func render(_ rows: [QueueRow], language: Language) -> HTML {
    when(rows.contains { $0.spot != nil }) {
      """
      <p class="distances" hidden data-needs="geolocation"><button type="button" class="quiet" data-distances>\
      \(Phrase("离我多远", "How far from me"), language)</button> <span class="soft" role="status" data-distance-word \
      data-lost="\(Phrase("没有取到位置，请检查手机的定位权限。", "No position: see whether this phone allows it."), language)">\
      \(Phrase("距离只在本机计算，位置不会发送。", "Counted on this device; your position is not sent."), language)</span></p>
      """
    }
  }
}
