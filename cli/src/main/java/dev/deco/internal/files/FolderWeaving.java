package dev.deco.internal.files;

import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Weaves a folder of class files into another, or into itself. All classes are woven before the first is written, and
 * each file appears whole or not at all: it is written beside its place and then moved there.
 *
 * <p><b>Concurrency:</b> runs on the calling thread. Nobody else should write to the two folders meanwhile.
 */
public final class FolderWeaving {
  /** @param classes how many class files there were; {@code woven}: how many of them were written anew, woven */
  public record Result(int classes, int woven) {}

  private final Path input;
  private final Path output;
  private final List<Path> libraries;

  /** @param libraries where else the weaver may read classes; nothing is written there */
  public FolderWeaving(Path input, Path output, List<Path> libraries) {
    this.input = input;
    this.output = output;
    this.libraries = libraries;
  }

  /**
   * @throws WeavingException when a class cannot be woven; nothing has been written then
   * @throws IOException when a file cannot be read or written
   */
  public Result weave() throws IOException {
    boolean inPlace = Files.exists(output) && Files.isSameFile(input, output);
    List<Path> files;
    try (Stream<Path> all = Files.walk(input)) {
      Path inside = output.toAbsolutePath().normalize();
      files = all.filter(Files::isRegularFile)
          .filter(file -> inPlace || !file.toAbsolutePath().normalize().startsWith(inside)).sorted().toList();
    }
    List<Path> places = new ArrayList<>(List.of(input));
    places.addAll(libraries);
    int classes = 0;
    Map<Path, byte[]> woven = new LinkedHashMap<>();
    try (ClassPath classPath = new ClassPath(places)) {
      ProgramClasses all = new ProgramClasses(classPath, classPath::classNames);
      Weaver weaver = new Weaver(all, all);
      for (Path file : files) {
        if (file.toString().endsWith(".class")) {
          classes++;
          byte[] bytes = woven(weaver, file);
          if (bytes != null) {
            woven.put(file, bytes);
          }
        }
      }
    }
    for (Path file : files) {
      byte[] bytes = woven.get(file);
      if (bytes != null || !inPlace) {
        write(bytes, file, output.resolve(input.relativize(file)));
      }
    }
    return new Result(classes, woven.size());
  }

  private static byte[] woven(Weaver weaver, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
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

  /** @param bytes what to write, or {@code null} to copy the file */
  private static void write(byte[] bytes, Path file, Path place) throws IOException {
    Files.createDirectories(place.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(place.toAbsolutePath().getParent(), ".deco-", ".tmp");
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
