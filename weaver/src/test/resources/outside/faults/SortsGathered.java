import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tasks gather numbers in a list; the last one sorts the list and notes the widest gap in a field of its own object. */
public class SortsGathered {
  private final int first;
  private int widest;

  SortsGathered(int first) {
    this.first = first;
  }

  @Concurrent
  void scan(int part, List<Integer> found) {
    for (int i = 0; i < 10; i++) {
      found.add(first + (part * 31 + i * 17) % 101);
    }
  }

  @Concurrent
  void findWidest(List<Integer> found) {
    if (found.size() == 0) {
      return;
    }
    found.sort(Comparator.naturalOrder());
    for (int i = 1; i < found.size(); i++) {
      widest = Math.max(widest, found.get(i) - found.get(i - 1));
    }
  }

  @Synchronized
  int widestGap(int parts) {
    List<Integer> found = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      scan(part, found);
    }
    findWidest(found);
    return widest;
  }

  public static void main(String[] args) {
    for (int i = 0; i < 30; i++) {
      System.out.print(new SortsGathered(i).widestGap(i % 5) + " ");
    }
    System.out.println();
  }
}
