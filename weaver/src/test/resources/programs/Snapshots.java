import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** Scratch buffers that tasks look at and their scope goes on to change. */
public class Snapshots {
  static int work(int x) {
    int s = x;
    for (int i = 0; i < 500; i++) {
      s = s * 31 + i;
    }
    return s;
  }

  @Concurrent
  static int look(int[] buffer) {
    int s = 7;
    for (int x : buffer) {
      s = work(s + x);
    }
    return s;
  }

  @Synchronized
  static int[] scratch(int n) { //! spawned=40 deferred=40 syncs=1..40
    int[] out = new int[n];
    int[] buffer = new int[3];
    for (int i = 0; i < n; i++) {
      buffer[i % 3] = i; //= synced
      out[i] = look(buffer); //= spawned deferred
    }
    return out;
  }

  static void fill(int[] buffer, int i) {
    Arrays.fill(buffer, work(i));
    buffer[1]++;
  }

  @Synchronized
  static int filled(int n, int[] buffer) { //! spawned=80 deferred=80 syncs=1..40
    int sum = 0;
    for (int i = 0; i < n; i++) {
      fill(buffer, i); //= synced
      sum += look(buffer); //= spawned deferred
      sum = sum * 3 - look(buffer); //= spawned deferred
    }
    return sum; //= synced
  }

  @Concurrent
  static int hash(StringBuilder text, String[] names) {
    int s = text.length();
    for (int i = 0; i < text.length(); i++) {
      s = s * 31 + text.charAt(i);
    }
    return work(s) + names[0].length();
  }

  @Synchronized
  static String texts(int n) { //! spawned=30 deferred=30 syncs=1..60
    StringBuilder text = new StringBuilder();
    StringBuilder hashes = new StringBuilder();
    String[] names = {""};
    for (int i = 0; i < n; i++) {
      text.append(i); //= synced
      names[0] = "n" + i; //= synced
      hashes.append(hash(text, names)).append(' '); //= spawned deferred
    }
    return hashes.append(text).toString(); //= synced
  }

  @Synchronized
  static long pending(int n) { //! spawned=20 forces=20 syncs=0..40
    int[] buffer = new int[2];
    long sum = 0;
    for (int i = 0; i < n; i++) {
      buffer[0] = i; //= synced
      int v = look(buffer); //= spawned
      buffer[1] = work(i); //= synced
      sum = sum * 3 + (v > 0 ? v : buffer[1]); //= forced
    }
    return sum;
  }

  @Concurrent
  static void next(int[] buffer, int i) {
    for (int k = 0; k < buffer.length; k++) {
      buffer[k] = work(buffer[k] + i);
    }
  }

  @Synchronized
  static int taskWrites(int n, int[] buffer) { //! spawned=40 deferred=20 syncs=20..40
    int sum = 0;
    for (int i = 0; i < n; i++) {
      next(buffer, i); //= spawned synced
      sum ^= look(buffer); //= spawned deferred synced
    }
    return sum; //= synced
  }

  @Synchronized
  static int changedOnceAfterAll(int n, int[] buffer) { //! spawned=20 deferred=20 syncs=1
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = look(buffer); //= spawned deferred
    }
    buffer[0] = 5; //= synced
    return Arrays.hashCode(out);
  }

  public static void main(String[] args) {
    System.out.println(Arrays.toString(scratch(40)));
    System.out.println(filled(40, new int[4]) + " " + texts(30));
    System.out.println(pending(20) + " " + taskWrites(20, new int[3]) + " " + changedOnceAfterAll(20, new int[3]));
  }
}
