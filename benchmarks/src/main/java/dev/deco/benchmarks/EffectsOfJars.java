package dev.deco.benchmarks;

import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Summary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How much of real code the effects analysis sees through: every method with a body in the first jar is asked for its
 * summary, as if it were concurrent. Prints the share of methods whose effects are exact, why the others are unknown,
 * classes per second and the memory needed.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar dev.deco.benchmarks.EffectsOfJars lucene-core.jar [LIBRARY.jar...]</pre>
 *
 * <p>{@code -Dreasons=N} prints that many reasons (ten by default), {@code -Dwhere=TEXT} the methods that are unknown
 * for a reason with that text in it. A class path of its own for what the jar needs makes fewer methods unknown.
 */
public final class EffectsOfJars {
  private final JarClasses classes;
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final Map<String, Integer> alone = new HashMap<>();
  private int exact;
  private int unknown;
  private int failed;

  private EffectsOfJars(JarClasses classes) {
    this.classes = classes;
  }

  public static void main(String[] jars) throws IOException {
    if (jars.length == 0) {
      System.err.println("usage: EffectsOfJars JAR [LIBRARY.jar...]");
      System.exit(2);
    }
    EffectsOfJars measured = new EffectsOfJars(new JarClasses(List.of(jars), bytes -> bytes));
    long start = System.nanoTime();
    measured.measure();
    measured.report(jars[0], (System.nanoTime() - start) / 1e9, cpu() / 1e9);
  }

  private void measure() {
    Effects effects = new Effects(classes, classes);
    for (String name : classes.ofFirst()) {
      ClassNode node = new ClassNode();
      new ClassReader(classes.bytes(name)).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      for (MethodNode method : node.methods) {
        if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
          measure(effects, name, method);
        }
      }
    }
  }

  private void measure(Effects effects, String owner, MethodNode method) {
    long start = cpu();
    try {
      Summary summary = effects.summary(owner, method.name, method.desc, true);
      if (summary.known()) {
        exact++;
      } else {
        unknown++;
        Set<String> why = summary.unknown();
        why.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        if (why.size() == 1) {
          alone.merge(why.iterator().next(), 1, Integer::sum);
        }
        String where = System.getProperty("where");
        if (where != null && why.stream().anyMatch(reason -> reason.contains(where))) {
          System.out.println(owner + "." + method.name + method.desc + "  " + why);
        }
      }
    } catch (RuntimeException | StackOverflowError bug) {
      failed++;
      System.out.println(owner + "." + method.name + method.desc + ": " + bug);
    }
    double seconds = (cpu() - start) / 1e9;
    if (seconds > Double.parseDouble(System.getProperty("slow", "2"))) {
      System.out.printf("%.1f s for %s.%s%s%n", seconds, owner, method.name, method.desc);
    }
  }

  private void report(String jar, double seconds, double cpu) {
    int methods = exact + unknown + failed;
    System.out.printf("%s: %d classes, %d methods%n", jar, classes.ofFirst().size(), methods);
    System.out.printf("  exact %d (%.1f %%), unknown %d (%.1f %%), failed %d%n", exact, 100.0 * exact / methods, unknown,
        100.0 * unknown / methods, failed);
    System.out.printf("  %.1f s (%.1f s of processor time), %.0f classes a second, peak heap %d MB%n", seconds, cpu,
        classes.ofFirst().size() / cpu, JarClasses.peakHeap() >> 20);
    System.out.println("  reasons (methods it holds for, of these those with no other reason):");
    reasons.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(Integer.getInteger("reasons", 10))
        .forEach(one -> System.out.printf("  %6d %6d  %s%n", one.getValue(), alone.getOrDefault(one.getKey(), 0),
            one.getKey()));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
