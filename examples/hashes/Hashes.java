package hashes;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Shows what a task costs: the same number of SHA-256 hashes is made in tasks of 1, 10, 100, ... hashes each. The
 * digests go to standard output, tasks and hashes per second to standard error.
 *
 * <p>Run it: {@code deco run examples/hashes/Hashes.java [HASHES]}
 */
public final class Hashes {

  /** The hash of the hash of ... of the seed, {@code grain} times. */
  @Concurrent
  static byte[] hash(int seed, int grain) {
    MessageDigest sha = sha256();
    byte[] digest = Integer.toString(seed).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < grain; i++) digest = sha.digest(digest);
    return digest;
  }

  @Synchronized
  static byte[][] hashAll(int tasks, int grain) {
    byte[][] digests = new byte[tasks][];
    for (int i = 0; i < tasks; i++) digests[i] = hash(i, grain);
    return digests;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }

  public static void main(String[] args) {
    int hashes = args.length > 0 ? Integer.parseInt(args[0]) : 3_000_000;
    for (int grain = 1; grain <= 10_000 && grain <= hashes; grain *= 10) {
      long start = System.nanoTime();
      byte[][] digests = hashAll(hashes / grain, grain);
      double seconds = (System.nanoTime() - start) / 1e9;

      MessageDigest all = sha256();
      for (byte[] digest : digests) all.update(digest);
      System.out.println(digests.length + " tasks of " + grain + ": " + HexFormat.of().formatHex(all.digest()));
      System.err.printf("%7d hashes a task: %,12.0f tasks/s %,12.0f hashes/s%n",
          grain, digests.length / seconds, digests.length * grain / seconds);
    }
  }
}
