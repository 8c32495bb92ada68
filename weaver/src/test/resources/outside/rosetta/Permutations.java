import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** Permutations without repetition; which of them are derangements; the travelling salesman's best. */
public class Permutations implements Iterator<int[]> {
  private int[] now;
  private boolean more = true;

  Permutations(int size) {
    now = new int[size];
    Arrays.setAll(now, i -> i);
  }

  @Override public boolean hasNext() {
    return more;
  }

  @Override public int[] next() {
    int[] result = now.clone();
    int i = now.length - 2;
    while (i >= 0 && now[i] > now[i + 1]) {
      i--;
    }
    more = i >= 0;
    if (more) {
      int j = now.length - 1;
      while (now[j] < now[i]) {
        j--;
      }
      swap(i, j);
      for (int l = i + 1, r = now.length - 1; l < r; l++, r--) {
        swap(l, r);
      }
    }
    return result;
  }

  private void swap(int i, int j) {
    int t = now[i];
    now[i] = now[j];
    now[j] = t;
  }

  @Concurrent
  static boolean isDerangement(int[] permutation) {
    for (int i = 0; i < permutation.length; i++) {
      if (permutation[i] == i) {
        return false;
      }
    }
    return true;
  }

  @Concurrent
  static double tour(int[] order, double[][] cities) {
    double length = 0;
    for (int i = 0; i < order.length; i++) {
      double[] a = cities[order[i]];
      double[] b = cities[order[(i + 1) % order.length]];
      length += Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
    return length;
  }

  @Synchronized
  static int derangements(int size) {
    int count = 0;
    Iterator<int[]> all = new Permutations(size);
    while (all.hasNext()) {
      if (isDerangement(all.next())) {
        count++;
      }
    }
    return count;
  }

  @Synchronized
  static String best(double[][] cities) {
    double best = Double.MAX_VALUE;
    Set<Double> lengths = new HashSet<>();
    for (Iterator<int[]> all = new Permutations(cities.length); all.hasNext();) {
      double length = tour(all.next(), cities);
      lengths.add(length);
      best = Math.min(best, length);
    }
    return best + " of " + lengths.size();
  }

  public static void main(String[] args) {
    for (int size = 0; size < 8; size++) {
      System.out.println(size + ": " + derangements(size));
    }
    System.out.println(best(new double[][] {{0, 0}, {3, 1}, {6, 2}, {1, 5}, {7, 7}, {4, 4}, {2, 8}}));
  }
}
