import Interop

/// Documents that the program writes about itself.
public enum Documents {
  /// `docs/lifecycle.md`.
  public static var lifecycle: String { LifecycleDocument.markdown }
}
