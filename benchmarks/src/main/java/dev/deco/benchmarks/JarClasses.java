package dev.deco.benchmarks;

import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.effects.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;

/** The classes of some jars in memory, and which extends which. */
final class JarClasses implements ClassSource, Hierarchy {
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final ProgramClasses index = new ProgramClasses(classes::get, reader -> classes.values().forEach(reader));
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
    String name = ProgramClasses.nameOf(bytes);
    if (classes.putIfAbsent(name, change == null ? bytes : change.apply(bytes)) == null && change != null) {
      first.add(name);
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
    return index.subtypes(type);
  }

  @Override
  public Iterable<String> makersOf(String type) {
    return index.makersOf(type);
  }

  /** An upper bound: the pools' peaks need not have been at the same time. */
  static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
  }
}
