// A list that shows an array, both by parameters: tasks fill the array, the scope reads the list, and the reverse.
import dev.deco.*;
import java.util.*;

public class ListOfArray {
  @Concurrent
  private static Integer slow(int i) {
    int s = i;
    for (int k = 0; k < 30000; k++) {
      s = s * 31 + k;
    }
    return s;
  }

  @Concurrent
  private static void fill(Integer[] array, int i) {
    array[i] = slow(i);
  }

  @Concurrent
  private static int read(Integer[] array, int i) {
    slow(i);
    return array[i % array.length];
  }

  @Synchronized
  private static long ofTasks(List<Integer> list, Integer[] array) {
    for (int i = 0; i < array.length; i++) {
      fill(array, i);
    }
    long sum = 0;
    for (int k = 0; k < list.size(); k++) {
      sum = sum * 31 + list.get(k);
    }
    return sum;
  }

  @Synchronized
  private static long ofStores(List<Integer> list, Integer[] array) {
    long sum = 0;
    for (int i = 1; i < array.length; i++) {
      array[i] = slow(i);
      sum = sum * 31 + list.get(i) + list.get(i - 1);
    }
    return sum;
  }

  @Synchronized
  private static int ofScope(List<Integer> list, Integer[] array, int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      list.set(i % list.size(), i);
      out[i] = read(array, i);
    }
    return Arrays.hashCode(out);
  }

  public static void main(String[] args) {
    Integer[] array = new Integer[50];
    Arrays.fill(array, 1);
    System.out.println(ofTasks(Arrays.asList(array), array));
    System.out.println(ofStores(Arrays.asList(array), array));
    System.out.println(ofStores(new ArrayList<>(Arrays.asList(array)), array));
    System.out.println(ofScope(Arrays.asList(array).subList(3, 40), array, 100));
  }
}
