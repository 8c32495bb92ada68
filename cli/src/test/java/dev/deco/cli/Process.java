package dev.deco.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command run to its end, and what came of it. */
record Process(int status, String out, String err) {
  static final Path JAR = Path.of("target", "deco.jar").toAbsolutePath();
  private static final long LIMIT_SECONDS = 120;

  /** {@code java -jar deco.jar ...} */
  static Process deco(Object... arguments) {
    return deco(Path.of("").toAbsolutePath(), "", arguments);
  }

  static Process deco(Path directory, String input, Object... arguments) {
    return java(directory, input, with(new Object[] {"-jar", JAR}, arguments));
  }

  static Process java(Object... arguments) {
    return java(Path.of("").toAbsolutePath(), "", arguments);
  }

  static Process java(Path directory, String input, Object... arguments) {
    return run(directory, input, Map.of(), with(new Object[] {tool("java")}, arguments));
  }

  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  static Process run(Path directory, String input, Map<String, String> environment, Object... command) {
    List<String> words = new ArrayList<>(Arrays.stream(command).map(Object::toString).toList());
    try {
      Path in = Files.writeString(Files.createTempFile("deco", ".in"), input);
      Path out = Files.createTempFile("deco", ".out");
      Path err = Files.createTempFile("deco", ".err");
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile())
          .redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.environment().putAll(environment);
      java.lang.Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(words + " did not end; it had said: " + Files.readString(out) + Files.readString(err));
      }
      Process ended = new Process(process.exitValue(), text(out), text(err));
      for (Path file : List.of(in, out, err)) {
        Files.delete(file);
      }
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static Object[] with(Object[] first, Object[] more) {
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
