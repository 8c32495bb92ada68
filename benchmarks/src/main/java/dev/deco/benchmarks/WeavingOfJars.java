package dev.deco.benchmarks;

import dev.deco.internal.weaver.Survey;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Whether real code can be woven: every method with a body in the first jar is marked {@code @Concurrent} and
 * {@code @Synchronized}, planned, explained, checked, woven and verified. Prints what goes wrong, classes per
 * second, the memory needed and the slowest classes.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar dev.deco.benchmarks.WeavingOfJars commons-math3.jar [LIBRARY.jar...]</pre>
 *
 * <p>Exit status 1 where anything went wrong. {@code -Dfirst=N -Dcount=N} weaves a part of the classes.
 */
public final class WeavingOfJars {
  private final JarClasses classes;
  private final ClassLoader loader;
  private final Map<String, Double> seconds = new HashMap<>();
  private int woven;
  private int findings;
  private int wrong;

  private WeavingOfJars(JarClasses classes, ClassLoader loader) {
    this.classes = classes;
    this.loader = loader;
  }

  public static void main(String[] jars) throws IOException {
    if (jars.length == 0) {
      System.err.println("usage: WeavingOfJars JAR [LIBRARY.jar...]");
      System.exit(2);
    }
    URL[] urls = Stream.of(jars).map(WeavingOfJars::url).toArray(URL[]::new);
    JarClasses classes = new JarClasses(List.of(jars), Survey::marked);
    WeavingOfJars all = new WeavingOfJars(classes, new URLClassLoader(urls, WeavingOfJars.class.getClassLoader()));
    int first = Integer.getInteger("first", 0);
    int last = Math.min(classes.ofFirst().size(), first + Integer.getInteger("count", Integer.MAX_VALUE / 2));
    Weaver weaver = new Weaver(classes, classes);
    for (String name : classes.ofFirst().subList(first, last)) {
      double start = cpuSeconds();
      all.weave(weaver, name);
      all.seconds.put(name, cpuSeconds() - start);
    }
    double seconds = cpuSeconds();
    System.out.printf("%s: %d of %d classes woven, %d findings, %d went wrong, %.1f s of processor time, %.0f classes a second, "
        + "peak heap %d MB%n", jars[0], all.woven, last - first, all.findings, all.wrong, seconds, (last - first) / seconds,
        JarClasses.peakHeap() >> 20);
    all.seconds.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(Integer.getInteger("slowest", 10))
        .forEach(one -> System.out.printf("  %6.1f s  %s%n", one.getValue(), one.getKey()));
    System.exit(all.wrong == 0 ? 0 : 1);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static URL url(String jar) {
    try {
      return Path.of(jar).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(jar, e);
    }
  }

  private void weave(Weaver weaver, String name) {
    byte[] bytes = classes.bytes(name);
    try {
      findings += weaver.findings(bytes).size();
      weaver.plans(bytes);
      byte[] result = weaver.weave(bytes);
      if (result != null) {
        woven++;
        StringWriter errors = new StringWriter();
        CheckClassAdapter.verify(new ClassReader(result), loader, false, new PrintWriter(errors));
        if (!errors.toString().isEmpty()) {
          fail(name, "does not verify: " + errors.toString().lines().limit(3).toList());
        }
      }
    } catch (WeavingException refused) {
      fail(name, refused.getMessage());
    } catch (RuntimeException | LinkageError | StackOverflowError bug) {
      fail(name, bug + " " + Stream.of(bug.getStackTrace()).limit(6).toList());
    }
  }

  private void fail(String name, String what) {
    wrong++;
    System.out.println(name + ": " + what);
  }
}
