import Foundation

/// A few lanes that share one queue, first come first served. Among idle lanes the one that worked last goes first,
/// so that few connections stay warm and the others cost nothing.
public final class Lanes: @unchecked Sendable {
  private let lock = NSLock()
  private let batch: Int
  private var waiting: [Job] = []
  private var taken = 0
  private var idle: [Worker] = []
  private var closing = false
  private var open: Int
  private var closers: [CheckedContinuation<Void, Never>] = []

  /// One thread asleep until it is given jobs, or none when it shall end.
  private final class Worker {
    let bell = DispatchSemaphore(value: 0)
    var jobs: [Job] = []
  }

  /// `batch` is how many waiting jobs a lane takes at once. The lanes belong to their threads from here on.
  public init(name: String, batch: Int = 1, lanes: [any Lane]) {
    self.batch = batch
    open = lanes.count
    for (number, lane) in lanes.enumerated() {
      // Handed over once, before its thread starts; nobody else keeps it.
      nonisolated(unsafe) let lane = lane
      let thread = Thread { self.work(lane) }
      thread.name = "\(name)-\(number)"
      thread.stackSize = 1 << 20
      thread.start()
    }
  }

  /// Queues a job; false when the lanes are closing.
  public func submit(_ job: Job) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    guard !closing else { return false }
    if let worker = idle.popLast() {
      worker.jobs.append(job)
      worker.bell.signal()
    } else {
      waiting.append(job)
    }
    return true
  }

  /// Takes no more jobs; the lanes close when the queued ones are answered.
  public func stop() {
    lock.withLock {
      closing = true
      for worker in idle { worker.bell.signal() }
      idle = []
    }
  }

  /// Stops and waits until all queued jobs are answered and all lanes closed.
  public func close() async {
    stop()
    await withCheckedContinuation { caller in
      let over = lock.withLock {
        if open > 0 { closers.append(caller) }
        return open == 0
      }
      if over { caller.resume() }
    }
  }

  private func work(_ lane: any Lane) {
    let worker = Worker()
    while true {
      let jobs = next(worker)
      if jobs.isEmpty { break }
      lane.serve(jobs)
    }
    lane.close()
    let done = lock.withLock {
      open -= 1
      return open == 0 ? closers : []
    }
    for closer in done { closer.resume() }
  }

  /// The next jobs for a worker, asleep until there are some; none when the lanes are closing.
  private func next(_ worker: Worker) -> [Job] {
    lock.lock()
    let jobs = takeWaiting()
    if !jobs.isEmpty || closing {
      lock.unlock()
      return jobs
    }
    idle.append(worker)
    lock.unlock()
    worker.bell.wait()
    lock.lock()
    defer { lock.unlock() }
    var given = worker.jobs
    worker.jobs = []
    // Whoever came between the bell and the waking rides along.
    if given.count < batch && !given.isEmpty { given.append(contentsOf: takeWaiting(upTo: batch - given.count)) }
    return given
  }

  private func takeWaiting(upTo limit: Int? = nil) -> [Job] {
    let count = min(limit ?? batch, waiting.count - taken)
    let jobs = Array(waiting[taken..<taken + count])
    taken += count
    // The front is cut off now and then, so that taking stays cheap in a long queue.
    if taken == waiting.count || taken > 1024 {
      waiting.removeFirst(taken)
      taken = 0
    }
    return jobs
  }
}
