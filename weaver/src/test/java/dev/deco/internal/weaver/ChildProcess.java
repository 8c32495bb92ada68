package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A woven program in a JVM of its own: one that may end its process, fill its heap, or hang.
 *
 * @param status what it exited with
 * @param out the file that has what it printed
 * @param err what it printed on {@code System.err}
 */
record ChildProcess(int status, Path out, String err) {

  /** Weaves a program into {@code folder} and runs its class {@code name}; one that does not end in time is a failed test. */
  static ChildProcess run(Path folder, long patienceSeconds, List<String> options, Program program, String name,
      Object... arguments) throws IOException, InterruptedException {
    for (Map.Entry<String, byte[]> type : program.woven().entrySet()) {
      Files.write(folder.resolve(type.getKey() + ".class"), type.getValue());
    }
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", folder + File.pathSeparator + System.getProperty("java.class.path"), name));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process child = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    boolean ended = child.waitFor(patienceSeconds, TimeUnit.SECONDS);
    if (!ended) {
      child.destroyForcibly();
    }
    assertThat(ended).as(name + " ends within " + patienceSeconds + " s").isTrue();
    return new ChildProcess(child.exitValue(), out, Files.readString(err));
  }
}
