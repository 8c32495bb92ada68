package dev.deco.cli;

import dev.deco.cli.graph.GraphFile;
import dev.deco.internal.agent.Agent;
import dev.deco.internal.agent.LauncherAgent;
import dev.deco.internal.launch.Launch;
import dev.deco.internal.launch.MemoryLoader;
import dev.deco.internal.launch.SystemClassPath;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import dev.deco.internal.runtime.Stats;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deco run}: starts a program woven, in this JVM, as {@code java} would start it. */
@Command(name = "run", sortOptions = false,
    description = "Run a program, woven as it loads. Its output, its input and its exit status are its own.",
    customSynopsis = "deco run [OPTIONS] (Main.java | app.jar | -cp PATH Main) [ARGS]")
final class RunCommand implements Runnable {
  private static final String FORMS = "a .java file or a .jar, or say deco run -cp PATH Main";

  @Option(names = "--engine", paramLabel = "E",
      description = "Where tasks run: threads (default), serial, or virtual (Java 21).")
  private String engine;

  @Option(names = "--workers", paramLabel = "N", description = "How many threads run tasks. Default: one per core.")
  private String workers;

  @Option(names = "--stats",
      description = "At the end, print where the time went, and one line of JSON, on standard error.")
  private boolean stats;

  @Option(names = "--strict", description = "A class that could not be woven is an error, not a warning.")
  private boolean strict;

  @Option(names = "--graph", paramLabel = "FILE",
      description = "When the program ends, draw its tasks and what ordered them: a file that ends with .svg or .dot.")
  private String graph;

  @Option(names = {"-cp", "-classpath", "--class-path"}, paramLabel = "PATH",
      description = "Folders and jars, as for java -cp.")
  private String classPath;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  @Parameters(arity = "0..*", paramLabel = "PROGRAM", hidden = true)
  private List<String> words = List.of();

  private Launch launch;

  /** The program, once {@link #run} has found nothing wrong with it; {@code null} before, and after {@code --help}. */
  Launch launch() {
    return launch;
  }

  @Override
  public void run() {
    if (words.isEmpty()) {
      throw Failure.usage("run: no program given; name " + FORMS);
    }
    configure();
    Engines.orderOutput();
    Instrumentation instrumentation = LauncherAgent.instrumentation();
    if (instrumentation == null) {
      throw Failure.of("run: this JVM gave no instrumentation; start Deco as java -jar deco.jar run ..., "
          + "on a Java that has the module java.instrument");
    }
    Program program = program(words.get(0));
    Agent.install(instrumentation);
    launch = launch(program, instrumentation);
    if (Configuration.load().stats()) {
      Stats.snapshot(); // starts the engine, whose end prints the line, also for a program that never has a scope
    }
  }

  private void configure() {
    if (engine != null) {
      System.setProperty("deco.engine", engine(engine));
    }
    if (workers != null) {
      System.setProperty("deco.workers", String.valueOf(workers(workers)));
    }
    if (stats) {
      System.setProperty("deco.stats", "true");
    }
    if (strict) {
      System.setProperty("deco.strict", "true");
    }
    if (graph != null) {
      graph();
    }
  }

  private void graph() {
    try {
      GraphFile file = GraphFile.of(graph);
      if (Configuration.load().isSerial()) {
        throw Failure.usage("--graph " + graph + ": the engine serial has no tasks; choose threads");
      }
      file.record();
    } catch (IllegalArgumentException e) {
      throw Failure.usage("--graph " + graph + ": " + e.getMessage());
    }
  }

  private static String engine(String name) {
    String engine = name.toLowerCase(Locale.ROOT);
    if (engine.equals(Configuration.VIRTUAL) && !Configuration.engines().contains(engine)) {
      throw Failure.usage("--engine " + name + ": this is Java " + Runtime.version().feature()
          + ", and virtual threads came with Java 21; use a newer Java, or choose threads or serial");
    }
    if (!Configuration.engines().contains(engine)) {
      throw Failure.usage("--engine " + name + ": no such engine in this version; choose one of "
          + String.join(", ", Configuration.engines()));
    }
    return engine;
  }

