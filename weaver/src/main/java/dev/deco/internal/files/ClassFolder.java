package dev.deco.internal.files;

import dev.deco.ConfigurationException;
import dev.deco.internal.weaver.LockHolders;
import dev.deco.internal.weaver.Marks;
import dev.deco.internal.weaver.UnreadableClassException;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import dev.deco.internal.weaver.effects.DeclaredEffects;
import dev.deco.internal.weaver.findings.Finding;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of class files to weave, into another folder or where they are. All classes are woven before the first is
 * written, and each file appears whole or not at all: it is written beside its place and then moved there.
 *
 * <p>A woven class holds what it was woven from. So what is woven always follows from what the compiler wrote, however
 * often and in whatever portions it did.
 *
 * <p><b>Concurrency:</b> runs on the calling thread. Nobody else should write to the folders meanwhile.
 */
public final class ClassFolder {
  /**
   * @param classes how many class files there are
   * @param woven how many of them are woven now
   * @param written how many have just been woven, or been given back their unwoven form
   */
  public record Result(int classes, int woven, int written) {}

  private final Path folder;
  private final List<Path> libraries;
  private final Predicate<Path> chosen;
  private final Boolean library; // null: as its classes tell
  private final boolean refusesTrust;

  /** All classes in {@code folder}; the weaver may read {@code libraries} too, and writes nothing there. */
  public ClassFolder(Path folder, List<Path> libraries) {
    this(folder, libraries, file -> true);
  }

  /** @param chosen which classes are woven and checked, by their place in the folder; the others stay unwoven */
  public ClassFolder(Path folder, List<Path> libraries, Predicate<Path> chosen) {
    this(folder, libraries, chosen, null, false);
  }

  /**
   * @param chosen which classes are woven and checked, by their place in the folder; the others stay unwoven
   * @param library whether classes that are not here may extend and implement those that are; {@code null}: unless one
   *     of them has a main method
   * @param refusesTrust whether calls whose effects are unknown run alone, rather than beside each other on trust
   */
  public ClassFolder(Path folder, List<Path> libraries, Predicate<Path> chosen, Boolean library, boolean refusesTrust) {
    this.refusesTrust = refusesTrust;
    this.library = library;
    this.folder = folder;
    this.libraries = libraries;
    this.chosen = chosen;
  }

  /**
   * Weaves every class into {@code output} and copies all else there; with {@code output} the same folder, replaces
   * those classes whose woven form changes. What is written has the present time.
   *
   * @throws WeavingException when a class cannot be woven; nothing has been written then
   * @throws IOException when a file cannot be read or written
   */
  public Result weaveInto(Path output) throws IOException {
    boolean inPlace = Files.exists(output) && Files.isSameFile(folder, output);
    List<Path> files = files(inPlace ? null : output);
    Map<Path, byte[]> changed = new LinkedHashMap<>();
    int classes = 0;
    int woven = 0;
    try (ClassPath classPath = classPath()) {
      List<DeclaredEffects> declared = EffectsFiles.of(classPath);
      boolean open = isLibrary();
      SummaryFiles summaries = summaries(classPath, declared, open);
      Weaver weaver = weaver(classPath, declared, summaries, open);
      for (Path file : files) {
        if (ClassPath.isClass(file)) {
          classes++;
          byte[] present = Files.readAllBytes(file);
          byte[] bytes = woven(weaver, file, present);
          woven += Marks.isWoven(bytes) ? 1 : 0;
          if (!Arrays.equals(bytes, present)) {
            changed.put(file, bytes);
          }
        }
      }
      summaries.save();
    }
    for (Path file : files) {
      byte[] bytes = changed.get(file);
      if (bytes != null || !inPlace) {
        write(bytes, file, output.resolve(folder.relativize(file)));
      }
    }
    return new Result(classes, woven, changed.size());
  }

