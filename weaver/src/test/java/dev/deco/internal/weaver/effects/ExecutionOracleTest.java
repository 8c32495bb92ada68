package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

/**
 * The effects table against what the platform's methods are seen to do when they run: each is called with objects that note
 * what is called on them, and whose private fields are compared before and after. What it writes, calls back, returns and
 * keeps, and which state of the process it depends on, is in its summary or among the exceptions, with a reason.
 */
class ExecutionOracleTest {
  /** What would end, block or leave the process, or starts threads. */
  private static final Pattern NOT_RUN = Pattern.compile("java\\.lang\\.(Thread|Runtime|Process|ClassLoader|System\\$Logger)"
      + ".*|java\\.lang\\.System\\.(exit|setErr|setOut|setIn|setProperties|load|inheritedChannel|console|gc).*"
      + "|java\\.lang\\.Object\\.(wait|notify).*|.*\\.(wait|take|put|poll|offer|transfer)\\([^)]*\\)@java\\.util\\.concurrent.*"
      + "|java\\.io\\.(File|RandomAccess|Object|Piped).*|java\\.nio\\.(file|channels)\\..*|java\\.net\\..*"
      + "|java\\.util\\.(logging|Timer|ServiceLoader|prefs).*|java\\.util\\.concurrent\\.(locks|Future|Executor|ForkJoin"
      + "|CompletableFuture|CountDownLatch|Semaphore|CyclicBarrier|Exchanger|Phaser|TimeUnit\\.(sleep|timed)).*"
      + "|javax\\.imageio.*|java\\.security\\.AccessController.*|java\\.lang\\.invoke.*|java\\.lang\\.reflect\\.(Method"
      + "|Constructor|Field)\\..*|.*MappedByteBuffer.*");
  private static final int MOST_KNOWN = 1;

  private final Compiled none = new Compiled("class Main {}");
  private final Map<Class<?>, Boolean> constants = new HashMap<>();
  private final Samples samples = new Samples(method -> runs(method, method.getDeclaringClass()));
  private final Set<String> executed = new LinkedHashSet<>();
  private final Map<String, String> observed = new TreeMap<>(); // what was not claimed, and by which line
  private int methods;
  private int reached;

  private static boolean runs(Executable method, Class<?> receiver) {
    boolean named = method instanceof Constructor && method.getParameterCount() > 0
        && method.getParameterTypes()[0] == String.class;
    if (named && Stream.of(method.getExceptionTypes()).anyMatch(IOException.class::isAssignableFrom)) {
      return false; // it opens a file of that name
    }
    String name = method instanceof Constructor ? "new" : method.getName();
    return !NOT_RUN.matcher(method.getDeclaringClass().getName() + "." + name + "("
        + method.getParameterCount() + ")@" + receiver.getName()).matches() && !method.isSynthetic();
  }

  private boolean constant(Object object) {
    return constants.computeIfAbsent(object.getClass(), type ->
        none.effects.immutable(Type.getType(type)) || Classes.isLibrary(Type.getInternalName(type))
            && (type.getName().startsWith("sun.util.") || type.getName().startsWith("java.time.")));
  }

  /** The exceptions: patterns of what is observed, each with a reason. */
  private static Map<Pattern, String> exceptions() throws IOException {
    Map<Pattern, String> exceptions = new LinkedHashMap<>();
    try (InputStream in = ExecutionOracleTest.class.getResourceAsStream("/effects/execution-exceptions.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int colon = line.lastIndexOf(" : ");
        if (!line.isBlank() && !line.startsWith("--")) {
          assertThat(colon).as(line + " has no reason").isPositive();
          exceptions.put(Pattern.compile("(?s)" + line.substring(0, colon).strip().replaceAll("([.$()\\[\\]])", "\\\\$1")
              .replace("*", ".*")), line.substring(colon + 3));
        }
      }
    }
    return exceptions;
  }

