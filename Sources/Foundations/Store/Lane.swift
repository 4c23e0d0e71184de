/// One connection on a thread of its own; blocking there never holds up the cooperative thread pool.
/// `Lanes` calls it from that thread only.
public protocol Lane: AnyObject {
  /// Answers every one of the jobs, of which there is at least one.
  func serve(_ jobs: [Job])
  /// Called once, after the last job.
  func close()
}
