package dev.deco.internal.files;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import dev.deco.internal.weaver.findings.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of class files to weave, into another folder or where they are. All classes are woven before the first is
 * written, and each file appears whole or not at all: it is written beside its place and then moved there.
 *
 * <p>A build that weaves in place again and again can have the classes as they were before kept in a second folder. Then
 * what is woven always follows from what the compiler wrote, however often and in whatever portions it did.
 *
 * <p><b>Concurrency:</b> runs on the calling thread. Nobody else should write to the folders meanwhile.
 */
public final class ClassFolder {
  /** @param classes how many class files there are; {@code woven}: how many of them have just been woven */
  public record Result(int classes, int woven) {}

  private final Path folder;
  private final Path kept;
  private final List<Path> libraries;

  /**
   * @param kept where classes are kept as they were before weaving in place; {@code null} to keep none
   * @param libraries where else the weaver may read classes; nothing is written there
   */
  public ClassFolder(Path folder, Path kept, List<Path> libraries) {
    this.folder = folder;
    this.kept = kept;
    this.libraries = libraries;
  }

  /**
   * Weaves every class into {@code output} and copies all else there; with {@code output} the same folder, replaces
   * those classes whose woven form changes.
   *
   * @throws WeavingException when a class cannot be woven; nothing has been written then
   * @throws IOException when a file cannot be read or written
   */
  public Result weaveInto(Path output) throws IOException {
    boolean inPlace = Files.exists(output) && Files.isSameFile(folder, output);
    List<Path> files = files(inPlace ? null : output);
    Map<Path, byte[]> woven = new LinkedHashMap<>();
    int classes = 0;
    try (ClassPath classPath = classPath()) {
      Weaver weaver = weaver(classPath);
      for (Path file : files) {
        if (isClass(file)) {
          classes++;
          byte[] present = Files.readAllBytes(file);
          byte[] bytes = woven(weaver, file, unwoven(file, present));
          if (bytes != null && !Arrays.equals(bytes, present)) {
            woven.put(file, bytes);
          }
        }
      }
    }
    for (Path file : files) {
      byte[] bytes = woven.get(file);
      if (inPlace && bytes != null) {
        keep(file);
      }
      if (bytes != null || !inPlace) {
        write(bytes, file, output.resolve(folder.relativize(file)));
      }
    }
    return new Result(classes, woven.size());
  }

  /**
   * What there is to say about all classes here, as they are before weaving.
   *
   * @throws WeavingException when a class cannot be read
   * @throws IOException when a file cannot be read
   */
  public List<Finding> findings() throws IOException {
    List<Finding> findings = new ArrayList<>();
    try (ClassPath classPath = classPath()) {
      Weaver weaver = weaver(classPath);
      for (Path file : files(null)) {
        byte[] bytes = isClass(file) ? unwoven(file, Files.readAllBytes(file)) : null;
        if (bytes != null && Marks.mayUseDeco(bytes) && !Marks.isWoven(bytes)) {
          findings.addAll(weaver.findings(bytes));
        }
      }
    }
    return findings;
  }

  private List<Path> files(Path excluded) throws IOException {
    Path inside = excluded == null ? null : excluded.toAbsolutePath().normalize();
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> inside == null || !file.toAbsolutePath().normalize().startsWith(inside)).sorted().toList();
    }
  }

  private ClassPath classPath() throws IOException {
    List<Path> places = new ArrayList<>(List.of(folder));
    places.addAll(libraries);
    return new ClassPath(places);
  }

  private Weaver weaver(ClassPath classPath) {
    ClassSource unwoven = name -> {
      byte[] bytes = classPath.bytes(name);
      return bytes == null ? null : unwoven(folder.resolve(name + ".class"), bytes);
    };
    ProgramClasses all = new ProgramClasses(unwoven, classPath::classNames);
    return new Weaver(all, all);
  }

  /** The class before weaving, where it is woven and was kept; else as it is. */
  private byte[] unwoven(Path file, byte[] present) {
    if (kept == null || !Marks.isWoven(present)) {
      return present;
    }
    try {
      Path original = kept.resolve(folder.relativize(file));
      return Files.isRegularFile(original) ? Files.readAllBytes(original) : present;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }

  private static byte[] woven(Weaver weaver, Path file, byte[] bytes) {
    if (!Marks.mayHaveScopes(bytes)) {
      return null;
    }
    try {
      return weaver.weave(bytes);
    } catch (WeavingException e) {
      throw new WeavingException(file + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new WeavingException(file + ": Deco failed on it (" + e + "); please report this, and leave the class out meanwhile", e);
    }
  }

  private void keep(Path file) throws IOException {
    if (kept != null && !Marks.isWoven(Files.readAllBytes(file))) {
      write(null, file, kept.resolve(folder.relativize(file)));
    }
  }

  /** @param bytes what to write, or {@code null} to copy the file */
  private static void write(byte[] bytes, Path file, Path place) throws IOException {
    Path parent = place.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path fresh = Files.createTempFile(parent, ".deco-", ".tmp");
    try {
      Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      if (bytes != null) {
        Files.write(fresh, bytes);
      }
      try {
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
