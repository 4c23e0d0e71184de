import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Workdays

extension LiveHub {
  /// Where pages listen: one stream for all pages of a browser.
  public nonisolated var endpoint: Endpoint {
    .page("events", .signedIn, Phrase("实时更新", "Live updates"), query: [Self.topics]) { call in
      let session = call.session ?? ""
      try await self.admit(session)
      let topics = call.query.text("topics").split(separator: ",").compactMap { LiveTopic($0) }
      return Answer(status: 200, body: .live(LiveAnswer(hub: self, topics: topics, actor: call.actor, session: session)))
    }
  }

  private static let topics = Field("topics", .line(4000), Phrase("主题", "Topics"))
}

/// A stream as an answer.
struct LiveAnswer: Sendable {
  let hub: LiveHub
  let topics: [LiveTopic]
  let actor: Actor
  let session: String

  /// Begins when the answer is written, and ends with the browser's connection, the session or the program.
  func response(_ channel: any NIOCore.Channel) -> Response {
    let body = ResponseBody { writer in
      let (id, stream) = await hub.open(topics, actor, session)
      // The browser may have gone already; a handler that cannot be added has nothing to notice.
      try? await channel.pipeline.addHandler(DepartureHandler(stream), position: .first)
      do {
        try await withGracefulShutdownHandler {
          for await _ in stream.bell {
            if let bytes = stream.take() { try await writer.write(bytes) }
          }
        } onGracefulShutdown: {
          stream.end()
        }
      } catch {
        await hub.close(id)
        throw error
      }
      await hub.close(id)
      try await writer.finish(nil)
    }
    let headers: HTTPFields = [
      .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", .connection: "close", .accelBuffering: "no",
    ]
    return Response(status: .ok, headers: headers, body: body)
  }
}

/// Ends a stream when its browser hangs up. The server lets peers close one half of a connection, so that nothing else would
/// tell before the next writing.
private final class DepartureHandler: ChannelInboundHandler, Sendable {
  typealias InboundIn = NIOAny

  private let stream: LiveStream

  init(_ stream: LiveStream) { self.stream = stream }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let event = event as? ChannelEvent, event == .inputClosed { stream.end() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    stream.end()
    context.fireChannelInactive()
  }
}
