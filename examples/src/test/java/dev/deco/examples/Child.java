package dev.deco.examples;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java process that has ended.
 *
 * @param command what was run
 * @param status its exit status
 * @param out its standard output, byte for byte, as ISO-8859-1
 * @param err its standard error
 */
record Child(List<String> command, int status, String out, String err) {
  private static final Path ROOT = Path.of(System.getProperty("examples")).getParent();
  private static final long PATIENCE = 180; // seconds: beyond it the child hangs

  /** Runs {@code java} with these arguments in the project's root and waits for its end. */
  static Child java(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    try {
      File out = File.createTempFile("example", ".out");
      File err = File.createTempFile("example", ".err");
      try {
        Process process = new ProcessBuilder(command).directory(ROOT.toFile())
            .redirectOutput(out).redirectError(err).start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("still running after " + PATIENCE + " s: " + String.join(" ", command)
              + "\n" + Files.readString(err.toPath()));
        }
        return new Child(command, process.exitValue(),
            Files.readString(out.toPath(), StandardCharsets.ISO_8859_1), Files.readString(err.toPath()));
      } finally {
        Files.delete(out.toPath());
        Files.delete(err.toPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** A number of the line of statistics that {@code --stats} prints on standard error. */
  long statistic(String name) {
    String line = err.lines().filter(l -> l.startsWith("{") && l.contains("\"spawned\"")).reduce((a, b) -> b)
        .orElseThrow(() -> new AssertionError("no line of statistics on standard error of " + this));
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(line);
    if (!matcher.find()) throw new AssertionError("no \"" + name + "\" in " + line);
    return Long.parseLong(matcher.group(1));
  }

  @Override
  public String toString() {
    return String.join(" ", command) + "\nexit status " + status + "\n" + err;
  }
}
