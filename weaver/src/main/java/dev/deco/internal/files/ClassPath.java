package dev.deco.internal.files;

import dev.deco.internal.weaver.ClassSource;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Class files in directories and jars, in class path order, with the jars that their manifests name. They are read,
 * never loaded. What does not exist holds nothing, as on any class path.
 *
 * <p><b>Concurrency:</b> may be used from any thread.
 */
public final class ClassPath implements ClassSource, Closeable {
  private static final String SUFFIX = ".class";

  private final Map<Path, JarFile> jars = new LinkedHashMap<>();
  private final List<Path> entries = new ArrayList<>();
  private Set<String> namesInJars; // guarded by this

  /** @throws IOException when a jar is there and cannot be read; the message names it */
  public ClassPath(List<Path> paths) throws IOException {
    Set<Path> seen = new LinkedHashSet<>();
    for (Path path : paths) {
      add(path, seen);
    }
  }

  private void add(Path path, Set<Path> seen) throws IOException {
    if (!seen.add(path.toAbsolutePath().normalize())) {
      return;
    }
    if (Files.isDirectory(path)) {
      entries.add(path);
    } else if (Files.isRegularFile(path)) {
      JarFile jar = open(path);
      jars.put(path, jar);
      entries.add(path);
      for (Path named : namedBy(jar.getManifest(), path)) {
        add(named, seen);
      }
    }
  }

  /** Opens a jar for the running Java's version. The exception's message names the file. */
  public static JarFile open(Path path) throws IOException {
    try {
      return new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    } catch (IOException e) {
      throw new IOException(path + " is not a readable jar (" + e.getMessage() + ")", e);
    }
  }

  private static List<Path> namedBy(Manifest manifest, Path jar) {
    String names = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (names == null || names.isBlank()) {
      return List.of();
    }
    List<Path> named = new ArrayList<>();
    for (String name : names.trim().split("\\s+")) {
      try {
        URI uri = jar.toUri().resolve(name);
        if ("file".equals(uri.getScheme())) {
          named.add(Path.of(uri));
        }
      } catch (IllegalArgumentException unusable) { // java ignores such entries too
        continue;
      }
    }
    return named;
  }

  /**
   * The entries of a class path as {@code java -cp} reads it: an empty one is the working directory, DIR/* its jars.
   */
  public static List<Path> parse(String classPath) {
    List<Path> paths = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      try {
        if (entry.equals("*") || entry.endsWith(File.separator + "*")) {
          paths.addAll(jarsIn(Path.of(entry.substring(0, entry.length() - 1))));
        } else {
          paths.add(Path.of(entry));
        }
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException("'" + entry + "' is not a path", e);
      }
    }
    return paths;
  }

  private static List<Path> jarsIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar") || file.toString().endsWith(".JAR")).sorted()
          .toList();
    } catch (IOException absent) {
      return List.of();
    }
  }

  @Override
  public byte[] bytes(String internalName) {
    String file = internalName + SUFFIX;
    try {
      for (Path entry : entries) {
        byte[] bytes = read(entry, file);
        if (bytes != null) {
          return bytes;
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(Path entry, String file) throws IOException {
    JarFile jar = jars.get(entry);
    if (jar == null) {
      Path path = entry.resolve(file);
      return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
    }
    JarEntry inside = jar.getJarEntry(file);
    if (inside == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(inside)) {
      return in.readAllBytes();
    }
  }

  /** The jars, in their order. */
  Collection<Path> jars() {
    return jars.keySet();
  }

  /** Whether the class comes out of a jar. */
  boolean isInJar(String internalName) {
    return namesInJars().contains(internalName);
  }

  /** Whether a folder holds a class that a jar holds, too. */
  boolean hasShadows() {
    Set<String> inJars = namesInJars();
    return entries.stream().filter(entry -> !jars.containsKey(entry)).flatMap(entry -> classNames(entry).stream())
        .anyMatch(inJars::contains);
  }

  private synchronized Set<String> namesInJars() {
    if (namesInJars == null) {
      namesInJars = new HashSet<>();
      jars.keySet().forEach(jar -> namesInJars.addAll(classNames(jar)));
    }
    return namesInJars;
  }

  static boolean isClass(Path file) {
    return file.toString().endsWith(SUFFIX);
  }

  /** The files of that name in the roots, in their order, by where they are: {@code lib.jar!/NAME} or a path. */
  public Map<String, byte[]> resources(String name) throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    for (Path entry : entries) {
      byte[] bytes = read(entry, name);
      if (bytes != null) {
        found.put(jars.containsKey(entry) ? entry + "!/" + name
            : entry.resolve(name).toAbsolutePath().normalize().toString(), bytes);
      }
    }
    return found;
  }

  /** All classes here. */
  public ClassFiles classFiles() {
    return classFiles(any -> true);
  }

  /**
   * The classes of the program's own: those in folders.
   *
   * @param program a jar that is the program's own, too; or {@code null}
   */
  public ClassFiles programFiles(Path program) {
    return classFiles(entry -> isProgram(entry, program));
  }

  /** Those that are not {@link #programFiles}. */
  public ClassFiles libraryFiles(Path program) {
    return classFiles(entry -> !isProgram(entry, program));
  }

  private boolean isProgram(Path entry, Path program) {
    return !jars.containsKey(entry)
        || program != null && entry.toAbsolutePath().normalize().equals(program.toAbsolutePath().normalize());
  }

  private ClassFiles classFiles(Predicate<Path> chosen) {
    return reader -> {
      Set<String> seen = new HashSet<>();
      for (Path entry : entries) {
        for (String name : chosen.test(entry) ? classNames(entry) : List.<String>of()) {
          if (seen.add(name)) {
            reader.accept(bytes(entry, name));
          }
        }
      }
    };
  }

  private byte[] bytes(Path entry, String name) {
    try {
      return read(entry, name + SUFFIX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Internal names of all classes here, sorted within each entry. */
  public List<String> classNames() {
    Set<String> names = new LinkedHashSet<>();
    for (Path entry : entries) {
      names.addAll(classNames(entry));
    }
    return List.copyOf(names);
  }

  private List<String> classNames(Path entry) {
    JarFile jar = jars.get(entry);
    try (Stream<String> files = jar == null
        ? Files.walk(entry).filter(Files::isRegularFile).map(file -> slashed(entry.relativize(file)))
        : jar.versionedStream().map(JarEntry::getName)) {
      return files.filter(file -> file.endsWith(SUFFIX) && !file.endsWith("module-info.class"))
          .filter(file -> !file.startsWith("META-INF/"))
          .map(file -> file.substring(0, file.length() - SUFFIX.length())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  @Override
  public void close() throws IOException {
    for (JarFile jar : jars.values()) {
      jar.close();
    }
  }
}
