package dev.deco.suites;

import dev.deco.internal.files.ClassPath;
import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.weaver.effects.Effects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Marks in classes that know nothing of Deco: {@code @Concurrent} on each method whose effects Deco itself calls known,
 * {@code @Synchronized} on each method that calls one of these.
 *
 * <p>What the contract leaves to the user's word is not marked: see {@link Verdict}.
 */
final class Mark {
  private final Path folder;
  private final List<Path> classPath;
  private final Choice choice;
  private final Map<String, ClassNode> nodes = new TreeMap<>();
  private final Map<String, MarkedMethod> methods = new LinkedHashMap<>();
  private final Set<String> scopes = new TreeSet<>();

  /** @param classPath what the classes in {@code folder} need besides, and what extends them */
  Mark(Path folder, List<Path> classPath, Choice choice) {
    this.folder = folder;
    this.classPath = classPath;
    this.choice = choice;
  }

  /** Writes the folder with the marks into {@code output}, all else as it is. */
  void write(Path output) throws IOException {
    read();
    decide();
    MarkWriter writer = new MarkWriter(this::isConcurrent, scopes::contains, choice.byData());
    for (Path file : files()) {
      Path place = output.resolve(folder.relativize(file));
      Files.createDirectories(place.getParent());
      byte[] bytes = Files.readAllBytes(file);
      boolean known = isClass(file) && nodes.containsKey(new ClassReader(bytes).getClassName());
      Files.write(place, known ? writer.marked(bytes) : bytes);
    }
  }

  /** Every method in a line: verdict, whether it is a scope, name, reason. */
  void report(Path file) throws IOException {
    Files.write(file, (Iterable<String>) methods.entrySet().stream().map(entry -> String.join("\t",
        entry.getValue().verdict().name(), scopes.contains(entry.getKey()) ? "SYNCHRONIZED" : "-", entry.getKey(),
        entry.getValue().reason()))::iterator);
  }

  private boolean isConcurrent(String method) {
    return methods.get(method).concurrent();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class") && !file.toString().contains("META-INF");
  }

  private void read() throws IOException {
    for (Path file : files()) {
      if (isClass(file)) {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_FRAMES);
        if ((node.access & Opcodes.ACC_MODULE) == 0) {
          nodes.put(node.name, node);
        }
      }
    }
  }

  private void decide() throws IOException {
    List<Path> places = new ArrayList<>(List.of(folder));
    places.addAll(classPath);
    try (ClassPath files = new ClassPath(places)) {
      ProgramClasses classes = new ProgramClasses(files, files.classFiles());
      Judge judge = new Judge(new Effects(classes, classes), choice);
      for (ClassNode node : nodes.values()) {
        for (MethodNode method : node.methods) {
          methods.put(key(node, method), judge.judge(node.name, method));
        }
      }
      Calls calls = new Calls(nodes, methods, classes);
      for (ClassNode node : nodes.values()) {
        for (MethodNode method : node.methods) {
          if (Judge.callable(method) && calls.callsConcurrent(node, method)) {
            scopes.add(key(node, method));
          }
        }
      }
    }
  }

  private static String key(ClassNode owner, MethodNode method) {
    return owner.name + "." + method.name + method.desc;
  }
}
