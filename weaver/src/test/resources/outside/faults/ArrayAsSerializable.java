// One array, one list, one object by two static types.
import dev.deco.*;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

class ArrayAsSerializable {
  @Concurrent
  static int serializable(Serializable s) {
    return sum((int[]) s);
  }

  @Concurrent
  static int cloneable(Cloneable c) {
    return sum((int[]) c);
  }

  @Concurrent
  static int rows(Object[] rows) {
    return sum((int[]) rows[0]);
  }

  @Concurrent
  static int texts(Object[] texts) {
    int sum = 0;
    for (int k = 0; k < 3000; k++) {
      sum += texts[0].toString().length();
    }
    return sum;
  }

  @Concurrent
  static int box(Runnable r) {
    int sum = 0;
    for (int k = 0; k < 3000; k++) {
      sum += ((Box) r).value;
    }
    return sum;
  }

  @Concurrent
  static int set(Set<Integer> set) {
    int sum = 0;
    for (int k = 0; k < 300; k++) {
      for (int value : set) {
        sum += value;
      }
    }
    return sum;
  }

  static int sum(int[] values) {
    int sum = 0;
    for (int k = 0; k < 2000; k++) {
      for (int value : values) {
        sum += value;
      }
    }
    return sum;
  }

  static class Box {
    int value;
  }

  static class RunBox extends Box implements Runnable {
    @Override public void run() {}
  }

  /** Both a list and a set, which the compiler does not mind. */
  static final class Both extends AbstractList<Integer> implements List<Integer>, Set<Integer> {
    final List<Integer> values = new ArrayList<>();

    @Override public Integer get(int index) {
      return values.get(index);
    }

    @Override public Integer set(int index, Integer value) {
      return values.set(index, value);
    }

    @Override public int size() {
      return values.size();
    }

    @Override public java.util.Spliterator<Integer> spliterator() {
      return values.spliterator();
    }

    @Override public boolean add(Integer value) {
      return values.add(value);
    }
  }

  @Synchronized
  static long run(int[] a, Serializable s, Cloneable c, int[][] grid, Object[] rows, String[] t, Object[] texts, Box b,
      Runnable r, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      a[0] = i;
      sum += serializable(s);
    }
    for (int i = 0; i < n; i++) {
      a[0] = i;
      sum += cloneable(c);
    }
    for (int i = 0; i < n; i++) {
      grid[0] = new int[] {i};
      sum += rows(rows);
    }
    for (int i = 0; i < n; i++) {
      t[0] = "x".repeat(i);
      sum += texts(texts);
    }
    for (int i = 0; i < n; i++) {
      b.value = i;
      sum += box(r);
    }
    return sum;
  }

  @Synchronized
  static long collections(List<Integer> list, Set<Integer> set, Collection<Integer> all, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      list.set(0, i);
      sum += set(set);
    }
    return sum + all.size();
  }

  public static void main(String[] arguments) {
    for (int k = 0; k < 3; k++) {
      int[] one = {1, 2, 3};
      int[][] grid = {{1}, {2}};
      String[] texts = {"a"};
      RunBox box = new RunBox();
      System.out.println(run(one, one, one, grid, grid, texts, texts, box, box, 40));
      Both both = new Both();
      both.add(7);
      System.out.println(collections(both, both, both, 40));
    }
  }
}
