package buildgraph;

import dev.deco.Concurrent;
import dev.deco.Order;
import dev.deco.Synchronized;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows dependencies that nobody writes down: the library is built first, then server and client beside each other, the
 * image when both are there. What comes after what follows from which artifact a step reads and which it makes.
 *
 * <p>Run it: {@code deco run examples/buildgraph/BuildGraph.java [ROUNDS]}; for a picture of what ran, with
 * {@code --graph build.svg} before the file.
 */
public final class BuildGraph {
  private BuildGraph() {}

  /** What a step makes. */
  static final class Artifact {
    private long content;

    String version() {
      return Long.toHexString(content);
    }
  }

  @Synchronized(order = Order.BY_DATA)
  static Map<String, Artifact> build(int rounds) {
    Artifact library = new Artifact();
    Artifact server = new Artifact();
    Artifact client = new Artifact();
    Artifact image = new Artifact();
    compile("library", library, rounds);
    compile("server", library, server, rounds);
    compile("client", library, client, rounds);
    pack("image", server, client, image, rounds);
    var all = new LinkedHashMap<String, Artifact>();
    all.put("library", library);
    all.put("server", server);
    all.put("client", client);
    all.put("image", image);
    return all;
  }

  @Concurrent
  static void compile(String source, Artifact made, int rounds) {
    made.content = work(source.hashCode(), rounds);
  }

  @Concurrent
  static void compile(String source, Artifact used, Artifact made, int rounds) {
    made.content = work(source.hashCode() ^ used.content, rounds);
  }

  @Concurrent
  static void pack(String name, Artifact first, Artifact second, Artifact made, int rounds) {
    made.content = work(name.hashCode() ^ first.content * 31 ^ second.content, rounds);
  }

  /** Takes time, and depends on all that it is given. */
  private static long work(long seed, int rounds) {
    long value = seed;
    for (int i = 0; i < rounds; i++) {
      value ^= value << 13;
      value ^= value >>> 7;
      value ^= value << 17;
    }
    return value;
  }

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 200_000_000;
    long begin = System.nanoTime();
    build(rounds).forEach((name, artifact) -> System.out.println(name + " " + artifact.version()));
    System.err.printf("built in %.1f ms%n", (System.nanoTime() - begin) / 1e6);
  }
}
