package dev.deco.suites;

import dev.deco.internal.runtime.Stats;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a child JVM does to run test classes one after the other: {@code RunTests CLASSES LOG SECONDS}. {@code CLASSES}
 * is a file with a name a line; {@code LOG} is appended to, and classes that have a line there are left out, so that
 * after one that hung the next JVM goes on; {@code SECONDS} is how long a class may take.
 */
final class RunTests {
  private RunTests() {}

  public static void main(String[] args) throws IOException {
    Path log = Path.of(args[1]);
    long seconds = Long.parseLong(args[2]);
    Set<String> done = Files.exists(log) ? RunLog.read(log).classesSeen() : Set.of();
    Launcher launcher = LauncherFactory.create();
    try (PrintStream to = new PrintStream(new FileOutputStream(log.toFile(), true), true, StandardCharsets.UTF_8)) {
      for (String name : Files.readAllLines(Path.of(args[0]))) {
        if (!done.contains(name)) {
          HangWatch watch = new HangWatch(name, seconds, to, Path.of(log + ".hang"));
          run(launcher, name, to);
          watch.stop();
        }
      }
      to.println(RunLog.END);
    }
    System.exit(0); // whatever threads the tests have left
  }

  private static void run(Launcher launcher, String name, PrintStream to) {
    long start = System.nanoTime();
    OutcomeWriter outcomes = new OutcomeWriter(to, name);
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(name)).build();
    try {
      launcher.execute(request, outcomes);
    } catch (RuntimeException | Error e) {
      outcomes.failed(e);
    }
    Stats stats = Stats.snapshot();
    to.println(String.join("\t", RunLog.CLASS, name, Integer.toString(outcomes.tests()),
        Long.toString((System.nanoTime() - start) / 1000), Long.toString(stats.scopes()), Long.toString(stats.tasks()),
        Long.toString(stats.spawned()), Long.toString(stats.syncs())));
  }
}