  private int workers(String given) {
    int most = Configuration.VIRTUAL.equals(System.getProperty("deco.engine"))
        ? Configuration.MAX_VIRTUAL : Configuration.MAX_WORKERS;
    try {
      int number = Integer.parseInt(given.trim());
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, as for a number out of range
    }
    throw Failure.usage("--workers " + given + ": not a number of workers; give a whole number from 1 to " + most);
  }

  private Program program(String target) {
    if (classPath != null && !target.endsWith(".java") && !target.endsWith(".jar")) {
      return new Program(target, Map.of(), Program.libraries(classPath), List.of(), List.of(target.replace('/', '.')),
          List.of(), new Attributes());
    }
    boolean source = target.endsWith(".java");
    if (!source && !target.endsWith(".jar")) {
      throw Files.exists(Path.of(target))
          ? Failure.usage(target + ": not a program; name " + FORMS)
          : Failure.usage(target + ": no such program; name " + FORMS);
    }
    Path path = Program.existing(target, FORMS);
    if (Files.isDirectory(path)) {
      throw Failure.usage(target + ": a folder, not a program; name " + FORMS);
    }
    List<Path> libraries = Program.libraries(classPath);
    return source ? Program.ofSources(target, List.of(path), libraries) : Program.ofJar(target, path, List.of());
  }

  private Launch launch(Program program, Instrumentation instrumentation) {
    ClassLoader loader = loader(program, new SystemClassPath(instrumentation));
    Thread.currentThread().setContextClassLoader(loader);
    System.setProperty("java.class.path",
        program.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    System.setProperty("sun.java.command", String.join(" ", words));
    List<String> arguments = words.subList(1, words.size());
    for (String candidate : program.mainClasses()) {
      Launch found = Launch.of(load(candidate, program, loader), arguments);
      if (found != null) {
        return found;
      }
    }
    throw noMain(program);
  }

  private static ClassLoader loader(Program program, SystemClassPath system) {
    for (Path path : program.classPath()) {
      try {
        system.add(path);
      } catch (IOException e) {
        throw Failure.of(path + ": not a jar that can be read (" + e.getMessage()
            + "); build it again or take it off the class path");
      } catch (UnsupportedOperationException e) {
        throw Failure.of(path + ": " + e.getMessage()
            + "; put the classes into a jar, or use java -javaagent:deco.jar");
      }
    }
    system.open(program.attributes().getValue("Add-Exports"), program.attributes().getValue("Add-Opens"));
    return program.compiled().isEmpty() ? ClassLoader.getSystemClassLoader()
        : new MemoryLoader(program.compiled(), Path.of(program.target()));
  }

  private Class<?> load(String name, Program program, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      String where = program.target().equals(words.get(0)) && classPath == null ? program.target() : "-cp " + classPath;
      throw Failure.of(where + ": class " + name + " not found; " + (classPath == null
          ? "correct Main-Class in its manifest, or build it again"
          : "check the class path and the spelling, package included"));
    } catch (LinkageError e) {
      throw Failure.of(program.target() + ": class " + name + " cannot be loaded: " + e + "; compile it again, "
          + "and see that all it needs is on the class path");
    }
  }

  private static Failure noMain(Program program) {
    String place = program.target() + ": ";
    if (program.mainClasses().isEmpty()) {
      return Failure.of(place + (program.target().endsWith(".jar")
          ? "its manifest names no Main-Class; say deco run -cp " + program.target() + " Main"
          : "declares no class; add one with public static void main(String[])"));
    }
    String classes = String.join(", ", program.mainClasses());
    return Failure.of(place + "no method public static void main(String[]) in " + classes
        + "; add one, or run another class");
  }
}
