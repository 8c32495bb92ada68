package dev.deco.internal.runtime;

/**
 * What comes before the rows of a batch, and what with them: the longest chain either way.
 *
 * <p><b>Concurrency:</b> any thread.
 */
final class Course {
  private Path start = Path.NONE; // guarded by this, as is the end
  private Path end;

  /** The rows cannot start before the end of this chain. */
  synchronized void after(Path earlier) {
    start = Path.later(start, earlier);
  }

  /** Some rows have ended. */
  synchronized void ended(Path path) {
    end = Path.later(end, path);
  }

  synchronized Path start() {
    return start;
  }

  /** The longest chain up to the end of a row; {@code null} if none has run. */
  synchronized Path end() {
    return end;
  }
}
