// A task compares the list that it changes with another reference, and asks for its class.
import dev.deco.*;
import java.util.*;

class Main {
  static List<Integer> shared;
  @Concurrent static String f(List<Integer> list, List<Integer> other, int i) {
    list.add(i);
    return (list == other) + " " + (list == shared) + " " + (list.getClass() == ArrayList.class);
  }
  @Synchronized static Set<String> run(int n) {
    List<Integer> list = new ArrayList<>();
    shared = list;
    Set<String> out = new TreeSet<>();
    for (int i = 0; i < n; i++) out.add(f(list, list, i));
    return out;
  }
  @Concurrent static boolean g(List<Integer> list, int i) { list.add(i); return list.getClass() == ArrayList.class; }
  @Synchronized static Set<Boolean> run2(int n) {
    List<Integer> list = new ArrayList<>();
    Set<Boolean> out = new TreeSet<>();
    for (int i = 0; i < n; i++) out.add(g(list, i));
    return out;
  }
  @Concurrent static boolean h(List<Integer> list, Object other, int i) { list.add(i); return list == other; }
  @Synchronized static Set<Boolean> run3(int n) {
    List<Integer> list = new ArrayList<>();
    Set<Boolean> out = new TreeSet<>();
    for (int i = 0; i < n; i++) out.add(h(list, list, i));
    return out;
  }
  public static void main(String[] a) { System.out.println(run(50)); 
    System.out.println(run2(50)); System.out.println(run3(50)); }
}
