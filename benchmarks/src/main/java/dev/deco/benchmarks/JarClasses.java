package dev.deco.benchmarks;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.effects.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;

/** The classes of some jars in memory, and which extends which. */
final class JarClasses implements ClassSource, Hierarchy {
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final Map<String, List<String>> below = new HashMap<>();
  private final List<String> first = new ArrayList<>();

  /** @param change what to make of the classes of the first jar */
  JarClasses(List<String> jars, UnaryOperator<byte[]> change) throws IOException {
    for (String path : jars) {
      read(path, path.equals(jars.get(0)) ? change : null);
    }
  }

  private void read(String path, UnaryOperator<byte[]> change) throws IOException {
    try (JarFile jar = new JarFile(path)) {
      jar.stream().filter(entry -> entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")
          && !entry.getName().endsWith("module-info.class")).forEach(entry -> {
        try (InputStream in = jar.getInputStream(entry)) {
          enter(in.readAllBytes(), change);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(path + ": " + entry.getName(), unreadable);
        }
      });
    }
  }

  private void enter(byte[] bytes, UnaryOperator<byte[]> change) {
    ClassReader reader = new ClassReader(bytes);
    if (classes.putIfAbsent(reader.getClassName(), change == null ? bytes : change.apply(bytes)) == null) {
      List<String> above = new ArrayList<>(List.of(reader.getInterfaces()));
      if (reader.getSuperName() != null) {
        above.add(reader.getSuperName());
      }
      above.forEach(type -> below.computeIfAbsent(type, key -> new ArrayList<>()).add(reader.getClassName()));
      if (change != null) {
        first.add(reader.getClassName());
      }
    }
  }

  /** Internal names of the first jar's classes. */
  List<String> ofFirst() {
    return first;
  }

  @Override
  public byte[] bytes(String name) {
    byte[] found = classes.get(name);
    if (found != null) {
      return found;
    }
    ClassLoader loader = name.startsWith("dev/deco/") ? JarClasses.class.getClassLoader()
        : ClassLoader.getPlatformClassLoader();
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  @Override
  public Iterable<String> subtypes(String type) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      for (String one : below.getOrDefault(open.pop(), List.of())) {
        if (found.add(one)) {
          open.push(one);
        }
      }
    }
    return found;
  }
}
