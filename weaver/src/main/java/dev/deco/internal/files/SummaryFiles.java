package dev.deco.internal.files;

import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.effects.DeclaredEffects;
import dev.deco.internal.weaver.effects.SummaryMemory;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of a class path's jars, in a file of its own in the user's cache folder: its name is made of the
 * content of these jars, of what is declared of methods, of this weaver and of the Java it runs on, so that a file is
 * either right or not found. It begins with a checksum, and appears whole or not at all. What cannot be read or
 * written is done without.
 *
 * <p>The system property {@code deco.cache} names another folder, or is {@code off}.
 *
 * <p><b>Concurrency:</b> any number of processes may use one folder; of what two of them find out at the same time,
 * only what the later one does is kept.
 */
public final class SummaryFiles {
  private static final int MOST_FILES = 40;
  private static final String SUFFIX = ".summaries";

  private final Path file;
  private final SummaryMemory memory;

  private SummaryFiles(Path file, SummaryMemory memory) {
    this.file = file;
    this.memory = memory;
  }

  /**
   * What is known of the jars of a class path.
   *
   * @param compiled internal names of classes that come before those of the class path
   * @param variant what else the jars are taken for
   */
  public static SummaryFiles of(ClassPath classPath, Set<String> compiled, List<DeclaredEffects> declared,
      String variant) {
    Path folder = folder();
    if (folder == null || classPath.hasShadows() || compiled.stream().anyMatch(classPath::isInJar)) {
      return new SummaryFiles(null, new SummaryMemory(name -> false));
    }
    SummaryMemory memory = new SummaryMemory(name -> classPath.isInJar(name));
    try {
      Path file = folder.resolve(Fingerprint.ofContent(classPath.jars(), declared + variant) + SUFFIX);
      if (Files.isRegularFile(file)) {
        read(file, memory);
      }
      return new SummaryFiles(file, memory);
    } catch (IOException unreadable) {
      return new SummaryFiles(null, memory);
    }
  }

  private static void read(Path file, SummaryMemory memory) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int sum = Fingerprint.SUM_LENGTH;
    boolean whole = bytes.length > sum
        && Arrays.equals(Arrays.copyOf(bytes, sum), Fingerprint.sum(bytes, sum, bytes.length - sum));
    try {
      if (whole) {
        memory.read(Arrays.copyOfRange(bytes, sum, bytes.length));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now())); // the oldest are deleted first
      }
    } catch (IllegalArgumentException | IOException notUsable) {
      return; // it is written anew
    }
  }

  /** Keeps what has been found out. */
  public void save() {
    byte[] bytes = file == null ? null : memory.written();
    if (bytes == null) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "new-", ".tmp");
      try {
        byte[] sum = Fingerprint.sum(bytes, 0, bytes.length);
        byte[] all = Arrays.copyOf(sum, sum.length + bytes.length);
        System.arraycopy(bytes, 0, all, sum.length, bytes.length);
        Files.write(fresh, all);
        move(fresh);
      } finally {
        Files.deleteIfExists(fresh);
      }
      deleteOldest();
    } catch (IOException withoutIt) { // a cache that cannot be written costs time next time, and nothing else
      return;
    }
  }

  private void move(Path fresh) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void deleteOldest() throws IOException {
    try (Stream<Path> all = Files.list(file.getParent())) {
      List<Path> newestFirst = all.filter(one -> one.toString().endsWith(SUFFIX))
          .sorted(Comparator.comparingLong(one -> -one.toFile().lastModified())).toList();
      for (Path old : newestFirst.subList(Math.min(MOST_FILES, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static Path folder() {
    String set = System.getProperty("deco.cache");
    if (set != null && (set.isBlank() || set.equals("off"))) {
      return null;
    }
    try {
      String caches = System.getenv("XDG_CACHE_HOME");
      return set != null ? Path.of(set) : caches != null && !caches.isBlank() ? Path.of(caches, "deco")
          : Path.of(System.getProperty("user.home"), ".cache", "deco");
    } catch (InvalidPathException unusual) {
      return null;
    }
  }

  /**
   * A weaver that knows what the files of its class path's jars are known to do.
   *
   * @param refusesTrust whether calls whose effects are unknown run alone
   */
  public Weaver weaver(ProgramClasses classes, List<DeclaredEffects> declared, boolean refusesTrust) {
    return new Weaver(classes, classes, declared, memory, refusesTrust);
  }
}
