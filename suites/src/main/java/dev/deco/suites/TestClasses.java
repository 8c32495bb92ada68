package dev.deco.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** The test classes in a folder of class files: concrete, and with something that JUnit 3, 4 or 5 runs. */
final class TestClasses {
  private final Map<String, ClassNode> nodes = new TreeMap<>();

  TestClasses(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(file -> file.toString().endsWith(".class")).toList()) {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        nodes.put(node.name, node);
      }
    }
  }

  /** Their names, as Java writes them. */
  List<String> names(Pattern chosen) {
    return nodes.values().stream().filter(node -> (node.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0)
        .filter(node -> !node.name.contains("$") && hasTests(node)).map(node -> node.name.replace('/', '.'))
        .filter(name -> chosen.matcher(name).matches()).toList();
  }

  private boolean hasTests(ClassNode node) {
    for (ClassNode at = node; at != null; at = nodes.get(at.superName)) {
      if (at.superName.equals("junit/framework/TestCase") || has(at.visibleAnnotations, "org/junit/runner/RunWith")
          || at.methods.stream().anyMatch(one -> one.name.equals("suite") || has(one.visibleAnnotations, "org/junit/"))
          || at.interfaces.stream().anyMatch(one -> nodes.containsKey(one) && hasTests(nodes.get(one)))) {
        return true;
      }
    }
    return node.innerClasses.stream().filter(inner -> node.name.equals(inner.outerName))
        .map(inner -> nodes.get(inner.name))
        .anyMatch(inner -> inner != null && has(inner.visibleAnnotations, "org/junit/jupiter/api/Nested"));
  }

  private static boolean has(List<AnnotationNode> annotations, String prefix) {
    return annotations != null && annotations.stream().anyMatch(one -> one.desc.startsWith("L" + prefix));
  }
}
