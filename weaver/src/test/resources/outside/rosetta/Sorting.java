import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Merge sort of lists, quicksort and comb sort of arrays, of things with equal keys. */
public class Sorting {
  record Card(int rank, int number) {}

  @Concurrent
  @Synchronized
  static <T> List<T> mergeSort(List<T> items, Comparator<? super T> order) {
    if (items.size() < 2) {
      return items;
    }
    int middle = items.size() / 2;
    List<T> left = mergeSort(items.subList(0, middle), order);
    List<T> right = mergeSort(items.subList(middle, items.size()), order);
    List<T> merged = new ArrayList<>(items.size());
    int l = 0;
    int r = 0;
    while (l < left.size() || r < right.size()) {
      if (r == right.size() || l < left.size() && order.compare(left.get(l), right.get(r)) <= 0) {
        merged.add(left.get(l++));
      } else {
        merged.add(right.get(r++));
      }
    }
    return merged;
  }

  @Concurrent
  @Synchronized
  static void quicksort(int[] a, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int pivot = a[(from + to) >>> 1];
    int i = from;
    int j = to - 1;
    while (i <= j) {
      while (a[i] < pivot) {
        i++;
      }
      while (a[j] > pivot) {
        j--;
      }
      if (i <= j) {
        int t = a[i];
        a[i++] = a[j];
        a[j--] = t;
      }
    }
    quicksort(a, from, j + 1);
    quicksort(a, i, to);
  }

  @Concurrent
  static int combSort(int[] a) {
    int swaps = 0;
    int gap = a.length;
    boolean swapped = true;
    while (gap > 1 || swapped) {
      gap = Math.max(1, gap * 10 / 13);
      swapped = false;
      for (int i = 0; i + gap < a.length; i++) {
        if (a[i] > a[i + gap]) {
          int t = a[i];
          a[i] = a[i + gap];
          a[i + gap] = t;
          swapped = true;
          swaps++;
        }
      }
    }
    return swaps;
  }

  @Synchronized
  static String combs(int[][] all) {
    int swaps = 0;
    for (int[] one : all) {
      swaps += combSort(one);
    }
    return swaps + " " + Arrays.deepHashCode(all);
  }

  public static void main(String[] args) {
    List<Card> cards = new ArrayList<>();
    int[] numbers = new int[3000];
    int[][] rows = new int[50][60];
    int seed = 1;
    for (int i = 0; i < numbers.length; i++) {
      seed = seed * 1103515245 + 12345;
      numbers[i] = (seed >>> 16) % 1000;
      rows[i % 50][i / 50] = numbers[i];
      if (i % 3 == 0) {
        cards.add(new Card(numbers[i] % 13, i));
      }
    }
    System.out.println(mergeSort(cards, Comparator.comparingInt(Card::rank)).hashCode());
    quicksort(numbers, 0, numbers.length);
    System.out.println(Arrays.hashCode(numbers));
    System.out.println(combs(rows));
  }
}