  /**
   * Weaves every class where it is, unless nothing has changed since {@code record} was written: a file that this
   * method reads and writes.
   *
   * @param settings what else the choice of classes depends on
   * @throws WeavingException when a class cannot be woven; nothing has been written then
   * @throws IOException when a file cannot be read or written
   */
  public Result weaveInPlace(Path record, String settings) throws IOException {
    List<Path> places = new ArrayList<>(List.of(folder));
    places.addAll(libraries);
    places.add(EffectsFiles.ofWorkingDirectory());
    String before = Fingerprint.of(places, settings + library + refusesTrust);
    List<String> recorded = Files.isRegularFile(record) ? Files.readAllLines(record) : List.of();
    if (recorded.size() == 3 && recorded.get(0).equals(before)) {
      return new Result(Integer.parseInt(recorded.get(1)), Integer.parseInt(recorded.get(2)), 0);
    }
    Result result = weaveInto(folder);
    String after = result.written() == 0 ? before : Fingerprint.of(places, settings + library + refusesTrust);
    Files.createDirectories(record.toAbsolutePath().getParent());
    Files.write(record, List.of(after, String.valueOf(result.classes()), String.valueOf(result.woven())));
    return result;
  }

  /**
   * What there is to say about all chosen classes here, as they are before weaving.
   *
   * @throws WeavingException when a class cannot be read
   * @throws IOException when a file cannot be read
   */
  public List<Finding> findings() throws IOException {
    List<Finding> findings = new ArrayList<>();
    try (ClassPath classPath = classPath()) {
      List<DeclaredEffects> declared = EffectsFiles.of(classPath);
      boolean open = isLibrary();
      SummaryFiles summaries = summaries(classPath, declared, open);
      Weaver weaver = weaver(classPath, declared, summaries, open);
      List<byte[]> marked = new ArrayList<>();
      List<byte[]> others = new ArrayList<>();
      for (Path file : files(null)) {
        byte[] bytes = ClassPath.isClass(file) && isChosen(file) ? Files.readAllBytes(file) : null;
        if (bytes != null && Marks.mayUseDeco(bytes)) {
          findings.addAll(findings(weaver, file, bytes));
          marked.add(bytes);
        } else if (bytes != null && ProgramClasses.isReadable(bytes)) {
          others.add(bytes);
        }
      }
      findings.addAll(weaver.findings(marked, others));
      summaries.save();
    }
    return findings;
  }

  private static List<Finding> findings(Weaver weaver, Path file, byte[] bytes) {
    try {
      return weaver.findings(bytes);
    } catch (UnreadableClassException e) {
      throw new WeavingException(file + ": " + e.getMessage(), e);
    }
  }

  private boolean isChosen(Path file) {
    return chosen.test(folder.relativize(file));
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

  private boolean isLibrary() throws IOException {
    if (library != null) {
      return library;
    }
    for (Path file : files(null)) {
      if (ClassPath.isClass(file) && ProgramClasses.hasMain(Files.readAllBytes(file))) {
        return false;
      }
    }
    return true;
  }

  private static SummaryFiles summaries(ClassPath classPath, List<DeclaredEffects> declared, boolean library) {
    return SummaryFiles.of(classPath, Set.of(), declared, library ? "library" : "");
  }

  private Weaver weaver(ClassPath classPath, List<DeclaredEffects> declared, SummaryFiles summaries,
      boolean library) {
    ProgramClasses all =
        new ProgramClasses(classPath, classPath.programFiles(null), classPath.libraryFiles(null), library);
    try {
      return summaries.weaver(all, declared, refusesTrust);
    } catch (ConfigurationException e) {
      throw new WeavingException(e.getMessage(), e);
    }
  }

  /** The class file as it should be here: woven where there is something to weave, else as the compiler wrote it. */
  private byte[] woven(Weaver weaver, Path file, byte[] present) {
    try {
      byte[] unwoven = Weaver.unwoven(present);
      if (isChosen(file) && !ProgramClasses.isReadable(unwoven)) {
        throw new UnreadableClassException(unwoven, null);
      }
      if (!isChosen(file) || !Marks.mayHaveScopes(unwoven) && !LockHolders.in(unwoven)) {
        return unwoven;
      }
      checkPlace(file, unwoven);
      byte[] woven = weaver.weave(unwoven);
      return woven == null ? unwoven : woven;
    } catch (WeavingException | UnreadableClassException e) {
      throw new WeavingException(file + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new WeavingException(file + ": Deco failed on it (" + e
          + "); please report this, and leave the class out meanwhile", e);
    }
  }

  /** In a wrong place neither the classes that this one calls nor those that extend it would be found. */
  private void checkPlace(Path file, byte[] classFile) {
    String name = ProgramClasses.nameOf(classFile);
    if (!folder.resolve(name + ".class").equals(file) && !folder.relativize(file).startsWith("META-INF")) {
      throw new WeavingException("it holds " + name.replace('/', '.') + ", which is not its place in " + folder
          + "; name the folder that your build compiles into", null);
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
