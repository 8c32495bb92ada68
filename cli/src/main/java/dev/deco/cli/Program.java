package dev.deco.cli;

import dev.deco.internal.files.ClassFiles;
import dev.deco.internal.files.ClassPath;
import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.weaver.UnreadableClassException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What a command works on: one source file, a jar, a folder, a class file, or a class on a class path.
 *
 * @param target what the user named
 * @param compiled class files made in memory, by internal name; empty unless sources were given
 * @param classPath where other classes are
 * @param ownClasses internal names of the classes that the target itself holds
 * @param mainClasses candidates for the class to start, best first
 * @param sourceRoots folders that may hold the sources of {@code ownClasses}
 * @param attributes the jar's main attributes; empty unless a jar was given
 */
record Program(String target, Map<String, byte[]> compiled, List<Path> classPath, List<String> ownClasses,
    List<String> mainClasses, List<Path> sourceRoots, Attributes attributes) {

  static final String FORMS = "a .java file, a .jar, a folder of classes or a .class file";

  /** @throws Failure when there is no such thing or it cannot be used */
  static Program open(String target, String classPathOption) {
    List<Path> libraries = libraries(classPathOption);
    Path path = existing(target, FORMS);
    String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path)) {
      return ofFolder(target, path, libraries);
    }
    if (name.endsWith(".java")) {
      return ofSources(target, List.of(path), libraries);
    }
    if (name.endsWith(".jar")) {
      return ofJar(target, path, libraries);
    }
    if (name.endsWith(".class")) {
      return ofClassFile(target, path, libraries);
    }
    throw Failure.usage(target + ": not something to read classes from; name " + FORMS);
  }

  static List<Path> libraries(String classPathOption) {
    try {
      return classPathOption == null ? List.of() : ClassPath.parse(classPathOption);
    } catch (IllegalArgumentException e) {
      throw Failure.usage("-cp " + classPathOption + ": " + e.getMessage() + "; name folders and jars");
    }
  }

  static Path existing(String target, String forms) {
    Path path;
    try {
      path = Path.of(target);
    } catch (InvalidPathException e) {
      throw Failure.usage(target + ": not a path; name " + forms);
    }
    if (!Files.exists(path)) {
      throw Failure.of(target + ": no such file; name " + forms + " (working directory: "
          + Path.of("").toAbsolutePath() + ")");
    }
    if (!Files.isReadable(path)) {
      throw Failure.of(target + ": not readable; check its permissions");
    }
    return path;
  }

  static Program ofSources(String target, List<Path> sources, List<Path> libraries) {
    SourceCompiler.Compiled compiled = new SourceCompiler(sources, libraries).compile();
    List<Path> roots = new ArrayList<>();
    if (compiled.root() != null) {
      roots.add(compiled.root());
    }
    sources.forEach(source -> roots.add(source.toAbsolutePath().normalize().getParent()));
    return new Program(target, compiled.classes(), libraries, List.copyOf(compiled.classes().keySet()),
        compiled.topLevel(), roots, new Attributes());
  }

  static Program ofJar(String target, Path path, List<Path> libraries) {
    try (JarFile jar = ClassPath.open(path)) {
      Manifest manifest = jar.getManifest();
      Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String main = attributes.getValue(Attributes.Name.MAIN_CLASS);
      List<String> classes = jar.versionedStream().map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/")
              && !name.endsWith("module-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length())).toList();
      return new Program(target, Map.of(), with(path, libraries), classes,
          main == null ? List.of() : List.of(main.trim()), sourceRootsOf(path), attributes);
    } catch (IOException e) {
      throw Failure.of(e.getMessage() + "; build it again");
    }
  }

  private static Program ofFolder(String target, Path folder, List<Path> libraries) {
    try (ClassPath own = new ClassPath(List.of(folder))) {
      List<String> classes = own.classNames();
      if (!classes.isEmpty()) {
        return new Program(target, Map.of(), with(folder, libraries), classes, List.of(), sourceRootsOf(folder),
            new Attributes());
      }
    } catch (IOException e) {
      throw Failure.of(e.getMessage());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      if (!sources.isEmpty()) {
        return ofSources(target, sources, libraries);
      }
    } catch (IOException e) {
      throw Failure.of(target + ": cannot read it: " + e.getMessage());
    }
    throw Failure.of(target
        + ": neither class files nor .java files in it; name the folder that your build compiles into");
  }

  private static Program ofClassFile(String target, Path file, List<Path> libraries) {
    String name;
    try {
      name = ProgramClasses.nameOf(Files.readAllBytes(file));
    } catch (UnreadableClassException e) {
      throw Failure.of(target + ": " + e.getMessage());
    } catch (IOException e) {
      throw Failure.of(target + ": cannot read it: " + Failure.cause(e) + "; check its permissions");
    }
    Path root = file.toAbsolutePath().normalize();
    for (int i = 0; i <= name.chars().filter(c -> c == '/').count() && root != null; i++) {
      root = root.getParent();
    }
    if (root == null || !root.resolve(name + ".class").equals(file.toAbsolutePath().normalize())) {
      throw Failure.of(target + ": holds " + name.replace('/', '.') + ", which is not its place; expected .../" + name
          + ".class");
    }
    return new Program(target, Map.of(), with(root, libraries), List.of(name), List.of(), sourceRootsOf(root),
        new Attributes());
  }

  private static List<Path> with(Path first, List<Path> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  /** Where builds keep the sources of a folder of classes or of a jar: beside it, or in Maven's and Gradle's places. */
  private static List<Path> sourceRootsOf(Path classes) {
    List<Path> roots = new ArrayList<>();
    Path folder = classes.toAbsolutePath().normalize();
    roots.add(folder);
    for (int i = 0; i < 4 && folder.getParent() != null; i++) {
      folder = folder.getParent();
      roots.add(folder.resolve("src").resolve("main").resolve("java"));
      roots.add(folder.resolve("src").resolve("test").resolve("java"));
      roots.add(folder.resolve("src"));
    }
    roots.add(classes.toAbsolutePath().normalize().getParent());
    return roots.stream().filter(Files::isDirectory).distinct().toList();
  }

  /** All classes for the weaver: the program's, then Deco's and the JDK's. To be used while {@code files} is open. */
  ProgramClasses classes(ClassPath files, boolean library) {
    ClassFiles ofSources = reader -> compiled.values().forEach(reader);
    Path program = compiled.isEmpty() && !classPath.isEmpty() ? classPath.get(0) : null;
    return new ProgramClasses(name -> compiled.containsKey(name) ? compiled.get(name) : files.bytes(name),
        ofSources.and(files.programFiles(program)), files.libraryFiles(program), library);
  }

  /** Whether it is a folder or a jar in which nothing can be started: others will use its classes, and extend them. */
  boolean isLibrary(ClassPath files) {
    if (!compiled.isEmpty() || target.endsWith(".class")) {
      return false;
    }
    for (String name : ownClasses) {
      byte[] bytes = files.bytes(name);
      if (bytes != null && ProgramClasses.hasMain(bytes)) {
        return false;
      }
    }
    return true;
  }

  ClassPath openClassPath() {
    try {
      return new ClassPath(classPath);
    } catch (IOException e) {
      throw Failure.of(e.getMessage() + "; build it again or take it off the class path");
    }
  }
}
