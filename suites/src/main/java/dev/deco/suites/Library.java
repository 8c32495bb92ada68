package dev.deco.suites;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A published library with its own tests.
 *
 * @param name its name here
 * @param folder what was published, unpacked: {@code main}, {@code tests}, and {@code deps} with jars
 * @param tests which test classes are run
 * @param leftOut which of these are not
 * @param options what its tests need of the JVM
 * @param allowed the file of what may differ
 */
record Library(String name, Path folder, Pattern tests, Pattern leftOut, List<String> options, Path allowed) {
  private static final String NOTHING = "(?!)";

  /**
   * Reads {@code NAME.properties} in {@code descriptions}; {@code NAME.allowed} beside it has what may differ.
   *
   * @param published the folder where libraries have been unpacked, each in a folder of its name
   */
  static Library read(Path descriptions, Path published, String name) throws IOException {
    Properties said = new Properties();
    try (Reader file = Files.newBufferedReader(descriptions.resolve(name + ".properties"))) {
      said.load(file);
    }
    String options = said.getProperty("options", "").trim();
    return new Library(name, published.resolve(name), Pattern.compile(said.getProperty("tests", ".*Test")),
        Pattern.compile(said.getProperty("left.out", NOTHING)),
        options.isEmpty() ? List.of() : List.of(options.split("\\s+")), descriptions.resolve(name + ".allowed"));
  }

  Path main() {
    return folder.resolve("main");
  }

  Path testClasses() {
    return folder.resolve("tests");
  }

  /** The jars that its tests need. */
  List<Path> dependencies() throws IOException {
    Path jars = folder.resolve("deps");
    if (!Files.isDirectory(jars)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(jars)) {
      return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** The names of the classes to run. */
  List<String> chosenTests() throws IOException {
    return new TestClasses(testClasses()).names(tests).stream().filter(one -> !leftOut.matcher(one).matches()).toList();
  }
}
