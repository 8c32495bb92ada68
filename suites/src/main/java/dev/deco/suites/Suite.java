package dev.deco.suites;

import dev.deco.Deco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One library on its way: its classes marked, woven and linked, its tests run in every way, and what came of it. */
final class Suite {
  private static final List<String> MEMORY = List.of("-Xmx3g", "-Xss4m", "-XX:-OmitStackTraceInFastThrow");
  private static final int MOST_HANGS = 20;
  private static final int LEAST_SECONDS = 60;
  private static final int TIMES_AS_LONG = 10;

  private final Library library;
  private final Path output;
  private final Settings settings;
  private final Map<Run, RunLog> logs = new EnumMap<>(Run.class);
  private final Map<Run, Comparison> comparisons = new EnumMap<>(Run.class);
  private boolean prepared;

  Suite(Library library, Settings settings) {
    this.library = library;
    this.output = settings.output().resolve(library.name());
    this.settings = settings;
  }

  Library library() {
    return library;
  }

  Map<Run, RunLog> logs() {
    return logs;
  }

  Map<Run, Comparison> comparisons() {
    return comparisons;
  }

  /** A line for each method of the library, or of its tests: see {@link Mark#report}. */
  List<String> marks(boolean tests) throws IOException {
    Path report = form(false).report(tests ? "tests" : "main");
    return Files.exists(report) ? Files.readAllLines(report) : List.of();
  }

  private Form form(boolean byData) {
    return new Form(output.resolve(byData ? "by-data" : "in-order"), byData);
  }

  /** Marks and weaves what these runs need. Returns what went wrong, also in linking it. */
  List<String> prepare(List<Run> runs) throws IOException, InterruptedException {
    delete(output);
    Files.createDirectories(output);
    Files.write(output.resolve("classes.txt"), library.chosenTests());
    List<String> failures = new ArrayList<>();
    for (boolean byData : new boolean[] {false, true}) {
      Form form = form(byData);
      if (runs.stream().anyMatch(run -> run.woven && run.byData == byData)) {
        weave(form, "main", library.main(), library.testClasses(), failures);
      }
      if (failures.isEmpty() && runs.stream().anyMatch(run -> run.testsWoven && run.byData == byData)) {
        weave(form, "tests", library.testClasses(), form.marked("main"), failures);
      }
    }
    prepared = failures.isEmpty();
    return failures;
  }

  /** Whether all that the runs need has been woven, and linked. */
  boolean isPrepared() {
    return prepared;
  }

  private void weave(Form form, String what, Path folder, Path others, List<String> failures)
      throws IOException, InterruptedException {
    List<Path> needed = new ArrayList<>(List.of(others));
    needed.addAll(library.dependencies());
    needed.addAll(ChildJvm.junit());
    Path said = form.folder().resolve(what + "-weave.log");
    Files.createDirectories(form.folder());
    List<String> arguments = List.of(folder.toString(), form.marked(what).toString(), form.woven(what).toString(),
        form.report(what).toString(), ChildJvm.join(needed), ChildJvm.placeOf(Deco.class).toString(),
        Boolean.toString(form.byData()), settings.only(), settings.skip());
    int status = ChildJvm.run(output, with(MEMORY, settings.options()), ChildJvm.ownClassPath(), MarkAndWeave.class,
        arguments, said);
    if (status != 0) {
      failures.addAll(Files.readAllLines(said));
      return;
    }
    List<Path> linked = new ArrayList<>(common());
    linked.add(form.woven(what));
    linked.addAll(needed);
    Path refused = form.folder().resolve(what + "-link.log");
    if (ChildJvm.run(output, library.options(), linked, LinkAll.class, List.of(form.woven(what).toString()), refused)
        != 0) {
      failures.addAll(Files.readAllLines(refused));
    }
  }

  /** Runs the tests, and holds them against the plain runs so far, if this is none. */
  void run(Run run) throws IOException, InterruptedException {
    Form form = form(run.byData);
    List<Path> classPath = new ArrayList<>(common());
    classPath.add(run.woven ? form.woven("main") : library.main());
    classPath.add(run.testsWoven ? form.woven("tests") : library.testClasses());
    classPath.addAll(library.dependencies());
    List<String> options = with(with(MEMORY, settings.options()), with(library.options(), run.options));
    Path log = output.resolve(run + ".tsv");
    List<String> arguments = List.of(output.resolve("classes.txt").toString(), log.toString(),
        Long.toString(patienceSeconds()));
    int status = HangWatch.HUNG;
    for (int i = 0; i <= MOST_HANGS && status == HangWatch.HUNG; i++) {
      status = ChildJvm.run(workingFolder(run), options, classPath, RunTests.class, arguments,
          output.resolve(run + ".log"));
    }
    if (status != 0) {
      throw new IOException(run + " ended with exit status " + status + ": see " + output.resolve(run + ".log"));
    }
    RunLog result = RunLog.read(log);
    logs.put(run, result);
    if (run.woven) {
      comparisons.put(run, Comparison.of(plain(), result, Allowed.read(library.allowed(), run.toString())));
    }
  }

  private static List<String> with(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Tests may leave files. */
  private Path workingFolder(Run run) throws IOException {
    return Files.createDirectories(output.resolve("files").resolve(run.toString()));
  }

  private List<Path> common() {
    List<Path> places = new ArrayList<>(List.of(ChildJvm.placeOf(Suite.class), ChildJvm.placeOf(Deco.class)));
    places.addAll(ChildJvm.junit());
    return places;
  }

  private List<RunLog> plain() {
    return Stream.of(Run.PLAIN, Run.PLAIN_AGAIN).filter(logs::containsKey).map(logs::get).toList();
  }

  /** How long a class may take: a multiple of what the slowest took in a plain run. */
  private long patienceSeconds() {
    long slowest = plain().stream().flatMap(run -> run.micros().values().stream()).max(Comparator.naturalOrder())
        .orElse(0L);
    return plain().isEmpty() ? LEAST_SECONDS * TIMES_AS_LONG : LEAST_SECONDS + slowest * TIMES_AS_LONG / 1_000_000;
  }

  /** The time of the whole suite in the faster of the plain runs. */
  double plainSeconds() {
    return plain().stream().mapToDouble(RunLog::seconds).min().orElse(0);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