  @Test void whatMethodsDoIsInTheirLines() throws IOException {
    System.setProperty("java.awt.headless", "true");
    Set<String> types = new LinkedHashSet<>();
    EffectsTable.STANDARD.lines().forEach(line -> types.add(line.type()));
    types.removeIf(type -> !type.startsWith("java")); // other people's, and what woven code calls
    PrintStream out = System.out;
    PrintStream err = System.err;
    try {
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
      System.setErr(new PrintStream(OutputStream.nullOutputStream()));
      types.forEach(this::run);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    Map<Pattern, String> exceptions = exceptions();
    Set<Pattern> used = new LinkedHashSet<>();
    List<String> wrong = new ArrayList<>();
    observed.forEach((what, place) -> {
      List<Pattern> excepted = exceptions.keySet().stream().filter(one -> one.matcher(what).matches()).toList();
      used.addAll(excepted);
      if (excepted.isEmpty()) {
        wrong.add(what + "  -- " + place);
      }
    });
    report(used.size(), wrong);
    assertThat(wrong).isEmpty();
  }

  private void report(int exceptions, List<String> wrong) throws IOException {
    List<String> missed = new ArrayList<>();
    int lines = 0;
    for (EffectsTable.Line line : EffectsTable.STANDARD.lines()) {
      lines++;
      if (!executed.contains(line.type() + " " + line.method())) {
        missed.add(line.place() + " " + line.type() + " " + line.method());
      }
    }
    Path folder = Path.of("target");
    Files.write(folder.resolve("effects-not-executed.txt"), missed);
    Files.write(folder.resolve("effects-disagreements.txt"), wrong);
    System.out.println("effects table on Java " + Runtime.version().feature() + ": " + lines + " methods in lines, "
        + (lines - missed.size()) + " executed, " + missed.size() + " not reached; " + reached + " of " + methods
        + " methods of classes run; " + observed.size() + " disagreements, " + (observed.size() - wrong.size())
        + " excepted by " + exceptions + " reasons");
  }

  private void run(String internalName) {
    Class<?> type;
    try {
      type = Class.forName(internalName.replace('/', '.'));
    } catch (ClassNotFoundException | LinkageError missing) {
      return;
    }
    List<Executable> all = new ArrayList<>(Arrays.asList(type.getMethods()));
    all.addAll(Arrays.asList(type.getConstructors()));
    for (Executable method : all) {
      if (Modifier.isPublic(type.getModifiers()) && runs(method, type)) {
        run(type, internalName, method);
      }
    }
  }

  private void run(Class<?> type, String owner, Executable method) {
    boolean constructor = method instanceof Constructor;
    String name = constructor ? "<init>" : method.getName();
    String descriptor = constructor ? Type.getConstructorDescriptor((Constructor<?>) method)
        : Type.getMethodDescriptor((Method) method);
    EffectsTable.Line line = EffectsTable.STANDARD.find(none.effects.classes.supertypes(owner), name, descriptor);
    if (line == null || constructor && Modifier.isAbstract(type.getModifiers())) {
      return;
    }
    methods++;
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    Summary summary = none.effects.summary(owner, name, descriptor, constructor);
    Execution execution = new Execution(method, summary, this::constant,
        none.effects.immutable(Type.getReturnType(descriptor)));
    Class<?> receiver = isStatic || constructor ? null : type;
    for (int i = 0; i < samples.variants(method, receiver); i++) {
      Samples.Maker<List<Object>> operands = samples.operands(method, receiver, i);
      if (operands == null) {
        return;
      }
      execution.run(operands.make(), operands.make());
      if (i < MOST_KNOWN) {
        execution.dependence(operands);
      }
    }
    if (execution.completed) {
      reached++;
      executed.add(line.type() + " " + line.method());
    }
    String place = type.getName() + "." + (constructor ? "new" : name) + EffectsTable.parameters(descriptor);
    execution.unclaimed.forEach(what -> observed.put(place + " " + what, line.place() + " " + line.type() + " "
        + line.method()));
  }
}
