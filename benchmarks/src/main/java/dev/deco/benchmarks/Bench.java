package dev.deco.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code deco bench}: measures Deco beside parallel code written by hand, and writes a page of it.
 *
 * <p>Exit status: 0 if the page is written; 1 if a form fails or computes something else than the serial one, or the page cannot be
 * written; 2 if an option is wrong.
 */
@Command(name = "deco bench", sortOptions = false,
    description = "Measure Deco beside serial code and parallel code written by hand, and write a report with plots.")
public final class Bench implements Callable<Integer> {
  private static final int MAX_WORKERS = 256;
  private static final int MANY = 1_000_000_000;

  /** What can be measured. */
  enum Part {
    LOOP, RECURSION, PROGRAMS, MEMORY
  }

  @Option(names = "--only", split = ",", paramLabel = "PART",
      description = "What to measure: loop, recursion, programs, memory; several with commas. Default: all.")
  private Set<Part> parts = new TreeSet<>(List.of(Part.values()));

  @Option(names = "--minutes", paramLabel = "M", defaultValue = "4",
      description = "How long to measure, without --jmh and --whole-process. Default: ${DEFAULT-VALUE}.")
  private double minutes;

  @Option(names = "--workers", paramLabel = "N", description = "How many threads each form has. Default: one per core.")
  private int workers = Math.min(MAX_WORKERS, Runtime.getRuntime().availableProcessors());

  @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "Seed of random inputs. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--jmh", description = "The long form of loops and recursion: by JMH, in JVMs of their own. About 20 minutes a round.")
  private boolean jmh;

  @Option(names = "--whole-process", description = "The long form of programs: each turn is a JVM, from its start to its end. "
      + "About 3 minutes a round, and 4 for cut-offs.")
  private boolean wholeProcess;

  @Option(names = "--rounds", paramLabel = "R", defaultValue = "5",
      description = "Rounds with --jmh and --whole-process. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = "target/bench",
      description = "Where the report goes: a folder, made if need be. Default: ${DEFAULT-VALUE}.")
  private Path output;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  @Spec
  private CommandSpec spec;

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(new CommandLine(new Bench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((e, given) -> fail(2, e.getMessage().lines().findFirst().orElse("bad arguments")
            + "; see 'deco bench --help'"))
        .execute(args));
  }

  @Override
  public Integer call() {
    check();
    try {
      Files.createDirectories(output);
    } catch (IOException e) {
      return fail(1, output + ": the report cannot go there (" + e + "); name another folder with -o DIR");
    }
    double load = Machine.load();
    ZonedDateTime begin = ZonedDateTime.now();
    try {
      Way way = jmh ? new Jmh(workers, rounds) : wholeProcess ? new WholeProcesses(workers, rounds) : new InTurns(workers);
      ManyCalls.Result calls = parts.contains(Part.MEMORY) ? manyCalls() : null;
      List<Measured> all = measure(way);
      Path page = new Report(Machine.here(), begin, workers, seed, way.told(), load, all, calls).write(output);
      System.out.println("report    " + page);
      return 0;
    } catch (Jvm.FailedException e) {
      return fail(1, e.getMessage());
    } catch (IOException e) {
      return fail(1, output + ": the report cannot be written (" + e + "); name another folder with -o DIR");
    }
  }

  private ManyCalls.Result manyCalls() {
    say(String.format(Locale.ROOT, "%,d calls in one scope", MANY));
    return ManyCalls.measure(MANY, workers);
  }

  private List<Measured> measure(Way way) {
    List<Subject> subjects = parts.stream().filter(part -> part != Part.MEMORY)
        .flatMap(part -> Subjects.of(Subject.Group.valueOf(part.name()), wholeProcess, workers, seed).stream()).toList();
    double weights = subjects.stream().mapToDouble(Subject::weight).sum();
    List<Measured> all = new ArrayList<>();
    for (Subject subject : subjects) {
      say(all.size() + 1 + "/" + subjects.size() + " " + subject.name());
      all.add(way.measure(subject, Form.available(), 60 * minutes * subject.weight() / weights));
    }
    return all;
  }

  private static void say(String what) {
    System.err.println(what);
  }

  private static int fail(int status, String message) {
    System.err.println("deco bench: " + message);
    return status;
  }

  private void check() {
    if (workers < 1 || workers > MAX_WORKERS) {
      throw wrong("--workers " + workers + ": give 1 to " + MAX_WORKERS);
    }
    if (!(minutes > 0 && minutes <= 24 * 60)) {
      throw wrong("--minutes " + minutes + ": give more than 0, and at most a day");
    }
    if (rounds < 1) {
      throw wrong("--rounds " + rounds + ": give 1 or more");
    }
    if (jmh && wholeProcess) {
      throw wrong("--jmh measures loops and recursion, --whole-process measures programs: give one of them at a time");
    }
    if (jmh) {
      keep("--jmh", EnumSet.of(Part.LOOP, Part.RECURSION));
    }
    if (wholeProcess) {
      keep("--whole-process", EnumSet.of(Part.PROGRAMS));
    }
  }

  private void keep(String option, Set<Part> measured) {
    parts.retainAll(measured);
    if (parts.isEmpty()) {
      throw wrong(option + " measures " + measured.stream().map(part -> part.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" and ")) + " only: name that with --only, or leave --only out");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
