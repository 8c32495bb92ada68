package dev.deco.suites;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** JVMs that are started here, for one thing each. */
final class ChildJvm {
  private static final Pattern JUNIT = Pattern.compile("(junit|opentest4j|apiguardian|hamcrest).*\\.jar");

  private ChildJvm() {}

  /** What this JVM has on its class path. */
  static List<Path> ownClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
        .map(Path::toAbsolutePath).toList();
  }

  /** JUnit's jars, of those. */
  static List<Path> junit() {
    return ownClassPath().stream().filter(file -> JUNIT.matcher(file.getFileName().toString()).matches()).toList();
  }

  /** Where a class was loaded from. */
  static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String join(List<Path> places) {
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs {@code main} in {@code folder}, its output in the file {@code output}, and returns its exit status. */
  static int run(Path folder, List<String> options, List<Path> classPath, Class<?> main, List<String> arguments,
      Path output) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", join(classPath), main.getName()));
    command.addAll(arguments);
    Files.createDirectories(output.getParent());
    Process child = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(output.toFile()).start();
    try {
      return child.waitFor();
    } finally {
      child.destroyForcibly();
    }
  }
}
