package dev.deco.suites;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends this JVM when a test class takes too long, after it has written the stacks of all threads, twice.
 *
 * <p><b>Concurrency:</b> a thread of its own for each class.
 */
final class HangWatch {
  static final int HUNG = 99;
  private static final int BETWEEN_SECONDS = 2;
  private static final int DEEPEST = 60;

  private final CountDownLatch ended = new CountDownLatch(1);

  /** @param to where the line about it goes; {@code stacks} the file that has where it hung */
  HangWatch(String name, long seconds, PrintStream to, Path stacks) {
    Thread thread = new Thread(() -> watch(name, seconds, to, stacks), "suites-watch");
    thread.setDaemon(true);
    thread.start();
  }

  void stop() {
    ended.countDown();
  }

  private void watch(String name, long seconds, PrintStream to, Path stacks) {
    try {
      if (ended.await(seconds, TimeUnit.SECONDS)) {
        return;
      }
      List<String> lines = new ArrayList<>();
      for (int look = 1; look <= 2; look++) {
        lines.add("==== " + name + " has not ended after " + seconds + " s: look " + look);
        lines.addAll(stacks());
        TimeUnit.SECONDS.sleep(BETWEEN_SECONDS);
      }
      Files.write(stacks, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      to.println(RunLog.HANG + "\t" + name);
      to.close();
      Runtime.getRuntime().halt(HUNG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> stacks() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Thread, StackTraceElement[]> one : Thread.getAllStackTraces().entrySet()) {
      lines.add(one.getKey() + " " + one.getKey().getState());
      for (int i = 0; i < Math.min(DEEPEST, one.getValue().length); i++) {
        lines.add("    " + one.getValue()[i]);
      }
    }
    return lines;
  }
}
