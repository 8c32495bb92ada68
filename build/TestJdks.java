import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the newest JDK on this machine for the build's second run of the tests, and prints four properties:
 * {@code deco.newest.home}, {@code deco.newest.jvm} (its {@code java}), {@code deco.newest.skip} (whether there is none newer than this one) and
 * {@code deco.tested.jdks} (a line for the reader).
 *
 * <p>It looks where JDKs are told of: {@code JAVA_HOME} and {@code JAVA_HOME_*}, Maven's toolchains, and the neighbours
 * of the JDK that runs it.
 */
final class TestJdks {
  private record Jdk(Path home, Runtime.Version version) {}

  public static void main(String[] args) throws IOException {
    Jdk own = new Jdk(Path.of(System.getProperty("java.home")).toRealPath(), Runtime.version());
    Jdk newest = own;
    for (Path home : homes(own.home())) {
      Jdk jdk = jdk(home);
      if (jdk != null && jdk.version().feature() > newest.version().feature()) newest = jdk;
    }
    boolean alone = newest == own;
    print("deco.newest.skip", String.valueOf(alone));
    print("deco.newest.home", newest.home().toString());
    print("deco.newest.jvm", newest.home().resolve("bin").resolve("java").toString());
    print("deco.tested.jdks", alone
        ? "ran on " + number(own) + " only: no newer JDK found beside it, in JAVA_HOME_* or in Maven's toolchains"
        : "ran on " + number(own) + " and " + number(newest));
  }

  private static Set<Path> homes(Path own) throws IOException {
    Set<Path> homes = new LinkedHashSet<>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet())
      if (variable.getKey().startsWith("JAVA_HOME")) homes.add(Path.of(variable.getValue()));
    Path toolchains = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
    if (Files.isReadable(toolchains)) {
      Matcher home = Pattern.compile("<jdkHome>\\s*(.*?)\\s*</jdkHome>").matcher(Files.readString(toolchains));
      while (home.find()) homes.add(Path.of(home.group(1)));
    }
    // On macOS a JDK is NAME.jdk/Contents/Home.
    boolean bundle = own.endsWith(Path.of("Contents", "Home"));
    Path root = bundle ? own.getParent().getParent().getParent() : own.getParent();
    if (root != null) {
      try (Stream<Path> neighbours = Files.list(root)) {
        List<Path> all = neighbours.sorted().toList();
        for (Path each : all) homes.add(bundle ? each.resolve("Contents").resolve("Home") : each);
      }
    }
    return homes;
  }

  /** The JDK at {@code home}, or {@code null} where there is none that compiles and says its version. */
  private static Jdk jdk(Path home) {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin").resolve("javac"))) return null;
    try (var in = Files.newBufferedReader(release)) {
      Properties properties = new Properties();
      properties.load(in);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      return new Jdk(home, Runtime.Version.parse(version));
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static String number(Jdk jdk) {
    return String.join(".", jdk.version().version().stream().map(String::valueOf).toList());
  }

  private static void print(String key, String value) {
    System.out.println(key + "=" + value.replace("\\", "\\\\"));
  }
}
