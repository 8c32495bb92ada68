package dev.deco.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM, of this one's kind and with its class path: what it does is not touched by what was done here. */
final class Jvm {
  private static final String HEAP = "-Xmx2g";

  /** A program's wish to be measured has failed; the message says which, why, and what to do. */
  static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(String message) {
      super(message);
    }
  }

  private Jvm() {}

  /**
   * Runs {@code main} there until it ends. What it says on standard error goes to this process's.
   *
   * @return the lines that it printed
   * @throws FailedException if it ends with another exit status than 0
   */
  static List<String> run(Class<?> main, int workers, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options(workers));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process.getOutputStream().close();
      List<String> lines = process.inputReader().lines().toList();
      int status = process.waitFor();
      if (status != 0) {
        throw new FailedException(main.getSimpleName() + " " + String.join(" ", arguments) + ": its JVM ended with status "
            + status + ", as told above");
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What each JVM is told: its heap, and how many threads the JDK's own pools have. */
  static List<String> options(int workers) {
    return List.of(HEAP, "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + Math.max(1, workers - 1),
        "-Djdk.virtualThreadScheduler.parallelism=" + workers);
  }
}
