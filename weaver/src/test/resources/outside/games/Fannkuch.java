import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** Pancake flips over all permutations, a block of permutations for each first element. */
public class Fannkuch {
  @Concurrent
  static int[] block(int n, int first) {
    int[] p = new int[n];
    p[0] = first;
    for (int i = 1, value = 0; i < n; value++) {
      if (value != first) {
        p[i++] = value;
      }
    }
    int[] result = new int[2];
    permute(p, 1, result, 0);
    return result;
  }

  private static int permute(int[] p, int at, int[] result, int index) {
    if (at == p.length) {
      int flips = flips(p.clone());
      result[0] = Math.max(result[0], flips);
      result[1] += index % 2 == 0 ? flips : -flips;
      return index + 1;
    }
    for (int i = at; i < p.length; i++) {
      int t = p[at];
      p[at] = p[i];
      p[i] = t;
      index = permute(p, at + 1, result, index);
      p[i] = p[at];
      p[at] = t;
    }
    return index;
  }

  private static int flips(int[] q) {
    int flips = 0;
    for (int first = q[0]; first != 0; first = q[0]) {
      for (int l = 0, r = first; l < r; l++, r--) {
        int t = q[l];
        q[l] = q[r];
        q[r] = t;
      }
      flips++;
    }
    return flips;
  }

  @Synchronized
  static String run(int n) {
    int checksum = 0;
    int most = 0;
    int[][] blocks = new int[n][];
    for (int first = 0; first < n; first++) {
      blocks[first] = block(n, first);
    }
    for (int[] block : blocks) {
      most = Math.max(most, block[0]);
      checksum += block[1];
    }
    return checksum + "\nPfannkuchen(" + n + ") = " + most;
  }

  public static void main(String[] args) {
    System.out.println(run(8));
  }
}
