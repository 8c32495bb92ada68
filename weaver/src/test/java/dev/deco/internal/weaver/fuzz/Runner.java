package dev.deco.internal.weaver.fuzz;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import dev.deco.internal.runtime.OrderedOutput;
import dev.deco.internal.runtime.Stats;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs main methods and keeps what they print, on a thread that is watched: what takes too long is reported, with the
 * stacks of all threads, instead of waited for.
 */
final class Runner implements AutoCloseable {
  private static final int PATIENCE_SECONDS = Integer.getInteger("deco.fuzz.patience", 60);

  /** A program did not come to an end. */
  static final class Hang extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Hang(String message) {
      super(message);
    }
  }

  private ExecutorService thread = start();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out =
      OrderedOutput.over(new PrintStream((OutputStream) printed, true, StandardCharsets.UTF_8));
  private Stats stats;
  private volatile String running = "nothing";

  private static ExecutorService start() {
    return Executors.newSingleThreadExecutor(task -> {
      Thread runner = new Thread(null, task, "fuzz-runner", 16L << 20);
      runner.setDaemon(true);
      return runner;
    });
  }

  /** Runs {@code work} on the watched thread, with {@code System.out} caught. */
  <T> T watch(Callable<T> work) {
    PrintStream before = System.out;
    System.setOut(out);
    try {
      return thread.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      Hang hang = new Hang("hangs: " + running + "\n" + stacks());
      thread.shutdownNow();
      thread = start(); // the stuck thread is lost
      throw hang;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("in " + running + ": " + e.getCause(), e.getCause());
    } finally {
      System.setOut(before);
    }
  }

  /** The woven main class. On the watched thread. */
  Class<?> woven(CompiledPrograms programs, String name) throws ClassNotFoundException {
    running = "the weaving of " + name;
    return programs.woven(name);
  }

  /** What main prints on an engine of its own, and how it ends. On the watched thread. */
  String run(Class<?> main, Configuration configuration) throws Exception {
    return Engines.using(configuration, () -> {
      try {
        return run(main, "" + configuration);
      } finally {
        stats = Stats.snapshot();
      }
    });
  }

  /** What the last engine has done. */
  Stats stats() {
    return stats;
  }

  /** What main prints, and how it ends. On the watched thread. */
  String run(Class<?> main, String how) {
    running = main.getName() + " under " + how;
    printed.reset();
    String end = "";
    try {
      main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (Throwable thrown) {
      Throwable t = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
      end = "thrown " + t + (t instanceof IllegalStateException ? "" : " " + Arrays.toString(t.getStackTrace()));
    }
    out.flush();
    return printed.toString(StandardCharsets.UTF_8) + end;
  }

  private static String stacks() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Thread, StackTraceElement[]> one : Thread.getAllStackTraces().entrySet()) {
      text.append(one.getKey()).append('\n');
      for (StackTraceElement element : one.getValue()) {
        text.append("    ").append(element).append('\n');
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
