package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The effects table against the bytecode of the platform that runs this: a {@link Derivation} for each class that has
 * lines. Where a method does more than its line says, {@code derivation.txt} tells why the line may say less; what is not
 * there fails. The whole result, with what was not seen and which methods have no line, is written to
 * {@code target/derivation-N.txt}.
 */
class DerivationTest {
  private static final int THREADS = 2;

  /** Why some methods' lines may say less than what is derived. */
  private record Decision(String reason, String text, Pattern method, List<Pattern> what) {
    boolean covers(Derivation.Excess excess) {
      return method.matcher(excess.method()).matches()
          && what.stream().anyMatch(one -> one.matcher(excess.what()).matches());
    }
  }

  private static List<Decision> decisions() throws IOException {
    List<Decision> decisions = new ArrayList<>();
    try (InputStream in = DerivationTest.class.getResourceAsStream("/effects/derivation.txt")) {
      String reason = "";
      boolean open = false;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("  ")) {
          assertThat(reason).as("the reason of " + line).isNotEmpty();
          int colon = line.indexOf(" : ");
          List<Pattern> what = new ArrayList<>();
          for (String one : line.substring(colon + 3).split(";")) {
            what.add(pattern(one.strip()));
          }
          open = false;
          for (String method : line.substring(0, colon).strip().split(" ")) {
            decisions.add(new Decision(reason, line.strip(), pattern(method.contains("(") ? method : method + "(*)"), what));
          }
        } else if (!line.startsWith("--")) {
          reason = line.isBlank() ? "" : open ? reason + " " + line : line;
          open = !line.isBlank();
        }
      }
    }
    return decisions;
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
  }

  /** The classes that have lines and are there. */
  private static Set<String> types(PlatformClasses platform) {
    Set<String> types = new TreeSet<>();
    for (EffectsTable.Line line : EffectsTable.STANDARD.lines()) {
      if (platform.bytes(line.type()) != null) {
        types.add(line.type());
      }
    }
    return types;
  }

  /** What one class came to: not the analysis itself, which is large. */
  private record Derived(List<Derivation.Excess> excesses, Map<String, Boolean> methods, Map<String, String> unseen,
      List<String> missing) {
    Derived(Derivation one) {
      this(one.excesses(), one.methods(), one.unseen(), one.missing());
    }
  }

  private static Collection<Derived> derived() throws ExecutionException, InterruptedException {
    PlatformClasses platform = new PlatformClasses();
    Map<String, Future<Derived>> running = new LinkedHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (String type : types(platform)) {
        running.put(type, threads.submit(() -> new Derived(new Derivation(platform, type))));
      }
      List<Derived> all = new ArrayList<>();
      for (Future<Derived> one : running.values()) {
        all.add(one.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test void whatIsDerivedAndNotSaidHasAReason() throws IOException, ExecutionException, InterruptedException {
    List<Decision> decisions = decisions();
    Collection<Derived> all = derived();
    Map<Decision, List<Derivation.Excess>> decided = new LinkedHashMap<>();
    decisions.forEach(decision -> decided.put(decision, new ArrayList<>()));
    List<String> undecided = new ArrayList<>();
    for (Derived type : all) {
      for (Derivation.Excess excess : type.excesses()) {
        List<Decision> covering = decisions.stream().filter(decision -> decision.covers(excess)).toList();
        covering.forEach(decision -> decided.get(decision).add(excess));
        if (covering.isEmpty()) {
          undecided.add(excess.toString());
        }
      }
    }
    report(all, decided, undecided);
    assertThat(undecided).as("done by these methods and not said by jdk-effects.txt: to be mended there, or given a "
        + "reason in derivation.txt").isEmpty();
  }

  private static void report(Collection<Derived> all, Map<Decision, List<Derivation.Excess>> decided,
      List<String> undecided) throws IOException {
    Path file = Path.of("target", "derivation-" + Runtime.version().feature() + ".txt");
    Files.createDirectories(file.getParent());
    Map<String, Set<String>> causes = new TreeMap<>();
    all.forEach(type -> type.unseen().forEach((method, why) -> {
      for (String cause : why.split("; ")) {
        causes.computeIfAbsent(cause, key -> new LinkedHashSet<>()).add(method);
      }
    }));
    int methods = all.stream().mapToInt(type -> type.methods().size()).sum();
    int whole = all.stream().mapToInt(type -> Collections.frequency(type.methods().values(), true)).sum();
    Set<Derivation.Excess> reasoned = new LinkedHashSet<>();
    decided.values().forEach(reasoned::addAll);
    try (PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
      out.printf("%d classes, %d methods with lines, %d of them seen whole%n", all.size(), methods, whole);
      out.printf("%d things derived and not said: %d with a reason, %d without%n", reasoned.size() + undecided.size(),
          reasoned.size(), undecided.size());
      undecided.forEach(one -> out.println("  " + one));
      out.println("\nReasons that nothing needs here:");
      Map<String, Boolean> needed = new LinkedHashMap<>();
      decided.forEach((decision, excesses) -> needed.merge(decision.text(), !excesses.isEmpty(), Boolean::logicalOr));
      decided.keySet().forEach(decision -> {
        if (!needed.get(decision.text()) || decided.get(decision).isEmpty() && decision.text().indexOf(' ') > 0) {
          out.println("  " + decision.method().pattern().replaceAll("\\\\[QE]|\\.(?=\\*)", "") + " of '"
              + decision.text() + "'");
        }
      });
      out.println("\nDerived and not said, with its reason:");
      String reason = "";
      for (Map.Entry<Decision, List<Derivation.Excess>> one : decided.entrySet()) {
        if (!one.getValue().isEmpty() && !one.getKey().reason().equals(reason)) {
          reason = one.getKey().reason();
          out.println(reason);
        }
        one.getValue().forEach(excess -> out.println("  " + excess));
      }
      out.println("\nNot seen: native methods, and the methods that call them");
      causes.forEach((cause, callers) -> {
        if (cause.endsWith("native")) {
          out.println("  " + cause + ": " + String.join(" ", callers));
        }
      });
      out.println("\nNot seen: other causes");
      causes.forEach((cause, callers) -> {
        if (!cause.endsWith("native")) {
          out.println("  " + cause + ": " + String.join(" ", callers));
        }
      });
      out.println("\nWithout a line, so that calls are unknown:");
      all.forEach(type -> type.missing().forEach(method -> out.println("  " + method)));
    }
  }
}
