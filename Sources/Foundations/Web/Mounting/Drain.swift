import HTTPTypes
import Hummingbird
import NIOCore

/// Takes in, and forgets, what a peer goes on sending after its answer.
///
/// Most programs read no answer before their whole body is gone, and a connection that is closed before takes the answer with
/// it. The bytes are dropped where they come from the network, so nobody parses or keeps them; who sends too much or for too
/// long is cut off.
final class Drain: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// The most bytes after an answer.
  static let most = 128 << 20
  /// The longest time after an answer.
  static let longest = TimeAmount.seconds(60)

  private var left = Drain.most
  private var end: Scheduled<Void>?

  /// From now on nothing more is read of this connection.
  static func rest(of channel: any Channel) {
    channel.eventLoop.execute {
      // Whoever has hung up already sends nothing more.
      try? channel.pipeline.syncOperations.addHandler(Drain(), position: .first)
    }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    end = context.eventLoop.scheduleTask(in: Self.longest) { channel.close(promise: nil) }
    context.read()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    left -= unwrapInboundIn(data).readableBytes
    if left < 0 { context.close(promise: nil) }
  }

  func channelReadComplete(context: ChannelHandlerContext) { context.read() }

  func channelInactive(context: ChannelHandlerContext) {
    end?.cancel()
    context.fireChannelInactive()
  }
}

extension Request {
  /// Whether more may be on its way than comes with the head.
  private var mayGoOn: Bool {
    headers[.transferEncoding] != nil || headers[.contentLength].flatMap { Int($0) }.map { $0 > 16_384 } == true
  }

  /// Sees to it that an answer arrives which was given without reading all that was sent: the connection ends with it.
  func deliver(_ response: Response, _ context: LianxinContext) -> Response {
    guard response.status.code >= 300, mayGoOn else { return response }
    var response = response
    response.headers[.connection] = "close"
    Drain.rest(of: context.channel)
    return response
  }
}
