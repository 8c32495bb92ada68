package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The effects table against what other people have said of the same methods: the Checker Framework's annotated JDK, whose
 * methods are {@code @Pure} or {@code @SideEffectFree} where that has been looked at. Where the two disagree,
 * {@code checker-framework.txt} tells who is right and why.
 */
class CheckerFrameworkTest {
  private static final Pattern PACKAGES =
      Pattern.compile("java/(lang|util|math|text|time|io|nio)/.*|java/util/(function|stream|concurrent|regex)/.*");
  private static final Pattern NOT_OURS = Pattern.compile("java/lang/(management|instrument|annotation|reflect|invoke)/.*"
      + "|java/nio/(channels|file)/.*|java/util/(jar|zip|prefs|logging|spi)/.*|java/text/spi/.*");

  /** A method in one word, so that it can be a line's key. */
  private static String key(String type, MethodNode method) {
    return type.replace('/', '.') + "." + (method.name.equals("<init>") ? "new" : method.name)
        + EffectsTable.parameters(method.desc);
  }

  private static Map<String, String> decided() throws IOException {
    Map<String, String> decided = new LinkedHashMap<>();
    try (InputStream in = CheckerFrameworkTest.class.getResourceAsStream("/effects/checker-framework.txt")) {
      String reason = null;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("  ")) {
          assertThat(reason).as("the reason of " + line).isNotNull();
          for (String method : line.strip().split(" ")) {
            assertThat(decided.put(method, reason)).as(method + " is decided twice").isNull();
          }
        } else if (!line.startsWith("--")) {
          reason = line.isBlank() ? null : line;
        }
      }
    }
    return decided;
  }

  private static JarFile annotated() throws IOException {
    for (URL url : Collections.list(CheckerFrameworkTest.class.getClassLoader().getResources("java/util/List.class"))) {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return new JarFile(jar.getJarFile().getName());
      }
    }
    throw new IllegalStateException("the annotated JDK is not on the class path");
  }

  /** What our table says of each method that they call pure, where that is not that it changes nothing. */
  static Map<String, String> disagreements() throws IOException {
    Compiled none = new Compiled("class Main {}");
    Map<String, String> found = new TreeMap<>();
    try (JarFile jar = annotated()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (PACKAGES.matcher(name).matches() && !NOT_OURS.matcher(name).matches() && name.endsWith(".class")) {
          ClassNode node = new ClassNode();
          try (InputStream in = jar.getInputStream(entry)) {
            new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
          }
          compare(none, node, found);
        }
      }
    }
    return found;
  }

  private static void compare(Compiled none, ClassNode node, Map<String, String> found) {
    ClassNode here = none.type(node.name, null);
    for (MethodNode method : here == null || !Classes.is(here.access, Opcodes.ACC_PUBLIC) ? List.<MethodNode>of()
        : node.methods) {
      boolean present = here.methods.stream().anyMatch(one -> one.name.equals(method.name)
          && one.desc.equals(method.desc) && Classes.is(one.access, Opcodes.ACC_PUBLIC));
      if (present && AnnotatedEffects.pure(method)) {
        Summary summary = none.effects.summary(node.name, method.name, method.desc, true);
        List<String> writes = new ArrayList<>();
        boolean constructor = method.name.equals("<init>");
        summary.accesses().stream().filter(access -> access.write() && access.known()
                && !(constructor && access.parameter() == 0))
            .forEach(access -> writes.add(access.toString()));
        if (!summary.known() && summary.calls().isEmpty()) {
          found.put(key(node.name, method), "unknown here: " + summary.unknown());
        } else if (!writes.isEmpty()) {
          found.put(key(node.name, method), "here it may " + writes);
        }
      }
    }
  }

  @Test void whereTheTwoDisagreeThereIsADecision() throws IOException {
    Map<String, String> decided = decided();
    Map<String, String> found = disagreements();
    Map<String, String> open = new TreeMap<>(found);
    open.keySet().removeAll(decided.keySet());
    assertThat(open).as("new disagreements, to be decided in checker-framework.txt or mended in jdk-effects.txt").isEmpty();
    assertThat(decided.keySet()).as("decisions about what is no longer disagreed about").isSubsetOf(found.keySet());
  }
}
