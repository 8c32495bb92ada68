package dev.deco.internal.launch;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * Puts a program on the class path of the JVM that already runs, so that it is loaded as {@code java} would load it: by
 * the system class loader, and seen by all that asks that loader.
 */
public final class SystemClassPath {
  private final Instrumentation instrumentation;

  public SystemClassPath(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Adds a jar, or a folder of classes, at the end. What does not exist is left out, as {@code java} does.
   *
   * @throws IOException when there is a file that is not a jar
   * @throws UnsupportedOperationException when this Java has no way to add a folder
   */
  public void add(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (Files.isRegularFile(path)) {
      try (JarFile jar = new JarFile(path.toFile())) {
        instrumentation.appendToSystemClassLoaderSearch(jar);
      }
    }
  }

  /** The public way takes jars only; this is the method that it ends in, which takes folders too. */
  private void addFolder(Path folder) {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    Class<?> type = loader.getClass();
    Set<Module> self = Set.of(SystemClassPath.class.getModule());
    try {
      Method append = type.getDeclaredMethod("appendToClassPathForInstrumentation", String.class);
      instrumentation.redefineModule(type.getModule(), Set.of(), Map.of(), Map.of(type.getPackageName(), self),
          Set.of(), Map.of());
      append.setAccessible(true);
      append.invoke(loader, folder.toAbsolutePath().toString());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new UnsupportedOperationException("this Java does not take folders while it runs (" + e + ")", e);
    }
  }

  /** What {@code java -jar} does for a manifest's {@code Add-Exports} and {@code Add-Opens}: pairs module/package. */
  public void open(String exports, String opens) {
    openAll(exports, false);
    openAll(opens, true);
  }

  private void openAll(String pairs, boolean deep) {
    if (pairs == null) {
      return;
    }
    Set<Module> program = Set.of(ClassLoader.getSystemClassLoader().getUnnamedModule());
    for (String pair : pairs.trim().split("\\s+")) {
      int slash = Math.max(0, pair.indexOf('/'));
      Module module = ModuleLayer.boot().findModule(pair.substring(0, slash)).orElse(null);
      String name = pair.substring(slash + 1);
      if (module != null && module.getPackages().contains(name)) { // others are ignored, as java does
        Map<String, Set<Module>> change = Map.of(name, program);
        instrumentation.redefineModule(module, Set.of(), deep ? Map.of() : change, deep ? change : Map.of(), Set.of(),
            Map.of());
      }
    }
  }
}
