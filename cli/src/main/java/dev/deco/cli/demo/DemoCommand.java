package dev.deco.cli.demo;

import dev.deco.ConfigurationException;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Stats;
import dev.deco.internal.weaver.WeavingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code deco demo}: the climate program, once as it is and once woven, on the same data in the same JVM. Says whether
 * the two results are equal bit for bit, how long each took, and draws a map.
 *
 * <p>Exit status: 0 if the results are equal and the picture is written; 1 if they differ, if the program was not
 * woven, or if the picture cannot be written; 2 if an option is wrong.
 */
@Command(name = "demo", sortOptions = false,
    description = "Run the climate program serial and parallel, compare the results bit for bit, draw a map.")
public final class DemoCommand implements Callable<Integer> {
  private static final int BAND = 24; // rows of the warm-up, about a tenth of the work
  private static final double BUSY = 0.9; // a run alone on its processor has more of it than this share
  private static final double POLES = 1.35; // a row of the globe takes longer than one of the band, by about this

  @Option(names = "--engine", paramLabel = "E",
      description = "Where tasks run: threads (default), serial, virtual (Java 21+).")
  private String engine;

  @Option(names = "--workers", paramLabel = "N", description = "How many threads run tasks. Default: one per core.")
  private Integer workers;

  @Option(names = "--stats",
      description = "At the end, print where the time went, and one line of JSON, on standard error.")
  private boolean stats;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "deco-demo.png",
      description = "The picture to write, a PNG. Default: ${DEFAULT-VALUE}.")
  private Path output;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  @Override
  public Integer call() {
    if (workers != null && workers < 1) {
      return fail(2, "--workers " + workers + ": there must be a worker; give a whole number from 1 on");
    }
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(output)) {
      return fail(1, output + ": the picture cannot go there; name a file in a folder that exists with -o FILE");
    }
    try {
      configure();
      return run(ClimateProgram.plain(), ClimateProgram.woven());
    } catch (ConfigurationException e) {
      return fail(2, e.getMessage());
    } catch (ClimateProgram.UnwovenException | WeavingException e) {
      return fail(1, e.getMessage());
    } catch (IOException e) {
      return fail(1, output + ": the picture cannot be written (" + e.getMessage() + "); name another with -o FILE");
    }
  }

  /** Before the runtime is first used: it reads its settings once. Reads them here too, so that a bad one is told. */
  private void configure() {
    if (workers != null) {
      System.setProperty("deco.workers", workers.toString());
    }
    if (engine != null) {
      System.setProperty("deco.engine", engine);
    }
    if (stats) {
      System.setProperty("deco.stats", "true");
    }
    Configuration.load();
  }

  private int run(ClimateProgram plain, ClimateProgram woven) throws IOException {
    Object serialGrid = plain.grid();
    Object parallelGrid = woven.grid();
    Run serial;
    Run parallel;
    try (Progress progress = Progress.onTerminal()) {
      long band = warmUp(plain, serialGrid, woven, parallelGrid, progress);
      progress.phase("serial", (long) (band * POLES * plain.rows(serialGrid) / BAND));
      serial = Run.of(plain, serialGrid);
      progress.phase("parallel", serial.nanos() / 2);
      parallel = Run.of(woven, parallelGrid);
    }
    var comparison = Comparison.of(serial.means(), parallel.means());
    report(serial, parallel, comparison);
    String doubt = doubt(serial, parallel, comparison);
    if (doubt != null) {
      return fail(1, doubt);
    }
    Canvas picture = Picture.draw(plain.north(serialGrid), plain.west(serialGrid), parallel.means(),
        woven.anomalies(parallelGrid, parallel.means()));
    Files.write(output, Png.encode(picture));
    System.out.println("picture   " + output);
    return 0;
  }

  /** Both programs in turns, so that the compiler has seen both; nanoseconds of the last serial turn. */
  private static long warmUp(ClimateProgram plain, Object serialGrid, ClimateProgram woven, Object parallelGrid,
      Progress progress) {
    int first = (plain.rows(serialGrid) - BAND) / 2;
    long nanos = 1_000_000_000;
    for (int turn = 0; turn < 3; turn++) {
      progress.phase("warm-up", 2 * nanos);
      nanos = Run.of(plain, plain.band(serialGrid, first, BAND)).nanos();
      Run.of(woven, woven.band(parallelGrid, first, BAND));
    }
    return nanos;
  }

  private static void report(Run serial, Run parallel, Comparison comparison) {
    Stats stats = parallel.after();
    System.out.printf(Locale.ROOT, "serial    %,8.0f ms%n", serial.millis());
    System.out.printf(Locale.ROOT, "parallel  %,8.0f ms   %.2f times as fast, on the engine %s with %d %s%n",
        parallel.millis(), serial.millis() / parallel.millis(), stats.engine(), stats.workers(),
        stats.workers() == 1 ? "worker" : "workers");
    System.out.printf(Locale.ROOT, "tasks     %,8d      %.1f us each; %,d given to workers, %,d run in place%n",
        parallel.count(Stats::tasks), serial.nanos() / 1e3 / comparison.cells(), parallel.count(Stats::spawned),
        parallel.count(Stats::inlined));
    System.out.printf(Locale.ROOT, "waits     %,8d      syncs, and %,d forces%n", parallel.count(Stats::syncs),
        parallel.count(Stats::forces));
    if (serial.share() < BUSY) {
      System.out.printf(Locale.ROOT, "note      other programs use this machine: the serial run had %.0f %% of a"
          + " processor, so the times tell little%n", 100 * serial.share());
    }
    System.out.println("results   " + (comparison.equal() ? "equal, bit for bit" : "NOT EQUAL"));
  }

  /** Why these two runs do not show what the demo is to show; {@code null} if they do. */
  private static String doubt(Run serial, Run parallel, Comparison comparison) {
    if (!comparison.equal()) {
      return comparison.different() + " of " + comparison.cells() + " cells differ, the first at " + comparison.first()
          + ". This is an error in Deco: please report it";
    }
    if (serial.count(Stats::scopes) > 0) {
      return "the serial program ran woven: an agent has woven it. Run the demo without -javaagent";
    }
    if (parallel.count(Stats::tasks) != comparison.cells()) {
      return "the parallel program made " + parallel.count(Stats::tasks) + " tasks of " + comparison.cells()
          + " calls. This is an error in Deco: please report it";
    }
    boolean several = !parallel.after().engine().equals("serial") && parallel.after().workers() > 1;
    if (several && parallel.count(Stats::spawned) == 0) {
      return "the parallel program ran serial: no worker was given a task. This is an error in Deco: please report it";
    }
    return null;
  }

  private static int fail(int status, String message) {
    System.err.println("deco: demo: " + message);
    return status;
  }
}
