package dev.deco.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A bar on standard error that says which phase runs and about how far it is, by the time that it is expected to
 * take. Where standard error is no terminal there is no bar, and not one byte of it.
 *
 * <p><b>Concurrency:</b> {@link #phase} and {@link #close} are for one thread; a daemon thread draws ten times a
 * second.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 40; // columns of the bar

  private record Phase(String name, long start, long expected) {}

  private final PrintStream out;
  private final ScheduledExecutorService clock; // null where there is no bar
  private volatile Phase phase;

  private Progress(PrintStream out, ScheduledExecutorService clock) {
    this.out = out;
    this.clock = clock;
  }

  /** A bar, if standard error is a terminal that can draw one. */
  static Progress onTerminal() {
    if (!isTerminal()) {
      return new Progress(System.err, null);
    }
    var clock = Executors.newSingleThreadScheduledExecutor(work -> {
      var thread = new Thread(work, "deco-demo-progress");
      thread.setDaemon(true);
      return thread;
    });
    var progress = new Progress(System.err, clock);
    clock.scheduleAtFixedRate(progress::draw, 0, 100, TimeUnit.MILLISECONDS);
    return progress;
  }

  /**
   * Whether standard error is a terminal. {@code System.console()} does not tell: it is about standard input and
   * output, and from Java 22 on it is there without any terminal. POSIX's {@code test -t 2}, run as a child with
   * this very standard error, does. Where there is no such command, or the terminal is dumb, the answer is no.
   */
  private static boolean isTerminal() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return new ProcessBuilder("sh", "-c", "test -t 2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A phase begins that takes about {@code expected} nanoseconds. */
  void phase(String name, long expected) {
    phase = new Phase(name, System.nanoTime(), Math.max(1, expected));
  }

  private void draw() {
    Phase now = phase;
    if (now == null) {
      return;
    }
    double done = Math.min(0.99, (double) (System.nanoTime() - now.start) / now.expected);
    int marks = (int) (done * WIDTH);
    out.print("\r" + String.format("%-9s", now.name) + "[" + "#".repeat(marks) + " ".repeat(WIDTH - marks) + "] "
        + String.format("%3d %%", (int) (done * 100)));
    out.flush();
  }

  /** Takes the bar away: the line is empty again. */
  @Override
  public void close() {
    if (clock == null) {
      return;
    }
    clock.shutdown();
    try {
      clock.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.print("\r" + " ".repeat(WIDTH + 20) + "\r");
    out.flush();
  }
}
