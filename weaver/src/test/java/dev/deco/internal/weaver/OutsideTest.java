package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that were not written for Deco's sake, or that once went wrong: woven they print what they print unwoven, on
 * every engine, on any number of workers, in any schedule. Each file under {@code outside/} is one; its main class has
 * the file's name, or is {@code Main}. {@code -Ddeco.outside.repeat} runs each so often, with other schedules;
 * {@code -Ddeco.outside.folder} takes them from elsewhere.
 */
class OutsideTest {
  private static final long SEED = ThreadLocalRandom.current().nextLong();
  private static final int REPEAT = Integer.getInteger("deco.outside.repeat", 1);
  private static final Pattern MAIN = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");

  private static List<Configuration> configurations(int repetition) {
    List<Configuration> all = new ArrayList<>(List.of(Configuration.serial()));
    for (int workers : new int[] {1, 2, 7}) {
      all.add(Configuration.threads(workers));
      all.add(Configuration.threads(workers).shuffled(SEED + workers + 10 * repetition));
    }
    return all;
  }

  @TestFactory
  Stream<DynamicNode> wovenIsAsUnwoven() throws IOException, URISyntaxException {
    String folder = System.getProperty("deco.outside.folder");
    Path root = folder == null ? Path.of(OutsideTest.class.getResource("/outside").toURI()) : Path.of(folder);
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> programs = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      return programs.stream().map(file -> DynamicTest.dynamicTest(root.relativize(file).toString(), () -> run(file)));
    }
  }

  private static void run(Path file) throws IOException {
    String source = Files.readString(file);
    Program program = Program.of(mainClass(file, source), source);
    String plain = program.run(program.classes(), Configuration.serial()).printed();
    Map<String, byte[]> woven = program.wovenWhole();
    for (int i = 0; i < REPEAT; i++) {
      for (Configuration configuration : configurations(i)) {
        assertThat(program.run(woven, configuration).printed()).as("%s under %s", file.getFileName(), configuration)
            .isEqualTo(plain);
      }
    }
  }

  private static String mainClass(Path file, String source) {
    String name = file.getFileName().toString().replace(".java", "");
    Matcher declared = MAIN.matcher(source);
    return declared.results().anyMatch(found -> found.group(1).equals(name)) ? name : "Main";
  }
}
